"""What the catalogue offers to a plan."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, or_, select

from app import clock
from app.bookings.models import Bookable, Booking, Span
from app.bookings.queries import seats_of
from app.bookings.rules import LIVE, is_in_audience
from app.courses.models import Course, Enrolment, Outcome, Prerequisite, Session
from app.courses.queries.catalogue import is_offered
from app.courses.rules import Format
from app.db import db
from app.people.models import Person
from app.plans import optimiser
from app.plans.models import Plan
from app.plans.optimiser import Meeting
from app.plans.rules import USUAL_WEEKLY_MINUTES

MOST_OFFERS = 20


@dataclass(frozen=True)
class Facts:
    """What a line says about a course."""

    slug: str
    title: str
    format: Format


@dataclass(frozen=True)
class Catalogue:
    """Every course that is offered, and how far the person is with it."""

    facts: Mapping[int, Facts]
    minutes: Mapping[int, int]
    outcomes: Mapping[int, Mapping[int, tuple[int, int]]]
    required: Mapping[int, frozenset[int]]
    completed: frozenset[int]
    left: frozenset[int]


@dataclass(frozen=True)
class Dates:
    """The sessions to come by course, and when the person has other things booked."""

    sessions: Mapping[int, tuple[optimiser.Session, ...]]
    busy: tuple[Meeting, ...]


@dataclass(frozen=True)
class LeadsTo:
    """A course that leads from a level to another in one competence."""

    slug: str
    title: str
    minutes: int
    from_level: int
    to_level: int


def catalogue_for(person_id: int) -> Catalogue:
    """Every course of the catalogue, for a line and for the optimiser; two statements."""
    query = (
        select(
            Course.id,
            Course.slug,
            Course.title,
            Course.format,
            Course.effort_minutes,
            Outcome.competence_id,
            Outcome.from_level,
            Outcome.to_level,
            Enrolment.completed_on,
            Enrolment.left_at,
        )
        .outerjoin(Outcome, Outcome.course_id == Course.id)
        .outerjoin(Enrolment, and_(Enrolment.course_id == Course.id, Enrolment.person_id == person_id))
        .where(is_offered())
        .order_by(Course.id)
    )
    rows = db.session.execute(query).all()
    outcomes: dict[int, dict[int, tuple[int, int]]] = {}
    for row in rows:
        if row.competence_id is not None:
            outcomes.setdefault(row.id, {})[row.competence_id] = (row.from_level, row.to_level)
    required: dict[int, set[int]] = {}
    for course_id, required_id in db.session.execute(select(Prerequisite.course_id, Prerequisite.required_id)):
        required.setdefault(course_id, set()).add(required_id)
    offered = {row.id for row in rows}
    return Catalogue(
        {row.id: Facts(row.slug, row.title, row.format) for row in rows},
        {row.id: row.effort_minutes for row in rows},
        outcomes,
        {course: frozenset(before & offered) for course, before in required.items()},
        frozenset(row.id for row in rows if row.completed_on),
        frozenset(row.id for row in rows if row.left_at and row.format is not Format.SEMINAR),
    )


def dates_for(person: Person, minutes: Mapping[int, int]) -> Dates:
    """The dates to come that are open to the person, with what they have booked themselves; two statements."""
    now, path = clock.now(), person.unit.path
    rows = [
        row for row in db.session.execute(_spans(person, now)) if row.is_mine or is_in_audience(row.audience_id, path)
    ]
    seats = seats_of({row.bookable_id for row in rows if not row.is_mine}, now) if rows else {}
    meetings: dict[tuple[int | None, int | None, int], list[Meeting]] = {}
    mine: set[int] = set()
    for row in rows:
        place = (row.course_id, row.session_id, row.bookable_id)
        meetings.setdefault(place, []).append(Meeting(clock.local(row.starts_at), clock.local(row.ends_at)))
        if row.is_mine:
            mine.add(row.bookable_id)
    sessions: dict[int, list[optimiser.Session]] = {}
    busy: list[Meeting] = []
    for (course, session, bookable), times in meetings.items():
        if course in minutes and course is not None and session is not None:
            has_seats = bookable in mine or seats[bookable].free != 0
            made = optimiser.Session(session, tuple(times), minutes[course], has_seats, bookable in mine)
            sessions.setdefault(course, []).append(made)
        else:
            busy.extend(times)
    return Dates({course: tuple(found) for course, found in sessions.items()}, tuple(busy))


def courses_leading_to(competence_id: int, *, above: int) -> list[LeadsTo]:
    """The courses of the catalogue that lead above a level of a competence, lowest first; one statement."""
    query = (
        select(Course.slug, Course.title, Course.effort_minutes, Outcome.from_level, Outcome.to_level)
        .join(Outcome, Outcome.course_id == Course.id)
        .where(Outcome.competence_id == competence_id, Outcome.to_level > above, is_offered())
        .order_by(Outcome.from_level, Outcome.to_level, Course.title)
        .limit(MOST_OFFERS)
    )
    return [LeadsTo(*row) for row in db.session.execute(query)]


def weekly_minutes_of(person_id: int) -> int:
    """The minutes a week that the person has for learning; one statement."""
    return db.session.scalar(select(Plan.weekly_minutes).where(Plan.person_id == person_id)) or USUAL_WEEKLY_MINUTES


def _spans(person: Person, now: dt.datetime) -> Any:
    """The times of sessions of the catalogue that begin later, and of what the person has booked and isn't over."""
    is_mine = and_(Booking.bookable_id == Bookable.id, Booking.person_id == person.id, Booking.state.in_(LIVE))
    is_open = and_(Session.id.is_not(None), is_offered(), Bookable.closes_at > now)
    return (
        select(
            Session.course_id,
            Session.id.label("session_id"),
            Bookable.id.label("bookable_id"),
            Bookable.audience_id,
            Booking.id.is_not(None).label("is_mine"),
            Span.starts_at,
            Span.ends_at,
        )
        .select_from(Bookable)
        .join(Span, Span.bookable_id == Bookable.id)
        .outerjoin(Session, Session.bookable_id == Bookable.id)
        .outerjoin(Course, Course.id == Session.course_id)
        .outerjoin(Booking, is_mine)
        .where(Bookable.cancelled_at.is_(None), Bookable.ends_at > now, or_(is_open, Booking.id.is_not(None)))
        .order_by(Bookable.starts_at, Bookable.id, Span.starts_at)
    )
