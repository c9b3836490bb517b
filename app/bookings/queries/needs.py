"""What people need on the day."""

import datetime as dt

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import contains_eager

from app.bookings.models import Bookable, Booking, Need
from app.bookings.rules import LIVE
from app.people.models import Person


def need_of(booking_id: int) -> Select[Need]:
    """What somebody said with their booking."""
    return select(Need).where(Need.booking_id == booking_id)


def needs_at(bookable: Bookable) -> Select[Need]:
    """What people with a claim on a seat said, by name; for those who run it."""
    return (
        select(Need)
        .join(Need.booking)
        .join(Booking.person)
        .where(Booking.bookable_id == bookable.id, Booking.state.in_(LIVE))
        .order_by(Person.sort_name, Booking.id)
        .options(contains_eager(Need.booking).contains_eager(Booking.person).joinedload(Person.unit))
    )


def needs_to_forget(ended_before: dt.datetime) -> Select[int]:
    """The bookings of dates that ended before a moment, and those that ended themselves."""
    is_past = or_(Bookable.ends_at <= ended_before, Booking.state.not_in(LIVE), Bookable.cancelled_at.is_not(None))
    return select(Booking.id).join(Booking.bookable).join(Need, Need.booking_id == Booking.id).where(is_past)
