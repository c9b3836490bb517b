"""Questions about families of jobs: their profiles, and how many people have one."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, true

from app.competences import rules
from app.competences.models import Profile, ProfileFamily
from app.competences.rules import RowError
from app.db import db
from app.people.models import Job, JobFamily, Person
from app.people.rules import Role
from app.people.viewer import Viewer


@dataclass(frozen=True)
class FamilyLine:
    """A family, its profile, and how many people work in it."""

    family: JobFamily
    profile: Profile | None
    people: int


def families_in_studio(viewer: Viewer) -> Select[JobFamily]:
    """All families by title, for whoever may see the Studio."""
    return select(JobFamily).where(true() if viewer.has_anywhere(Role.HR) else false()).order_by(JobFamily.title)


def family_lines(today: dt.date) -> list[FamilyLine]:
    """Every family with its profile and its people; one statement."""
    count = func.count(Person.id)
    works_here = and_(Person.job_id == Job.id, *_employed(today))
    query = (
        select(JobFamily, Profile, count)
        .outerjoin(ProfileFamily, ProfileFamily.family_id == JobFamily.id)
        .outerjoin(Profile, and_(Profile.id == ProfileFamily.profile_id, Profile.retired_at.is_(None)))
        .outerjoin(Job, Job.family_id == JobFamily.id)
        .outerjoin(Person, works_here)
        .group_by(JobFamily.id, Profile.id)
        .order_by(Profile.id.is_not(None), JobFamily.title)
    )
    return [FamilyLine(*row) for row in db.session.execute(query)]


def people_without_job(today: dt.date) -> int:
    """How many people work here in no job that Lotse knows; one statement."""
    query = select(func.count()).select_from(Person).where(Person.job_id.is_(None), *_employed(today))
    return db.session.scalar(query) or 0


def profile_of_family(family_id: int) -> int | None:
    """The profile that holds for a family."""
    return db.session.scalar(select(ProfileFamily.profile_id).where(ProfileFamily.family_id == family_id))


def _employed(today: dt.date) -> tuple[ColumnElement[bool], ...]:
    return Person.entered_on <= today, or_(Person.left_on.is_(None), Person.left_on >= today)


def jobs_in_file(text: str) -> tuple[dict[int, int], list[RowError]]:
    """The family by job where a file changes it, and what is wrong with the file; two statements."""
    try:
        rows = rules.table.read(text)
    except ValueError as error:
        return {}, [RowError(int(str(error)), _("This is no CSV file that Lotse can read."))]
    jobs: dict[str, list[tuple[int, int]]] = {}
    for number, title, family_id in db.session.execute(select(Job.id, Job.title, Job.family_id)):
        jobs.setdefault(title.casefold(), []).append((number, family_id))
    found = db.session.execute(select(JobFamily.id, JobFamily.key, JobFamily.title)).all()
    families = {name.casefold(): number for number, key, title in found for name in (key, title)}
    return rules.read_jobs(rows, rules.Known(jobs, families))


def moves_in_words(moves: Mapping[int, int]) -> list[tuple[str, str, str]]:
    """Jobs with the family that they are in and the one that they come into, by title."""
    titles = dict(db.session.execute(select(JobFamily.id, JobFamily.title)).all())
    jobs = db.session.scalars(select(Job).where(Job.id.in_(moves)).order_by(Job.title))
    return [(job.title, titles[job.family_id], titles[moves[job.id]]) for job in jobs]
