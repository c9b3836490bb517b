"""What only the person can say, and can take back: that they completed a course elsewhere, or were at a seminar."""

import datetime as dt
from collections.abc import Callable, Iterator

from flask_babel import gettext as _
from sqlalchemy import Select, select

from app import clock
from app.activity.actions import record
from app.competences.models import Statement
from app.competences.queries import holds
from app.competences.rules import Kind
from app.courses import queries
from app.courses.actions.enrolments import open_way, prove
from app.courses.models import Course, Enrolment
from app.courses.rules import EARLIEST_COMPLETION, Format
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.text.language import LANGUAGES, speaking

REOPENED: list[Callable[[Enrolment], object]] = []
"""Whom to call when a course that was completed is open again: what was built on that holds no longer."""


def complete(course: Course, person: Person, *, completed_on: dt.date | None) -> Enrolment:
    """Set down that the person has completed a course elsewhere; what it proves is marked as their own word."""
    if course.format is not Format.EXTERNAL:
        raise Refused(_("Lotse notes by itself when this course is completed."))
    if completed_on is None or not EARLIEST_COMPLETION <= completed_on <= clock.today():
        raise Refused(_("Please enter the day on which you completed the course, today at the latest."), "completed_on")
    enrolment = db.session.scalars(queries.locked_enrolment(person.id, course.id)).one_or_none()
    enrolment = enrolment or open_way(course, person)
    if enrolment.completed_on is not None:
        return enrolment
    enrolment.left_at, enrolment.completed_on = None, completed_on
    prove(course, person, _source(course), completed_on)
    record(person, "courses.completed", enrolment, course=course.id)
    db.session.flush()
    return enrolment


def attend(course: Course, person: Person) -> Enrolment:
    """Set down that the person took part in a date at which they had a seat; it completes the course."""
    day = queries.day_attended(person.id, course.id, clock.now())
    if day is None:
        raise Refused(_("You can say this once a date is over at which you had a seat."))
    enrolment = db.session.scalars(queries.locked_enrolment(person.id, course.id)).one_or_none()
    enrolment = enrolment or open_way(course, person)
    if enrolment.completed_on is not None:
        return enrolment
    enrolment.left_at, enrolment.completed_on = None, day
    prove(course, person, _source(course), day, kind=Kind.ATTENDANCE)
    record(person, "courses.completed", enrolment, course=course.id)
    db.session.flush()
    return enrolment


def take_back(course: Course, person: Person) -> Enrolment | None:
    """Undo it: the course is open again, and what it proved no longer counts."""
    enrolment = db.session.scalars(queries.locked_enrolment(person.id, course.id)).one_or_none()
    if enrolment is None or enrolment.completed_on is None:
        return enrolment
    if course.format is Format.SELF_PACED:
        raise Refused(_("Lotse notes by itself when this course is completed."))
    if enrolment.session_id is not None:
        raise Refused(_("Those who led the date have noted that you were there. Please ask them if that is wrong."))
    reopen(enrolment)
    record(person, "courses.completion_taken_back", enrolment, course=course.id)
    db.session.flush()
    return enrolment


def reopen(enrolment: Enrolment) -> None:
    """The course is not completed after all, and what that proved no longer counts."""
    if enrolment.completed_on is None:
        return
    for said in db.session.scalars(_proofs(enrolment.course, enrolment.person, enrolment.completed_on)).all():
        db.session.add(_retraction(said))
    enrolment.completed_on, enrolment.left_at, enrolment.session_id = None, clock.now(), None
    db.session.flush()
    for follow in REOPENED:
        follow(enrolment)


def _source(course: Course) -> str:
    """The source of what such a word proves."""
    return _("%(title)s (own statement)", title=course.title)


def _proofs(course: Course, person: Person, day: dt.date) -> Select[Statement]:
    """What the course has proved that day, also of competences that another has replaced since."""
    return select(Statement).where(
        Statement.person_id == person.id,
        Statement.kind.in_((Kind.COMPLETION, Kind.ATTENDANCE)),
        Statement.observed_on == day,
        Statement.source.in_([course.title, *_sources(course)]),
        holds(),
    )


def _sources(course: Course) -> Iterator[str]:
    """The source in each language in which it may have been said."""
    for one in LANGUAGES:
        with speaking(one):
            yield _source(course)


def _retraction(said: Statement) -> Statement:
    return Statement(
        person_id=said.person_id,
        competence_id=said.competence_id,
        level=said.level,
        kind=said.kind,
        source=said.source,
        observed_on=clock.today(),
        recorded_at=clock.now(),
        retracts_id=said.id,
    )
