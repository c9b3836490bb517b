"""A course's page: what it leads to, what it asks for, and what could come after it."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, exists, func, literal, or_, select, union_all
from sqlalchemy.orm import aliased, contains_eager, defer

from app.bookings.models import Booking
from app.bookings.rules import State
from app.competences.models import Area, Competence, Level
from app.courses.models import (
    Course,
    CourseFile,
    CourseQualification,
    Enrolment,
    Outcome,
    Prerequisite,
    Session,
    Unit,
    UnitProof,
)
from app.courses.queries.catalogue import is_offered
from app.courses.queries.qualifications import Bearing, bearing
from app.courses.rules import Format, Stage, stage
from app.db import db
from app.people.viewer import Viewer
from app.qualifications import queries as qualifications
from app.qualifications.models import Qualification
from app.text.language import language

MOST_FOLLOWING = 2
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
class Neighbour:
    """A course that could come next, or be taken instead."""

    slug: str
    title: str
    language: str
    format: Format
    minutes: int


def courses_visible_to(_viewer: Viewer) -> Select[Course]:
    """What the catalogue offers, and what it no longer offers but `me` has begun, completed or has a seat in.

    With the way of `me` through it.
    """
    return _visible()


@cache
def _visible() -> Select[Course]:
    me = bindparam("me", type_=Enrolment.person_id.type)
    has_seat = exists().where(
        Session.course_id == Course.id,
        Booking.bookable_id == Session.bookable_id,
        Booking.person_id == me,
        Booking.state == State.CONFIRMED,
    )
    is_there = or_(Course.retired_at.is_(None), Enrolment.id.is_not(None), has_seat)
    return (
        select(Course)
        .outerjoin(Enrolment, and_(Enrolment.course_id == Course.id, Enrolment.person_id == me))
        .where(Course.published_at.is_not(None), is_there)
        .options(contains_eager(Course.way), defer(Course.search_title), defer(Course.search_text))
    )


def files_visible_to(_viewer: Viewer) -> Select[CourseFile]:
    """The files of the courses that `me` may see."""
    return _visible_files()


@cache
def _visible_files() -> Select[CourseFile]:
    visible = _visible().with_only_columns(Course.id).order_by(None)
    return select(CourseFile).join(CourseFile.course).where(Course.id.in_(visible))


def outcomes_of(course_id: int) -> list[Reached]:
    """What the course leads to, in the order of the framework; one statement."""
    rows = db.session.execute(_outcomes(language() == "en"), {"course_id": course_id})
    return [Reached(*row) for row in rows if row[0] is not None]


def leads_to(course_id: int, person_id: int, on: dt.date) -> tuple[list[Reached], list[Bearing]]:
    """The same, and the qualifications that the course has to do with, as the person stands that day; one statement."""
    asked = {"course_id": course_id, "person_id": person_id, "on": on}
    rows = db.session.execute(_outcomes_and_qualifications(language() == "en"), asked).all()
    reached = dict.fromkeys(Reached(*row[:7]) for row in rows if row[0] is not None)
    bearings = dict.fromkeys(bearing(*row[7:], on=on) for row in rows if row[7] is not None)
    return list(reached), sorted(bearings, key=lambda one: (one.effect, one.title))


def others_of(course: Course, person_id: int, *, is_completed: bool) -> tuple[list[Requirement], list[Neighbour]]:
    """The courses that should be done before, with the person's state, and those that could come next.

    Before a course is completed, instead of what comes next: what leads where it does. One statement.
    """
    asked = {"course_id": course.id, "person_id": person_id, "topic": course.topic}
    rows = db.session.execute(_others(is_completed), asked).all()
    before = [Requirement(row.slug, row.title, row.language, stage(*row[6:])) for row in rows if row.is_before]
    return before, [Neighbour(*row[1:6]) for row in rows if not row.is_before]


@cache
def _others(is_completed: bool) -> Select[*tuple[Any, ...]]:
    required = select(
        Prerequisite.required_id.label("id"), literal(1).label("is_before"), literal(0).label("place")
    ).where(Prerequisite.course_id == bindparam("course_id"))
    near = (_following() if is_completed else _similar()).subquery()
    others = union_all(required, select(near.c.id, literal(0), near.c.place)).subquery()
    return (
        select(
            others.c.is_before,
            Course.slug,
            Course.title,
            Course.language,
            Course.format,
            Course.effort_minutes,
            Enrolment.begun_at,
            Enrolment.completed_on,
            Enrolment.left_at,
        )
        .join(others, others.c.id == Course.id)
        .outerjoin(Enrolment, _is_mine())
        .where(is_offered())
        .order_by(others.c.place, Course.search_title)
    )


def _following() -> Select[int, int]:
    """What the person could learn next: courses that build on this one, then courses on the same topic."""
    builds_on = exists().where(Prerequisite.course_id == Course.id, Prerequisite.required_id == bindparam("course_id"))
    order = (case((builds_on, 0), else_=1), Course.search_title)
    return _near(order, MOST_FOLLOWING).where(
        or_(builds_on, Course.topic == bindparam("topic", type_=Course.topic.type))
    )


def _similar() -> Select[int, int]:
    """Courses with an outcome in the same competences, first those that lead to the same levels.

    Not what should be done before, which stands on the page already.
    """
    own, before = aliased(Outcome), aliased(Prerequisite)
    is_before = exists().where(before.course_id == bindparam("course_id"), before.required_id == Course.id)
    same_levels = func.count().filter(Outcome.to_level == own.to_level)
    return (
        _near((same_levels.desc(), func.count().desc(), Course.search_title), MOST_SIMILAR)
        .join(Outcome, Outcome.course_id == Course.id)
        .join(own, and_(own.competence_id == Outcome.competence_id, own.course_id == bindparam("course_id")))
        .where(~is_before)
        .group_by(Course.id)
    )


def _near(order: Sequence[Any], most: int) -> Select[int, int]:
    """The first other courses in this order, without those that the person has completed, and the place of each."""
    place = func.row_number().over(order_by=order).label("place")
    return (
        select(Course.id, place)
        .outerjoin(Enrolment, _is_mine())
        .where(is_offered(), Course.id != bindparam("course_id"), Enrolment.completed_on.is_(None))
        .order_by(place)
        .limit(most)
    )


def _is_mine() -> ColumnElement[bool]:
    return and_(Enrolment.course_id == Course.id, Enrolment.person_id == bindparam("person_id"))


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
        .select_from(Course)
        .outerjoin(Course.outcomes)
        .outerjoin(Competence, and_(Competence.id == Outcome.competence_id, Competence.retired_at.is_(None)))
        .outerjoin(Competence.area)
        .outerjoin(Level, and_(Level.framework_id == Area.framework_id, Level.number == Outcome.to_level))
        .where(Course.id == bindparam("course_id"))
        .order_by(Area.position, Competence.position)
    )


@cache
def _outcomes_and_qualifications(english: bool) -> Select[*tuple[Any, ...]]:
    """Each outcome beside each qualification: a course has few of both."""
    person = bindparam("person_id", type_=Enrolment.person_id.type)
    until = qualifications.until(person, Qualification.id, bindparam("on", type_=Enrolment.completed_on.type))
    return (
        _outcomes(english)
        .add_columns(Qualification, CourseQualification.effect, until)
        .outerjoin(CourseQualification, CourseQualification.course_id == Course.id)
        .outerjoin(CourseQualification.qualification)
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
