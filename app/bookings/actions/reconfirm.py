"""Asking people with a seat whether they come, and their yes. Silence takes no seat; a no is giving it back."""

import datetime as dt

from flask_babel import gettext as _

from app import clock
from app.activity.actions import record
from app.bookings import queries, rules
from app.bookings.actions import line
from app.bookings.actions.history import settle_question, tell
from app.bookings.models import Bookable, Booking, Reconfirmation
from app.bookings.rules import Reconfirm, State
from app.db import db
from app.errors import Refused
from app.notifications.rules import Kind
from app.people.models import Person

MOST_AT_ONCE = 200
"""How many people of one date are asked in one go: nobody should wait long for a seat because of it."""


def ask_who_comes(now: dt.datetime | None = None) -> int:
    """Ask everybody whose date is near, once in each round and never at night; returns how many were asked.

    A late call asks later and nobody twice.
    """
    now = now or clock.now()
    if rules.is_night(clock.local(now)):
        return 0
    near = db.session.scalars(queries.asking_now(now)).all()
    return sum(_ask_round(bookable, now) for bookable in near)


def say_coming(booking: Booking) -> Booking:
    """Answer that one comes; the first yes counts, and the seat can still be given back."""
    line.lock_with(booking)
    if booking.says_yes:
        return booking
    now = clock.now()
    if not booking.is_asked(now) or booking.reconfirmation is None:
        raise Refused(_not_asked(booking, now))
    booking.reconfirmation.said_yes_at = now
    record(booking.person, "bookings.coming", booking, bookable=booking.bookable_id, person=booking.person_id)
    settle_question(booking)
    db.session.flush()
    return booking


def set_reconfirm(bookable: Bookable, *, reconfirm: Reconfirm, by: Person) -> None:
    """Say whether people with a seat are asked; who was asked already stays asked."""
    line.lock(bookable.id)
    record(by, "bookings.reconfirm-set", bookable, reconfirm=reconfirm.value, before=bookable.reconfirm.value)
    bookable.reconfirm = reconfirm
    db.session.flush()


def _ask_round(bookable: Bookable, now: dt.datetime) -> int:
    """Under the lock, since a seat may be given back meanwhile, or the date be moved."""
    line.lock(bookable.id)
    days = rules.round_at(bookable.starts_at, now)
    if days is None or bookable.cancelled_at:
        return 0
    found = db.session.scalars(queries.to_ask(bookable, days).limit(MOST_AT_ONCE)).all()
    for booking in found:
        _ask(booking, days, now)
    db.session.flush()
    return len(found)


def _ask(booking: Booking, days: int, now: dt.datetime) -> None:
    bookable, asked = booking.bookable, booking.reconfirmation
    is_second = asked is not None and asked.is_about(bookable)
    said = {"starts_at": bookable.starts_at, "days_before": days, "asked_at": now, "said_yes_at": None}
    if asked is None:
        db.session.add(Reconfirmation(booking=booking, **said))
    else:
        settle_question(booking)
        for name, value in said.items():
            setattr(asked, name, value)
    tell(
        booking.person,
        Kind.COMING_ASKED,
        booking,
        path=f"/bookings/{booking.id}/coming",
        booking=booking.id,
        again=1 if is_second else None,
    )


def _not_asked(booking: Booking, now: dt.datetime) -> str:
    if booking.state is not State.CONFIRMED:
        return _("You have no seat here any more.")
    return booking.bookable.terms.over_reason(now) or _("You are not asked at the moment. Your seat is yours.")
