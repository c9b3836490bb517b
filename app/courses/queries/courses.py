"""A course's page: what it leads to, what it asks for, and what could come after it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from app.bookings.models import Booking
from app.bookings.rules import State
from app.competences.models import Area, Competence, Level
from app.courses.models import Course, Enrolment, Outcome, Prerequisite, Session, Unit, UnitProof
from app.courses.queries.catalogue import is_offered
from app.courses.rules import Format, Stage, stage
from app.db import db
from app.people.viewer import Viewer
from app.text.language import language

MOST_FOLLOWUPS = 2
MOST_SIMILAR = 3


@dataclass(frozen=True)
class Reached:
    """The level that a course leads to in a competence."""

    competence_id: int
    key: str
    title: str
    from_level: int
    to_level: int
    level_title: str
    highest: int


@dataclass(frozen=True)
class Requirement:
    """A course that should be done before, and where the person stands in it."""

    slug: str
    title: str
    language: str
    stage: Stage


@dataclass(frozen=True)
class Followup:
    """A course that could come next, or be taken instead."""

    slug: str
    title: str
    language: str
    format: Format
    minutes: int


def courses_visible_to(viewer: Viewer) -> Select[Course]:
    """What the catalogue offers, and what it no longer offers but the viewer has begun, completed or a seat in."""
    has_begun = exists().where(Enrolment.course_id == Course.id, Enrolment.person_id == viewer.person.id)
    has_seat = exists().where(
        Session.course_id == Course.id,
        Booking.bookable_id == Session.bookable_id,
        Booking.person_id == viewer.person.id,
        Booking.state == State.CONFIRMED,
    )
    is_there = or_(Course.retired_at.is_(None), has_begun, has_seat)
    return select(Course).where(Course.published_at.is_not(None), is_there)


def outcomes_of(course_id: int) -> list[Reached]:
    """What the course leads to, in the order of the framework; one statement."""
    rows = db.session.execute(_outcomes(language() == "en"), {"course_id": course_id})
    return [Reached(*row) for row in rows]


def requirements_of(course_id: int, person_id: int) -> list[Requirement]:
    """The courses that should be done before, with the person's state; one statement."""
    rows = db.session.execute(_requirements(), {"course_id": course_id, "person_id": person_id})
    return [Requirement(row.slug, row.title, row.language, stage(*row[3:])) for row in rows]


def followups_of(course: Course, person_id: int) -> list[Followup]:
    """What the person could learn next: courses that build on this one, then courses on the same topic."""
    builds_on = exists().where(Prerequisite.course_id == Course.id, Prerequisite.required_id == course.id)
    query = (
        select(Course.slug, Course.title, Course.language, Course.format, Course.effort_minutes)
        .outerjoin(Enrolment, and_(Enrolment.course_id == Course.id, Enrolment.person_id == person_id))
        .where(
            is_offered(),
            Course.id != course.id,
            Enrolment.completed_on.is_(None),
            or_(builds_on, Course.topic == course.topic),
        )
        .order_by(case((builds_on, 0), else_=1), Course.search_title)
        .limit(MOST_FOLLOWUPS)
    )
    return [Followup(*row) for row in db.session.execute(query)]


def similar_to(course_id: int, person_id: int) -> list[Followup]:
    """Other courses that lead where this one does, the most alike first; one statement."""
    rows = db.session.execute(_similar(), {"course_id": course_id, "person_id": person_id})
    return [Followup(*row) for row in rows]


@cache
def _similar() -> Select[*tuple[Any, ...]]:
    """Courses with an outcome in the same competences, first those that lead to the same levels.

    Not what should be done before, which stands on the page already, and not what the person has completed.
    """
    own, before = aliased(Outcome), aliased(Prerequisite)
    is_before = exists().where(before.course_id == bindparam("course_id"), before.required_id == Course.id)
    same_levels = func.count().filter(Outcome.to_level == own.to_level)
    mine = and_(Enrolment.course_id == Course.id, Enrolment.person_id == bindparam("person_id"))
    return (
        select(Course.slug, Course.title, Course.language, Course.format, Course.effort_minutes)
        .join(Outcome, Outcome.course_id == Course.id)
        .join(own, and_(own.competence_id == Outcome.competence_id, own.course_id == bindparam("course_id")))
        .outerjoin(Enrolment, mine)
        .where(is_offered(), Course.id != bindparam("course_id"), Enrolment.completed_on.is_(None), ~is_before)
        .group_by(Course.id)
        .order_by(same_levels.desc(), func.count().desc(), Course.search_title)
        .limit(MOST_SIMILAR)
    )


@cache
def _outcomes(english: bool) -> Select[*tuple[Any, ...]]:
    scale = aliased(Level)
    highest = select(func.max(scale.number)).where(scale.framework_id == Area.framework_id).scalar_subquery()
    return (
        select(
            Competence.id,
            Competence.key,
            Competence.title_en if english else Competence.title,
            Outcome.from_level,
            Outcome.to_level,
            func.coalesce(Level.title_en if english else Level.title, ""),
            func.coalesce(highest, Outcome.to_level),
        )
        .select_from(Outcome)
        .join(Outcome.competence)
        .join(Competence.area)
        .outerjoin(Level, and_(Level.framework_id == Area.framework_id, Level.number == Outcome.to_level))
        .where(Outcome.course_id == bindparam("course_id"), Competence.retired_at.is_(None))
        .order_by(Area.position, Competence.position)
    )


@cache
def _requirements() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Course.slug, Course.title, Course.language, Enrolment.begun_at, Enrolment.completed_on, Enrolment.left_at
        )
        .join(Prerequisite, Prerequisite.required_id == Course.id)
        .outerjoin(Enrolment, and_(Enrolment.course_id == Course.id, Enrolment.person_id == bindparam("person_id")))
        .where(Prerequisite.course_id == bindparam("course_id"), is_offered())
        .order_by(Course.search_title)
    )


def titles_leading_to(competence_ids: Collection[int]) -> list[str]:
    """The titles of the courses that lead to a level of one of these competences, or have a test that proves one."""
    leading = select(Outcome.course_id).where(Outcome.competence_id.in_(competence_ids))
    proving = select(Unit.course_id).join(Unit.proofs).where(UnitProof.competence_id.in_(competence_ids))
    query = (
        select(Course.title)
        .where(or_(Course.id.in_(leading), Course.id.in_(proving)))
        .where(Course.retired_at.is_(None))
        .order_by(Course.title)
    )
    return list(db.session.scalars(query))
