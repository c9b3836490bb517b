"""Questions about what has been applied: the person's own, and who is to be asked."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select, union_all
from sqlalchemy.orm import joinedload

from app.bookings.models import Attendance, Booking
from app.competences.queries import Named, named
from app.courses.models import Course, Enrolment, Outcome, Session
from app.db import db
from app.people.models import Person
from app.people.viewer import Viewer
from app.plans.models import PracticeQuestion
from app.plans.rules.practice import EARLY, LATEST, levels_to_claim


@dataclass(frozen=True)
class Learnt:
    """Somebody completed a course, or took part in a date of it."""

    person_id: int
    course_id: int
    title: str
    on: dt.date


@dataclass(frozen=True)
class Claim:
    """A level that an answer may prove."""

    competence: Named
    level: int

    @property
    def value(self) -> str:
        """As a form names it."""
        return f"{self.competence.id}-{self.level}"


def questions_visible_to(viewer: Viewer) -> Select[PracticeQuestion]:
    """The viewer's own questions, the open ones first."""
    return (
        select(PracticeQuestion)
        .where(PracticeQuestion.person_id == viewer.person.id)
        .options(joinedload(PracticeQuestion.course))
        .order_by(PracticeQuestion.answer.is_not(None), PracticeQuestion.asked_on.desc(), PracticeQuestion.id.desc())
    )


def open_questions(viewer: Viewer) -> Select[PracticeQuestion]:
    """The viewer's own questions that have no answer."""
    return questions_visible_to(viewer).where(PracticeQuestion.answer.is_(None))


def claims_of(course_id: int | None) -> list[Claim]:
    """The levels that applying this course may prove: up to one more than the course leads to; two statements."""
    query = select(Outcome.competence_id, Outcome.to_level).where(Outcome.course_id == course_id)
    to_levels = dict(db.session.execute(query).all())
    found = named(to_levels) if to_levels else []
    return [Claim(one, level) for one in found for level in levels_to_claim(to_levels[one.id], one.highest)]


def learnt_lately(today: dt.date) -> list[Learnt]:
    """Who learnt what, long enough ago to be asked and not too long ago; one statement."""
    first, last = today - dt.timedelta(weeks=LATEST), today - dt.timedelta(weeks=EARLY)
    completed = select(Enrolment.person_id, Enrolment.course_id, Enrolment.completed_on.label("learnt_on")).where(
        Enrolment.completed_on.between(first, last)
    )
    attended = (
        select(Booking.person_id, Session.course_id, func.max(Attendance.day))
        .join(Attendance, Attendance.booking_id == Booking.id)
        .join(Session, Session.bookable_id == Booking.bookable_id)
        .group_by(Booking.person_id, Session.course_id)
        .having(func.max(Attendance.day).between(first, last))
    )
    both = union_all(completed, attended).subquery()
    query = (
        select(both.c.person_id, both.c.course_id, Course.title, func.max(both.c.learnt_on))
        .join(Course, Course.id == both.c.course_id)
        .join(Person, Person.id == both.c.person_id)
        .where(Person.left_on.is_(None) | (Person.left_on >= today))
        .group_by(both.c.person_id, both.c.course_id, Course.title)
        .order_by(both.c.person_id, both.c.course_id)
    )
    return [Learnt(*row) for row in db.session.execute(query)]


def told_by(person_id: int) -> Select[PracticeQuestion]:
    """What a person has written about what they applied."""
    words = or_(*(one != "" for one in (PracticeQuestion.what, PracticeQuestion.place, PracticeQuestion.outcome)))
    return select(PracticeQuestion).where(PracticeQuestion.person_id == person_id, words)


def asked_of(person_ids: Collection[int]) -> Select[PracticeQuestion]:
    """What these people have been asked so far."""
    return select(PracticeQuestion).where(PracticeQuestion.person_id.in_(person_ids))
