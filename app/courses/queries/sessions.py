"""Dated runs of courses."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select, true
from sqlalchemy.orm import aliased, contains_eager, selectinload

from app import clock
from app.bookings.models import Bookable, Booking, Organiser, Span
from app.bookings.queries import has_been_noted, is_run_by, is_visible_to, seats_of
from app.bookings.rules import LIVE, Mode, Seats, State, Terms, closed_reason
from app.courses.models import Course, Session, SessionTrainer
from app.courses.rules import Dated
from app.db import db
from app.people.rules import Role
from app.people.viewer import Viewer


@dataclass(frozen=True)
class Date:
    """A session as a line shows it: when, where, free seats, and where the person stands."""

    course_id: int
    session_id: int
    starts_at: dt.datetime
    ends_at: dt.datetime
    meetings: int
    place: str
    mode: Mode
    price_cents: int
    state: State | None
    seats: Seats
    closed: str | None


@dataclass(frozen=True)
class OpenDate:
    """A date for which one can sign up, as the catalogue shows it."""

    course_id: int
    starts_at: dt.datetime
    seats: Seats


def sessions_visible_to(viewer: Viewer) -> Select[Session]:
    """The sessions that the viewer may know of, with course, times and seats.

    These are open to their unit, or they have booked them, lead them or run them.
    """
    return (
        select(Session)
        .join(Session.course)
        .join(Session.bookable)
        .where(Course.published_at.is_not(None), or_(is_visible_to(viewer), is_led_by(viewer), is_planned_by(viewer)))
        .options(
            contains_eager(Session.course).load_only(
                Course.slug, Course.title, Course.summary, Course.abilities, Course.effort_minutes, Course.retired_at
            ),
            contains_eager(Session.bookable).selectinload(Bookable.spans),
            contains_eager(Session.bookable).selectinload(Bookable.organisers).joinedload(Organiser.person),
            selectinload(Session.trainers).joinedload(SessionTrainer.person),
        )
    )


def is_planned_by(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer runs the session; HR developers of the whole house run all of them."""
    return true() if viewer.has(Role.HR) else is_run_by(viewer)


def is_led_by(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer leads the session."""
    return exists().where(SessionTrainer.session_id == Session.id, SessionTrainer.person_id == viewer.person.id)


def dates_of(viewer: Viewer, course_ids: Collection[int], now: dt.datetime) -> list[Date]:
    """The dates of these courses that are still to come, by time; two statements."""
    return _to_come(_dates_of(viewer, course_ids, now), now) if course_ids else []


def dates_and_attendance(viewer: Viewer, course_id: int, now: dt.datetime) -> tuple[list[Date], dt.date | None]:
    """The dates that are still to come, and the day of the last one that the viewer had a seat in; two statements.

    Where it was noted who was there, nobody need say it themselves.
    """
    rows = _dates_of(viewer, [course_id], now)
    ends = [row.ends_at for row in rows if row.ends_at <= now and row.state is State.CONFIRMED and not row.is_noted]
    return _to_come(rows, now), clock.local(max(ends)).date() if ends else None


def _dates_of(viewer: Viewer, course_ids: Collection[int], now: dt.datetime) -> Sequence[Any]:
    asked = {"courses": list(course_ids), "me": viewer.person.id, "now": now}
    return db.session.execute(_dates().where(is_visible_to(viewer)), asked).all()


def _to_come(rows: Sequence[Any], now: dt.datetime) -> list[Date]:
    left = [row for row in rows if row.ends_at > now]
    seats = seats_of([row.bookable_id for row in left], now) if left else {}
    return [_date(row, seats[row.bookable_id], now) for row in left]


def open_dates(viewer: Viewer, now: dt.datetime, course_ids: Collection[int] | None = None) -> list[OpenDate]:
    """The dates of these courses, or of all, for which the viewer can sign up now, by time; two statements."""
    query = _open().where(is_visible_to(viewer))
    if course_ids is not None:
        query = query.where(Session.course_id.in_(course_ids))
    rows = db.session.execute(query, {"now": now}).all() if course_ids != [] else []
    seats = seats_of([row.bookable_id for row in rows], now) if rows else {}
    return [OpenDate(course_id, starts_at, seats[bookable_id]) for course_id, bookable_id, starts_at in rows]


def dated(dates: Iterable[OpenDate]) -> list[Dated]:
    """The dates as the catalogue's search knows them."""
    return [Dated(date.course_id, clock.local(date.starts_at).date(), not date.seats.is_full) for date in dates]


def first_dates(dates: Iterable[OpenDate]) -> dict[int, OpenDate]:
    """For each course the first date with a free seat; where all are full, the first with a waitlist."""
    found: dict[int, OpenDate] = {}
    for date in dates:
        known = found.get(date.course_id)
        if known is None or (known.seats.is_full and not date.seats.is_full):
            found[date.course_id] = date
    return found


@cache
def _open() -> Select[int, int, dt.datetime]:
    """With the parameter `now`; who may see them is added by whoever asks."""
    now = bindparam("now", type_=Bookable.closes_at.type)
    return (
        select(Session.course_id, Bookable.id.label("bookable_id"), Bookable.starts_at)
        .join(Session.bookable)
        .where(
            Bookable.cancelled_at.is_(None),
            Bookable.closes_at > now,
            or_(Bookable.opens_at.is_(None), Bookable.opens_at <= now),
        )
        .order_by(Bookable.starts_at, Session.id)
    )


@cache
def _dates() -> Select[Any]:
    """What is to come, and what the person has a seat in; with the parameters `courses`, `me` and `now`.

    Who may see them is added by whoever asks.
    """
    mine, now = aliased(Booking), bindparam("now", type_=Bookable.ends_at.type)
    is_mine = and_(mine.bookable_id == Bookable.id, mine.person_id == bindparam("me"), mine.state.in_(LIVE))
    meetings = select(func.count(Span.id)).where(Span.bookable_id == Bookable.id).scalar_subquery()
    return (
        select(
            Session.course_id,
            Session.id.label("session_id"),
            Bookable.id.label("bookable_id"),
            Bookable.starts_at,
            Bookable.ends_at,
            meetings.label("meetings"),
            Bookable.place,
            Bookable.mode,
            Bookable.price_cents,
            Bookable.opens_at,
            Bookable.closes_at,
            Bookable.cancel_until,
            mine.state,
            has_been_noted(Bookable.id).label("is_noted"),
        )
        .join(Session.bookable)
        .outerjoin(mine, is_mine)
        .where(
            Session.course_id.in_(bindparam("courses", expanding=True)),
            Bookable.cancelled_at.is_(None),
            or_(Bookable.starts_at > now, mine.id.is_not(None)),
        )
        .order_by(Bookable.starts_at, Session.id)
    )


def _date(row: Any, seats: Seats, now: dt.datetime) -> Date:
    closed = closed_reason(Terms(row.opens_at, row.closes_at, row.starts_at, row.cancel_until), now)
    return Date(
        row.course_id,
        row.session_id,
        row.starts_at,
        row.ends_at,
        row.meetings,
        row.place,
        row.mode,
        row.price_cents,
        row.state,
        seats,
        closed,
    )
