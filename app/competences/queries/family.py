"""Questions about families of jobs: their profiles, and how many people have one."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask_babel import ngettext
from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, true

from app.competences.models import Profile, ProfileFamily
from app.db import db
from app.people.models import Job, JobFamily, Person
from app.people.rules import Role
from app.people.viewer import Viewer

HOLDING: list[Callable[[JobFamily], Sequence[str]]] = []
"""Who above says what else hangs on a family of jobs, in sentences; the factory fills it."""


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


def what_hangs_on(family: JobFamily) -> list[str]:
    """Sentences about what keeps a family from being deleted: jobs, and what packages above know of."""
    jobs = db.session.scalar(select(func.count()).where(Job.family_id == family.id)) or 0
    found = [ngettext("%(num)d job belongs to it.", "%(num)d jobs belong to it.", jobs)] if jobs else []
    return [*found, *(sentence for holding in HOLDING for sentence in holding(family))]
