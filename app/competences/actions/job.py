"""Jobs: made, changed and deleted one by one, or taken over from a file."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import select

from app.activity.actions import record
from app.competences import queries, rules
from app.competences.actions.family import add_families
from app.competences.actions.revision import refuse_unseen
from app.db import db
from app.errors import Refused
from app.people.models import Job, JobFamily, Person
from app.people.rules import Grade


def create_job(family: JobFamily, *, by: Person, title: str, grade: Grade, **_other: object) -> Job:
    """Make a job in a family."""
    _refuse_taken(title)
    job = Job(family_id=family.id, title=title, grade=grade)
    db.session.add(job)
    db.session.flush()
    record(by, "people.job-created", job)
    db.session.flush()
    return job


def edit_job(job: Job, *, by: Person, revision: int, title: str, grade: Grade, family_id: int) -> None:
    """Give a job another title, level or family; whoever has it keeps it."""
    db.session.refresh(job, with_for_update={"of": Job})
    refuse_unseen(revision, rules.state_number(job.title, job.grade, job.family_id))
    if title.casefold() != job.title.casefold():
        _refuse_taken(title)
    if family_id != job.family_id:
        if db.session.get(JobFamily, family_id) is None:
            raise Refused(_("This family is gone. Please choose another one."), "family_id")
        record(by, "people.job-moved", job, family=family_id)
    if (title, grade) != (job.title, job.grade):
        record(by, "people.job-edited", job)
    job.title, job.grade, job.family_id = title, grade, family_id
    db.session.flush()


def delete_job(job: Job, *, by: Person) -> None:
    """Delete a job that nobody has."""
    db.session.refresh(job, with_for_update={"of": Job})
    if queries.is_somebodys(job):
        raise Refused(_("This job can’t be deleted: somebody has it, or had it when they left."))
    record(by, "people.job-deleted", job, title=job.title)
    db.session.delete(job)
    db.session.flush()


def take_over_jobs(intake: rules.Intake, *, by: Person) -> None:
    """Make the families and jobs that a file brings, and put jobs into other families."""
    _record_each(add_families(list(intake.families.values())), "people.family-created", by)
    families = queries.families_by_name()
    jobs = [Job(family_id=families[new.family], title=new.title, grade=new.grade) for new in intake.jobs]
    db.session.add_all(jobs)
    db.session.flush()
    _record_each(jobs, "people.job-created", by)
    for job in db.session.scalars(select(Job).where(Job.id.in_(intake.moves))):
        job.family_id = families[intake.moves[job.id]]
        record(by, "people.job-moved", job, family=job.family_id)
    db.session.flush()


def _record_each(rows: Sequence[Job | JobFamily], verb: str, by: Person) -> None:
    for row in rows:
        record(by, verb, row)


def _refuse_taken(title: str) -> None:
    if family := queries.family_of_job_called(title):
        raise Refused(_("There is a job with this title already, in the family “%(family)s”.", family=family), "title")
