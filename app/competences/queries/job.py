"""Questions about jobs, and about a file that names them."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import Select, exists, false, select, true
from sqlalchemy.orm import joinedload

from app.competences import rules
from app.competences.rules import Intake, NewJob, RowError
from app.db import db
from app.people.labels import GRADES
from app.people.models import Job, JobFamily, Person
from app.people.rules import Grade, Role
from app.people.viewer import Viewer
from app.text import csv_table


@dataclass(frozen=True)
class JobLine:
    """What becomes of a job: the titles of its families, none before where it is new, and what is new about it."""

    title: str
    before: str | None
    after: str
    is_new_family: bool
    grade: str = ""
    is_assumed: bool = False


def jobs_in_studio(viewer: Viewer) -> Select[Job]:
    """All jobs with their families, by title; for whoever may see the Studio."""
    may_see = true() if viewer.has_anywhere(Role.HR) else false()
    return select(Job).where(may_see).options(joinedload(Job.family)).order_by(Job.title, Job.id)


def jobs_of(family: JobFamily) -> Select[Job]:
    """The jobs of a family, by title."""
    return select(Job).where(Job.family_id == family.id).order_by(Job.title, Job.id)


def is_somebodys(job: Job) -> bool:
    """Whether anybody has this job, or had it when they left."""
    return bool(db.session.scalar(select(exists().where(Person.job_id == job.id))))


def family_of_job_called(title: str) -> str | None:
    """The title of the family in which there is a job of this title, however it is spelled."""
    query = select(Job.title, JobFamily.title).join(Job.family)
    return next((family for job, family in db.session.execute(query) if job.casefold() == title.casefold()), None)


def jobs_in_file(text: str) -> tuple[Intake, list[RowError]]:
    """What a file of jobs changes, and what is wrong with it; two statements."""
    try:
        rows = csv_table.read(text)
    except ValueError as error:
        return Intake(), [RowError(int(str(error)), _("This is no CSV file that Lotse can read."))]
    jobs: dict[str, list[tuple[int, int]]] = {}
    for number, title, family_id in db.session.execute(select(Job.id, Job.title, Job.family_id)):
        jobs.setdefault(title.casefold(), []).append((number, family_id))
    return rules.read_jobs(rows, rules.Known(jobs, families_by_name(), _grades()))


def families_by_name() -> dict[str, int]:
    """The ids of the families by key, and by title in plain letters."""
    found = db.session.execute(select(JobFamily.id, JobFamily.key, JobFamily.title).order_by(JobFamily.id.desc())).all()
    keys = {key.casefold(): number for number, key, _title in found}
    return keys | {title.casefold(): number for number, _key, title in found}


def _grades() -> dict[str, Grade]:
    return {name.casefold(): grade for grade in Grade for name in (grade.value, str(GRADES[grade]))}


def lines_of_intake(intake: Intake) -> list[JobLine]:
    """What a file changes, job by job: new ones first; two statements."""
    found = families_by_name()
    titles = dict(db.session.execute(select(JobFamily.id, JobFamily.title)).all())
    names = {name: titles[number] for name, number in found.items()}
    names |= {name: title for name, (title, _other) in intake.families.items()}
    jobs = db.session.scalars(select(Job).where(Job.id.in_(intake.moves)).order_by(Job.title, Job.id))
    moves = ((job, intake.moves[job.id]) for job in jobs)

    def new(one: NewJob) -> JobLine:
        grade = str(GRADES[one.grade])
        return JobLine(one.title, None, names[one.family], one.family in intake.families, grade, one.is_assumed)

    return [new(one) for one in sorted(intake.jobs, key=lambda one: one.title.casefold())] + [
        JobLine(job.title, titles[job.family_id], names[family], family in intake.families) for job, family in moves
    ]
