"""Who is there on a day, and who is expected."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased, contains_eager

from app.bookings.models import Attendance, Bookable, Booking
from app.bookings.queries.bookings import bookings_of_bookable
from app.bookings.queries.seats import line_order
from app.bookings.rules import LIVE, TOTAL, Hall, Mode, State, Way
from app.db import db
from app.people.models import Person
from app.people.queries import is_named

MOST_FOUND = 10


def attendance_of(bookable_id: int, person_id: int, day: dt.date) -> Select[Attendance]:
    """That the person is there that day."""
    theirs = Booking.bookable_id == bookable_id, Booking.person_id == person_id
    return select(Attendance).join(Attendance.booking).where(*theirs, Attendance.day == day)


def hall(bookable: Bookable, day: dt.date, *, allotted: int = 0) -> Hall:
    """The date on this day, as it is at the door; one statement. Without a limit of its own the hall has the seats.

    How many places are allotted to devices, whoever counts for the doors says.
    """
    is_there = exists().where(Attendance.booking_id == Booking.id, Attendance.day == day)
    has_place = Booking.state.in_((State.CONFIRMED, State.OFFERED))
    counted = (
        select(
            func.count(Booking.id).filter(is_there),
            func.count(Booking.id).filter(~is_there, has_place),
            func.count(Booking.id).filter(is_there, Booking.way == Way.DOOR),
            func.count(Booking.id).filter(_has_applied()),
        )
        .join(Booking.bookable)
        .where(Booking.bookable_id == bookable.id)
        .where(or_(is_there, has_place, _has_applied()))
    )
    present, expected, walked_in, applied = db.session.execute(counted).one()
    seats = next(pool.capacity for pool in bookable.pools if pool.name == TOTAL)
    limit = seats if bookable.hall_limit is None else bookable.hall_limit
    return Hall(limit, present, expected, bookable.door_share, walked_in, allotted, applied)


def has_applied(bookable_id: int, person_id: int) -> bool:
    """Whether the person asked for a seat there and got none."""
    return bool(applied_among(bookable_id, [person_id]))


def applied_among(bookable_id: int, person_ids: Collection[int]) -> set[int]:
    """Who of these people asked for a seat there and got none; one statement."""
    theirs = select(Booking.person_id).join(Booking.bookable).where(Booking.person_id.in_(person_ids), _has_applied())
    return set(db.session.scalars(theirs.where(Booking.bookable_id == bookable_id)))


def _has_applied() -> ColumnElement[bool]:
    """Waits for a seat, or the lots have not given one; whom a leader declined is not meant."""
    by_lot = and_(Bookable.mode == Mode.DRAW, Booking.state.in_((State.REQUESTED, State.DECLINED)))
    return or_(Booking.state == State.WAITLISTED, by_lot)


def most_present(bookable: Bookable) -> int:
    """How many people were there at once, on the fullest day."""
    people = func.count(Attendance.id)
    by_day = select(people).join(Attendance.booking).where(Booking.bookable_id == bookable.id).group_by(Attendance.day)
    return db.session.scalar(by_day.order_by(people.desc()).limit(1)) or 0


def expected_at_door(bookable: Bookable, typed: str) -> Select[Booking]:
    """Who has a seat or waits for one, and has these words in the name or this personnel number; by name."""
    return (
        bookings_of_bookable(bookable.id)
        .where(Booking.state.in_(LIVE), or_(is_named(typed), Person.personnel_number == typed.strip()))
        .order_by(Person.sort_name, *line_order(Booking))
        .limit(MOST_FOUND)
    )


def seats_by_name(bookable: Bookable) -> Select[Booking]:
    """Everybody who has a seat or was let in without one; by name."""
    return (
        bookings_of_bookable(bookable.id)
        .where(Booking.state == State.CONFIRMED)
        .order_by(Person.sort_name, *line_order(Booking))
    )


def booking_at_door(bookable: Bookable, booking_id: int) -> Select[Booking]:
    """The booking of this number, if it is one of this date."""
    return bookings_of_bookable(bookable.id).where(Booking.id == booking_id)


def arrivals(bookable: Bookable, day: dt.date) -> Select[Attendance]:
    """Who came last."""
    return (
        select(Attendance)
        .join(Attendance.booking)
        .where(Booking.bookable_id == bookable.id, Attendance.day == day)
        .order_by(Attendance.recorded_at.desc(), Attendance.id.desc())
        .options(contains_eager(Attendance.booking).joinedload(Booking.person).joinedload(Person.unit))
    )


def has_been_noted(bookable_id: Any) -> ColumnElement[bool]:
    """Whether anybody has noted who was there: where they have, nobody says it of themselves."""
    seat = aliased(Booking)
    return exists().where(Attendance.booking_id == seat.id, seat.bookable_id == bookable_id)


def days_there(booking_ids: Collection[int]) -> dict[int, set[dt.date]]:
    """On which days each of these was there, by booking; who never was is not in it."""
    found: dict[int, set[dt.date]] = {}
    rows = select(Attendance.booking_id, Attendance.day).where(Attendance.booking_id.in_(booking_ids))
    for booking_id, day in db.session.execute(rows):
        found.setdefault(booking_id, set()).add(day)
    return found


def there_since(day: dt.date, booking_ids: Collection[int]) -> dict[int, dt.datetime]:
    """When each of these came that day, by booking; who is not there is not in it."""
    rows = select(Attendance.booking_id, Attendance.recorded_at).where(
        Attendance.booking_id.in_(booking_ids), Attendance.day == day
    )
    return dict(db.session.execute(rows).all())
