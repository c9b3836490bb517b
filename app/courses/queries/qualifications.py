"""What a course grants, renews and requires, and where a person stands with it."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.courses.models import Course, CourseQualification, Session
from app.db import db
from app.qualifications import queries as qualifications
from app.qualifications import rules
from app.qualifications.labels import title_of
from app.qualifications.models import Qualification
from app.qualifications.rules import Effect, State


@dataclass(frozen=True)
class Bearing:
    """What a course has to do with a qualification, and where the person stands with that."""

    qualification: Qualification
    effect: Effect
    state: State
    until: dt.date | None
    ends_soon: bool

    @property
    def is_worth_repeating(self) -> bool:
        """Whether whoever completes the course now holds it for longer than they do."""
        return self.ends_soon if self.is_met else self.effect is Effect.GRANTS

    @property
    def title(self) -> str:
        """The title in the language of the page."""
        return title_of(self.qualification)

    @property
    def is_met(self) -> bool:
        """Whether the person holds it."""
        return self.state is State.HELD


def qualifications_of(course_id: int) -> list[CourseQualification]:
    """What the course grants, renews and requires; one statement."""
    found = select(CourseQualification).where(CourseQualification.course_id == course_id)
    return list(db.session.scalars(found.options(joinedload(CourseQualification.qualification))))


def required_of(course_id: int, person_id: int, on: dt.date) -> list[Bearing]:
    """What the course requires, with where the person stands that day; one statement."""
    last = qualifications.until(person_id, Qualification.id, on)
    found = (
        select(Qualification, CourseQualification.effect, last)
        .join(CourseQualification, CourseQualification.qualification_id == Qualification.id)
        .where(CourseQualification.course_id == course_id, CourseQualification.effect == Effect.REQUIRES)
        .order_by(Qualification.title)
    )
    return [bearing(*row, on=on) for row in db.session.execute(found)]


def bearing(qualification: Qualification, effect: Effect, until: dt.date | None, *, on: dt.date) -> Bearing:
    """The same from a row, for somebody who holds it until then."""
    return Bearing(qualification, effect, rules.state(until, on), until, rules.ends_soon(until, on))


def course_of_date(bookable_id: int) -> Select[Course]:
    """The course of which this is a date, if it is one."""
    return select(Course).join(Session, Session.course_id == Course.id).where(Session.bookable_id == bookable_id)


def courses_for(qualification_ids: list[int]) -> dict[int, list[Course]]:
    """The courses on offer that grant or renew each of these, those that grant it first; one statement."""
    found = (
        select(CourseQualification.qualification_id, Course)
        .join(Course, Course.id == CourseQualification.course_id)
        .where(
            CourseQualification.qualification_id.in_(qualification_ids),
            CourseQualification.effect.in_((Effect.GRANTS, Effect.RENEWS)),
            Course.published_at.is_not(None),
            Course.retired_at.is_(None),
        )
        .order_by(CourseQualification.effect, Course.search_title)
    )
    courses: dict[int, list[Course]] = {}
    for number, course in db.session.execute(found):
        courses.setdefault(number, []).append(course)
    return courses
