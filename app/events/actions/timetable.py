"""What people do with their own timetable."""

from collections.abc import Callable

from flask_babel import gettext as _

from app.bookings import actions as bookings
from app.bookings import queries as seats
from app.bookings.models import Bookable, Booking
from app.bookings.rules import State
from app.db import db
from app.errors import Refused
from app.events import queries
from app.events.models import Event, Slot
from app.people.models import Person

FOLLOWERS: list[Callable[[Person, Event], object]] = []
"""Whom to tell when somebody has got a first seat in a programme; filled by the factory."""


def take_slot(slot: Slot, person: Person) -> Booking:
    """Take a seat in a slot at once."""
    event = slot.band.programme.event
    is_first = not _has_seat(event, person)
    booking = bookings.book(_bookable(slot), person, by=person)
    if is_first:
        follow(person, event)
    return booking


def leave_slot(slot: Slot, person: Person) -> Booking | None:
    """Give back the seat in a slot."""
    booking = db.session.scalars(seats.live_booking(_bookable(slot).id, person.id)).one_or_none()
    return bookings.cancel(booking, by=person) if booking else None


def swap_slot(slot: Slot, person: Person) -> Booking:
    """Take a seat in a slot instead of what the person has at the same time; without a free seat nothing changes."""
    bookable, event = _bookable(slot), slot.band.programme.event
    is_first = not _has_seat(event, person)
    given_up = db.session.scalars(queries.seats_at_the_same_time(bookable, person.id)).all()
    bookings.lock_in_order(bookable, given_up, person)
    for booking in given_up:
        bookings.cancel(booking, by=person)
    booking = bookings.book(bookable, person, by=person)
    if booking.state is not State.CONFIRMED:
        raise Refused(_("All seats are taken."))
    if is_first:
        follow(person, event)
    return booking


def follow(person: Person, event: Event) -> None:
    """Tell the packages above."""
    for follower in FOLLOWERS:
        follower(person, event)


def _has_seat(event: Event, person: Person) -> bool:
    """Whether the person has a seat in any slot of the event's programme."""
    return db.session.scalars(seats.parts_of(event.bookable_id, person.id)).first() is not None


def _bookable(slot: Slot) -> Bookable:
    if slot.bookable is None:
        raise Refused(_("This slot is not released yet."))
    return slot.bookable
