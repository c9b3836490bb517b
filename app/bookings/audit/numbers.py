"""Promises about how many: seats, offers, quotas, the hall."""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from sqlalchemy import Select, and_, bindparam, func, or_, select

from app.bookings import queries
from app.bookings.models import (
    Attendance,
    Bookable,
    Booking,
    Invitation,
    Offer,
    Pool,
)
from app.bookings.rules import (
    LIVE,
    TOTAL,
    Reply,
    Seats,
    State,
    Way,
    serves_line,
)
from app.db import db

LATEST_JOB = dt.timedelta(minutes=10)
"""How long an offer may have run out, or the time for a decision be over, before the jobs have seen it."""


def without_seats(_now: dt.datetime) -> Iterator[str]:
    for bookable_id in db.session.scalars(_without_seats()):
        yield f"bookable {bookable_id}"


@cache
def _without_seats() -> Select[int]:
    total = and_(Pool.bookable_id == Bookable.id, Pool.name == TOTAL)
    return select(Bookable.id).outerjoin(Pool, total).where(Pool.id.is_(None))


def oversold(now: dt.datetime) -> Iterator[str]:
    for bookable_id, seats in _all_seats(now).items():
        if seats.limit is not None and seats.confirmed > seats.limit:
            yield f"bookable {bookable_id} has {seats.confirmed} confirmed for {seats.limit} seats"


def offered_too_often(now: dt.datetime) -> Iterator[str]:
    for bookable_id, seats in _all_seats(now).items():
        if seats.limit is not None and seats.offered and seats.held > seats.limit:
            yield (
                f"bookable {bookable_id} has {seats.confirmed} confirmed and {seats.offered} offers "
                f"for {seats.limit} seats"
            )


def invited_in_vain(now: dt.datetime) -> Iterator[str]:
    for bookable_id, seats in _all_seats(now).items():
        if seats.limit is not None and seats.invited and seats.promised > seats.limit:
            yield f"bookable {bookable_id} keeps {seats.invited} seats of {seats.limit}, and {seats.held} are taken"


def uninvited(_now: dt.datetime) -> Iterator[str]:
    """Who took a seat by an invitation has one, which is answered."""
    for booking_id in db.session.scalars(_uninvited()):
        yield f"booking {booking_id}"


@cache
def _uninvited() -> Select[int]:
    theirs = and_(Invitation.bookable_id == Booking.bookable_id, Invitation.person_id == Booking.person_id)
    return (
        select(Booking.id)
        .outerjoin(Invitation, theirs)
        .where(Booking.way == Way.INVITATION, Booking.state == State.CONFIRMED)
        .where(or_(Invitation.id.is_(None), Invitation.reply != Reply.ACCEPTED))
        .order_by(Booking.id)
    )


def beyond_quotas(now: dt.datetime) -> Iterator[str]:
    bookable_ids = db.session.scalars(select(Pool.bookable_id).where(Pool.name != TOTAL).distinct()).all()
    for pool_id, room in sorted(queries.room_in_quotas(bookable_ids, now).items()):
        if room < 0:
            yield f"quota {pool_id} has {-room} seats too many"


def idle_seats(now: dt.datetime) -> Iterator[str]:
    as_of = now - LATEST_JOB
    idle = {bookable_id: seats.to_offer for bookable_id, seats in _all_seats(as_of).items() if seats.to_offer}
    for bookable in db.session.scalars(select(Bookable).where(Bookable.id.in_(idle)).order_by(Bookable.id)):
        if serves_line(bookable.terms, now):
            yield f"bookable {bookable.id} has {idle[bookable.id]} free seats while people wait"


def booked_twice(_now: dt.datetime) -> Iterator[str]:
    for bookable_id, person_id in db.session.execute(_booked_twice()):
        yield f"person {person_id} has several bookings of bookable {bookable_id}"


@cache
def _booked_twice() -> Select[int, int]:
    return (
        select(Booking.bookable_id, Booking.person_id)
        .where(Booking.state.in_(LIVE))
        .group_by(Booking.bookable_id, Booking.person_id)
        .having(func.count() > 1)
    )


def offers_astray(now: dt.datetime) -> Iterator[str]:
    without, still_open = _offers_astray()
    for booking_id in db.session.scalars(without):
        yield f"booking {booking_id} is offered a seat without an offer"
    for booking_id in db.session.scalars(still_open, {"now": now}):
        yield f"booking {booking_id} has an open offer and is not offered a seat"


@cache
def _offers_astray() -> tuple[Select[int], Select[int]]:
    """Seats on offer without an offer, and offers of no seat, with the parameter `now`."""
    unanswered = and_(Offer.booking_id == Booking.id, Offer.answered_at.is_(None))
    is_open = Offer.expires_at > bindparam("now", type_=Offer.expires_at.type)
    return (
        select(Booking.id).outerjoin(Offer, unanswered).where(Booking.state == State.OFFERED, Offer.id.is_(None)),
        select(Booking.id).join(Offer, unanswered).where(Booking.state != State.OFFERED, is_open),
    )


def hall_too_full(_now: dt.datetime) -> Iterator[str]:
    for bookable_id, number, limit, day in db.session.execute(_hall_too_full()):
        yield f"bookable {bookable_id} had {number} people in a hall for {limit} on {day}"


@cache
def _hall_too_full() -> Select[int, int, int | None, dt.date]:
    people = func.count(Attendance.id)
    return (
        select(Bookable.id, people, Bookable.hall_limit, Attendance.day)
        .join(Booking, Booking.bookable_id == Bookable.id)
        .join(Attendance, Attendance.booking_id == Booking.id)
        .group_by(Bookable.id, Bookable.hall_limit, Attendance.day)
        .having(people > Bookable.hall_limit)
        .order_by(Bookable.id, Attendance.day)
    )


def _all_seats(now: dt.datetime) -> dict[int, Seats]:
    return queries.seats_of(db.session.scalars(select(Bookable.id)).all(), now)
