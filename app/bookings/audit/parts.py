"""Promises about the parts of a whole."""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import aliased

from app.bookings.models import Bookable, Booking, Span, TakenTime
from app.bookings.rules import State
from app.db import db


def in_two_parts_at_once(_now: dt.datetime) -> Iterator[str]:
    for one_id, other_id in db.session.execute(_in_two_parts_at_once()):
        yield f"bookings {one_id} and {other_id} are at the same time"


@cache
def _in_two_parts_at_once() -> Select[int, int]:
    one, other, of_one, of_other = aliased(Bookable), aliased(Bookable), aliased(Booking), aliased(Booking)
    first, second = aliased(Span), aliased(Span)
    return (
        select(of_one.id, of_other.id)
        .join(one, one.id == of_one.bookable_id)
        .join(other, and_(other.part_of_id == one.part_of_id, other.id > one.id))
        .join(of_other, and_(of_other.bookable_id == other.id, of_other.person_id == of_one.person_id))
        .join(first, first.bookable_id == one.id)
        .join(second, second.bookable_id == other.id)
        .where(
            of_one.state == State.CONFIRMED,
            of_other.state == State.CONFIRMED,
            one.cancelled_at.is_(None),
            other.cancelled_at.is_(None),
            first.starts_at < second.ends_at,
            second.starts_at < first.ends_at,
        )
        .distinct()
        .order_by(of_one.id, of_other.id)
    )


def parts_without_whole(_now: dt.datetime) -> Iterator[str]:
    for booking_id in db.session.scalars(_parts_without_whole()):
        yield f"booking {booking_id}"


@cache
def _parts_without_whole() -> Select[int]:
    whole = aliased(Booking)
    return (
        select(Booking.id)
        .join(Booking.bookable)
        .outerjoin(
            whole,
            and_(
                whole.bookable_id == Bookable.part_of_id,
                whole.person_id == Booking.person_id,
                whole.state == State.CONFIRMED,
            ),
        )
        .where(Bookable.part_of_id.is_not(None), Booking.state == State.CONFIRMED, whole.id.is_(None))
        .order_by(Booking.id)
    )


def times_astray(_now: dt.datetime) -> Iterator[str]:
    """What the database keeps two seats apart by is what it says: the times of the seats there are."""
    unwritten, left_over = _times_astray()
    for booking_id in db.session.scalars(unwritten):
        yield f"booking {booking_id} has a seat whose time is not written down"
    for booking_id in db.session.scalars(left_over):
        yield f"booking {booking_id} has a time written down at which there is no seat"


@cache
def _times_astray() -> tuple[Select[int], Select[int]]:
    has_seat = Booking.state == State.CONFIRMED
    same_time = and_(TakenTime.starts_at == Span.starts_at, TakenTime.ends_at == Span.ends_at)
    unwritten = (
        select(Booking.id)
        .join(Booking.bookable)
        .join(Span, Span.bookable_id == Bookable.id)
        .outerjoin(TakenTime, and_(TakenTime.booking_id == Booking.id, same_time))
        .where(has_seat, Bookable.part_of_id.is_not(None), Bookable.cancelled_at.is_(None), TakenTime.id.is_(None))
    )
    left_over = (
        select(TakenTime.booking_id)
        .join(Booking, Booking.id == TakenTime.booking_id)
        .join(Booking.bookable)
        .outerjoin(Span, and_(Span.bookable_id == Bookable.id, same_time))
        .where(or_(Booking.state != State.CONFIRMED, Bookable.cancelled_at.is_not(None), Span.id.is_(None)))
    )
    return unwritten.order_by(Booking.id), left_over.order_by(TakenTime.booking_id)
