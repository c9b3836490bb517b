"""Giving a seat back, and answering an offer."""

import datetime as dt

from flask_babel import gettext as _

from app import clock
from app.bookings import queries, rules
from app.bookings.actions import line, parts
from app.bookings.actions.history import move
from app.bookings.models import Booking
from app.bookings.rules import Because, State, Way
from app.db import db
from app.errors import Refused
from app.people.models import Person


def cancel(booking: Booking, *, by: Person) -> Booking:
    """End a booking; a seat that becomes free goes to the next in line at once."""
    line.lock_with(booking)
    if booking.state not in rules.LIVE:
        return booking
    now = clock.now()
    if sentence := rules.cancel_closed_reason(booking.state, booking.terms, now, is_asked=booking.is_asked(now)):
        raise Refused(sentence)
    return _leave(booking, by, now)


def take_back(booking: Booking, *, by: Person) -> Booking:
    """End what those who run it had entered for somebody, as if the person had cancelled; the person is told."""
    line.lock_with(booking)
    if booking.state not in rules.LIVE or booking.way is not Way.ORGANISER:
        return booking
    now, is_theirs = clock.now(), db.session.scalars(queries.is_own(booking)).one()
    if sentence := rules.taking_back_closed_reason(booking.terms, now, is_theirs=is_theirs):
        raise Refused(sentence)
    return _leave(booking, by, now, Because.TAKEN_BACK)


def accept_offer(booking: Booking, *, by: Person) -> Booking:
    """Take the seat that is held for the person."""
    line.lock_with(booking)
    if booking.state is State.CONFIRMED:
        return booking
    now = clock.now()
    _refuse_unless_offered(booking)
    if booking.offer is None or not booking.offer.is_open(now):
        raise Refused(_("This offer has run out, and the seat went to the next person. You can sign up again."))
    booking.offer.answered_at = now
    return move(booking, State.CONFIRMED, by=by, now=now)


def pass_offer_on(booking: Booking, *, by: Person) -> Booking:
    """Leave the offered seat to the next in line."""
    line.lock_with(booking)
    if booking.state is State.CANCELLED:
        return booking
    _refuse_unless_offered(booking)
    return _leave(booking, by, clock.now(), Because.OFFER_PASSED_ON)


def _leave(booking: Booking, by: Person, now: dt.datetime, because: Because | None = None) -> Booking:
    if booking.offer and booking.state is State.OFFERED:
        booking.offer.answered_at = now
    move(booking, State.CANCELLED, by=by, now=now, because=because)
    leave_parts(booking, by, now)
    line.serve(booking.bookable, now)
    return booking


def leave_parts(booking: Booking, by: Person, now: dt.datetime) -> None:
    """Whoever has left the whole gives back the seats in its parts that they have not given back meanwhile."""
    for part in parts.of(booking):
        line.lock_with(part)
        if part.state in rules.LIVE:
            _leave(part, by, now, Because.LEFT_THE_WHOLE)


def _refuse_unless_offered(booking: Booking) -> None:
    if booking.state is not State.OFFERED:
        raise Refused(_("There is no seat on offer for this booking at the moment."))
