"""A date that moves or does not take place: who is told."""

import datetime as dt
from collections.abc import Collection, Iterable

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.activity.actions import record
from app.bookings import queries
from app.bookings.actions import line
from app.bookings.actions.history import invitation, move, settle_question, times
from app.bookings.actions.invitation import tell_all_invited
from app.bookings.actions.needs import forget_all_needs
from app.bookings.models import Bookable, Booking, Invitation
from app.bookings.rules import Because, Description, State
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify, settle
from app.notifications.rules import Kind
from app.people.models import Person
from app.text.calendar import Method

HOLDING = (State.CONFIRMED, State.OFFERED)
DATED = (Kind.DATE_MOVED, Kind.DATE_CALLED_OFF)
"""What changes the date in one's calendar."""
NEWS_LAST = dt.timedelta(days=30)
"""So long after a date those who run it can still write to those who had a seat."""


def call_off(bookable: Bookable, *, reason: str, by: Person) -> Bookable:
    """Let a date not take place, for good: everybody with a claim is told once, with the reason.

    Bookings stay as they were, so that the organisers still see who wanted to come; an offer has nothing left to
    offer, so it ends. Parts don't take place either: who had a seat there has it no longer, and is told by the whole.
    """
    line.lock(bookable.id)
    if bookable.cancelled_at:
        return bookable
    now = clock.now()
    if now >= bookable.ends_at:
        raise Refused(_("This date is over."))
    bookable.cancelled_at, bookable.cancel_reason = now, reason
    bookable.calendar_sequence += 1
    forget_all_needs(bookable)
    for booking in db.session.scalars(queries.claims_on(bookable)).all():
        if booking.state is State.OFFERED:
            if booking.offer:
                booking.offer.answered_at = now
            move(booking, State.CANCELLED, by=by, now=now, because=Because.CALLED_OFF)
            continue
        _tell(booking, Kind.DATE_CALLED_OFF, note=reason)
    tell_all_invited(bookable, Kind.DATE_CALLED_OFF, note=reason)
    _settle_questions(bookable)
    for part in db.session.scalars(queries.parts_in_order(bookable.id)).all():
        _end_part(part, reason, by, now)
    record(by, "bookings.called-off", bookable)
    db.session.flush()
    return bookable


def _settle_questions(bookable: Bookable) -> None:
    """Leaders need not decide any more, and nobody need say whether they come."""
    for booking in db.session.scalars(queries.claims_on(bookable, State.REQUESTED)).all():
        settle(queries.deciders_of(booking, clock.today()), Kind.DECISION_WAITING, booking=booking.id)
    for booking in db.session.scalars(queries.silent_in(bookable.id)).all():
        settle_question(booking)
    invited = select(Invitation.person_id).where(Invitation.bookable_id == bookable.id)
    settle(select(Person).where(Person.id.in_(invited)), Kind.INVITED, bookable=bookable.id)


def _end_part(part: Bookable, reason: str, by: Person, now: dt.datetime) -> None:
    line.lock(part.id)
    for booking in db.session.scalars(queries.claims_on(part)).all():
        move(booking, State.CANCELLED, by=by, now=now, because=Because.CALLED_OFF)
    if part.cancelled_at is None:
        part.cancelled_at, part.cancel_reason = now, reason
        part.calendar_sequence += 1


def holders(bookable: Bookable) -> Collection[int]:
    """The bookings that have a seat or are offered one; nobody else changes that until the transaction ends."""
    line.lock(bookable.id)
    return {booking.id for booking in db.session.scalars(queries.claims_on(bookable, *HOLDING))}


def tell_moved(bookable: Bookable, before: Description, held: Collection[int]) -> int:
    """Tell those of these bookings that still have a seat of a new time or place; returns how many.

    Who came to a seat with the change was told of the new time by that. Where neither has changed, or nobody but those
    who run it has seen it, nobody is told.
    """
    if bookable.is_draft or (sorted(bookable.times) == sorted(before.spans) and bookable.place == before.place):
        return 0
    found = [one for one in db.session.scalars(queries.claims_on(bookable, *HOLDING)) if one.id in held]
    for booking in found:
        _tell(booking, Kind.DATE_MOVED, was_at=before.starts_at.isoformat(), was_place=before.place)
    tell_all_invited(bookable, Kind.DATE_MOVED, was_at=before.starts_at.isoformat(), was_place=before.place)
    db.session.flush()
    return len(found)


def write_to_all(bookable: Bookable, *, note: str, by: Person) -> int:
    """Tell everybody who has a seat, or is offered one, a few words of those who run it; returns how many these are."""
    if bookable.cancelled_at or clock.now() >= bookable.ends_at + NEWS_LAST:
        raise Refused(_("This date is over, so nobody can be written to any more."), "note")
    found = db.session.scalars(queries.claims_on(bookable, *HOLDING)).all()
    for booking in found:
        _tell(booking, Kind.DATE_NEWS, note=note)
    record(by, "bookings.written", bookable)
    db.session.flush()
    return len(found)


def tell_beside(people: Iterable[Person], kind: Kind, bookable: Bookable, **said: str) -> None:
    """Tell people who are there without a booking, such as trainers, with the date for their calendar."""
    method = Method.CANCEL if bookable.cancelled_at else Method.REQUEST
    for person in people:
        notify(
            person,
            kind,
            path=bookable.path,
            invitation=invitation(bookable, method),
            title=bookable.title,
            place=bookable.place,
            **times(bookable),
            **said,
        )


def _tell(booking: Booking, kind: Kind, **said: str) -> None:
    bookable = booking.bookable
    method = Method.CANCEL if bookable.cancelled_at else Method.REQUEST
    notify(
        booking.person,
        kind,
        path=bookable.path,
        invitation=invitation(bookable, method) if booking.state is State.CONFIRMED and kind in DATED else None,
        title=bookable.title,
        place=bookable.place,
        **times(bookable),
        **said,
    )
