"""Units, and how far somebody is in them."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from app.competences.models import Area, Competence, Level
from app.courses.models import Course, Enrolment, Unit, UnitProgress, UnitProof
from app.courses.queries.catalogue import is_offered
from app.db import db
from app.people.viewer import Viewer
from app.text.language import language
from app.text.markdown import as_part

MOST_TESTS = 20
FACTS = (Course.slug, Course.title, Course.format, Course.published_at, Course.retired_at)


@dataclass(frozen=True)
class Step:
    """A unit of a course as a person sees it."""

    id: int
    key: str
    title: str
    minutes: int
    done_at: dt.datetime | None
    is_test: bool

    @property
    def is_done(self) -> bool:
        """Whether the person has finished it."""
        return self.done_at is not None


@dataclass(frozen=True)
class Part:
    """A unit as it stands among the others on paper."""

    title: str
    minutes: int
    body_html: str


@dataclass(frozen=True)
class Shown:
    """A level of a competence that passing a test proves."""

    unit_id: int
    competence_id: int
    title: str
    level: int
    level_title: str


@dataclass(frozen=True)
class Test:
    """A test of the catalogue that proves a level of a competence."""

    slug: str
    key: str
    title: str
    course: str
    minutes: int
    level: int


@dataclass(frozen=True)
class NextUnit:
    """Where a person goes on in a course that they have begun."""

    course_id: int
    course_slug: str
    course_title: str
    key: str
    title: str
    minutes: int
    units_done: int
    units: int


def units_visible_to(_viewer: Viewer) -> Select[Unit]:
    """The units of the courses in the catalogue: everybody may read them."""
    return _readable_units()


def steps_of(course_id: int, person_id: int) -> list[Step]:
    """The units of a course in order, with the person's progress; one statement."""
    rows = db.session.execute(_steps(), {"course_id": course_id, "person_id": person_id})
    return [Step(*row) for row in rows]


def parts_of(course_id: int) -> list[Part]:
    """The texts of a course's units in order; one statement."""
    query = (
        select(Unit.title, Unit.minutes, Unit.body_html)
        .where(Unit.course_id == course_id, Unit.retired_at.is_(None))
        .order_by(Unit.position, Unit.id)
    )
    return [Part(title, minutes, as_part(html)) for title, minutes, html in db.session.execute(query)]


def proofs_of(course_id: int) -> list[Shown]:
    """The levels that the tests among the units of a course prove, in order; one statement."""
    rows = db.session.execute(_proofs(language() == "en"), {"course_id": course_id})
    return [Shown(*row) for row in rows]


def tests_proving(competence_id: int, *, above: int) -> list[Test]:
    """The tests of the catalogue that prove more than a level of a competence, lowest first; one statement."""
    query = (
        select(Course.slug, Unit.key, Unit.title, Course.title, Unit.minutes, UnitProof.level)
        .join(Unit.course)
        .join(Unit.proofs)
        .where(UnitProof.competence_id == competence_id, UnitProof.level > above)
        .where(Unit.retired_at.is_(None), is_offered())
        .order_by(UnitProof.level, Course.title, Unit.position)
        .limit(MOST_TESTS)
    )
    return [Test(*row) for row in db.session.execute(query)]


def next_units(person_id: int) -> list[NextUnit]:
    """The first unfinished unit of each course that the person has begun, the latest first; one statement."""
    return [NextUnit(*row) for row in db.session.execute(_next_units(), {"person_id": person_id})]


@cache
def _readable_units() -> Select[Unit]:
    return (
        select(Unit)
        .join(Unit.course)
        .where(Unit.retired_at.is_(None), is_offered())
        .options(contains_eager(Unit.course).load_only(*FACTS), joinedload(Unit.proofs))
    )


@cache
def _steps() -> Select[*tuple[Any, ...]]:
    """Of somebody who goes through a course once more what they have done since."""
    is_test = exists().where(UnitProof.unit_id == Unit.id)
    is_own = and_(Enrolment.course_id == Unit.course_id, Enrolment.person_id == bindparam("person_id"))
    is_new = or_(Enrolment.again_since.is_(None), UnitProgress.done_at >= Enrolment.again_since)
    return (
        select(Unit.id, Unit.key, Unit.title, Unit.minutes, UnitProgress.done_at, is_test)
        .outerjoin(Enrolment, is_own)
        .outerjoin(UnitProgress, and_(_is_mine(), is_new))
        .where(Unit.course_id == bindparam("course_id"), Unit.retired_at.is_(None))
        .order_by(Unit.position, Unit.id)
    )


@cache
def _proofs(english: bool) -> Select[*tuple[Any, ...]]:
    is_level = and_(Level.framework_id == Area.framework_id, Level.number == UnitProof.level)
    return (
        select(
            Unit.id,
            Competence.id,
            Competence.title_en if english else Competence.title,
            UnitProof.level,
            func.coalesce(Level.title_en if english else Level.title, ""),
        )
        .join(UnitProof, UnitProof.unit_id == Unit.id)
        .join(UnitProof.competence)
        .join(Competence.area)
        .outerjoin(Level, is_level)
        .where(Unit.course_id == bindparam("course_id"), Unit.retired_at.is_(None), Competence.retired_at.is_(None))
        .order_by(Unit.position, Area.position, Competence.position)
    )


@cache
def _next_units() -> Select[*tuple[Any, ...]]:
    done = func.count(UnitProgress.unit_id).over(partition_by=Unit.course_id).label("done")
    every = func.count(Unit.id).over(partition_by=Unit.course_id).label("every")
    is_open = UnitProgress.done_at.is_(None)
    rank = func.row_number().over(partition_by=(Unit.course_id, is_open), order_by=(Unit.position, Unit.id))
    units = (
        select(
            Unit.course_id, Unit.key, Unit.title, Unit.minutes, Enrolment.begun_at, done, every,
            is_open.label("is_open"), rank.label("rank"),
        )
        .join(Enrolment, Enrolment.course_id == Unit.course_id)
        .outerjoin(UnitProgress, _is_mine())
        .where(
            Enrolment.person_id == bindparam("person_id"),
            Enrolment.completed_on.is_(None),
            Enrolment.left_at.is_(None),
            Unit.retired_at.is_(None),
        )
        .subquery()
    )  # fmt: skip
    return (
        select(
            Course.id, Course.slug, Course.title, units.c.key, units.c.title, units.c.minutes, units.c.done,
            units.c.every,
        )
        .join(units, units.c.course_id == Course.id)
        .where(units.c.is_open, units.c.rank == 1, is_offered())
        .order_by(units.c.begun_at.desc(), Course.id)
    )  # fmt: skip


def _is_mine() -> ColumnElement[bool]:
    return and_(UnitProgress.unit_id == Unit.id, UnitProgress.person_id == bindparam("person_id"))
