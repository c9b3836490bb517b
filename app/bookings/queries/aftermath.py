"""How a date went: counted from bookings, their steps, and who was there."""

from sqlalchemy import exists, func, select

from app.bookings.models import Attendance, Bookable, Booking, BookingChange, TurnedAway
from app.bookings.rules import TOTAL, Aftermath, State, Way
from app.db import db


def aftermath(bookable: Bookable) -> Aftermath:
    """The numbers of a date that is over; one statement and the pools."""
    came = exists().where(Attendance.booking_id == Booking.id)
    has_waited = exists().where(BookingChange.booking_id == Booking.id, BookingChange.to_state == State.WAITLISTED)
    had_seat = exists().where(BookingChange.booking_id == Booking.id, BookingChange.to_state == State.CONFIRMED)
    is_confirmed, at_door = Booking.state == State.CONFIRMED, Booking.way == Way.DOOR
    conditions = {
        "accepted": (is_confirmed, ~at_door),
        "came": (came,),
        "walked_in": (came, at_door),
        "given_back": (Booking.state == State.CANCELLED, had_seat, ~at_door),
        "waited": (has_waited,),
        "moved_up": (has_waited, had_seat),
        "declined": (Booking.state == State.DECLINED,),
        "waited_in_vain": (has_waited, ~had_seat, Booking.state.in_((State.WAITLISTED, State.OFFERED))),
    }
    turned_away = select(func.sum(TurnedAway.number)).where(TurnedAway.bookable_id == bookable.id).scalar_subquery()
    counts = [func.count(Booking.id).filter(*wanted).label(name) for name, wanted in conditions.items()]
    found = db.session.execute(select(*counts, turned_away).where(Booking.bookable_id == bookable.id)).one()
    seats = next(pool.capacity for pool in bookable.pools if pool.name == TOTAL)
    numbers = dict(zip((*conditions, "turned_away"), found, strict=True))
    return Aftermath(seats, **numbers | {"turned_away": numbers["turned_away"] or 0})
