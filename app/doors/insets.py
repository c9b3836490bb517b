"""What pages of other packages say of tickets and doors."""

from flask import render_template

from app import clock
from app.bookings.models import Bookable, Booking
from app.bookings.rules import State


def ticket_link(booking: Booking, *, small: bool = False) -> str:
    """A way to the ticket, where there is a seat in something that is ahead and no part of a whole."""
    bookable = booking.bookable
    is_ahead = bookable.part_of_id is None and bookable.cancelled_at is None and clock.now() < bookable.ends_at
    has_ticket = is_ahead and booking.state is State.CONFIRMED
    return render_template("doors/_ticket_link.html", booking=booking, small=small) if has_ticket else ""


def door_link(bookable: Bookable) -> str:
    """A way from the desk of a date to its doors."""
    return render_template("doors/_door_link.html", bookable=bookable)
