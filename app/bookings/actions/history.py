"""The steps of a booking: allowed, written down and told."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from app import clock
from app.activity.actions import record
from app.bookings import queries
from app.bookings.actions.needs import forget_need
from app.bookings.actions.taken import note_time
from app.bookings.models import Bookable, Booking, BookingChange, Handover
from app.bookings.rules import LIVE, Because, Mode, Stage, State, Way, may_follow
from app.db import db
from app.notifications.actions import notify, settle
from app.notifications.rules import Kind
from app.people.models import Person
from app.text.calendar import Method

TOLD = {
    State.REQUESTED: Kind.BOOKING_REQUESTED,
    State.CONFIRMED: Kind.BOOKING_CONFIRMED,
    State.WAITLISTED: Kind.BOOKING_WAITLISTED,
    State.OFFERED: Kind.SEAT_OFFERED,
    State.DECLINED: Kind.BOOKING_DECLINED,
    State.CANCELLED: Kind.BOOKING_CANCELLED,
}
TOLD_OF_LOTS = TOLD | {State.REQUESTED: Kind.BOOKING_APPLIED}
TOLD_BECAUSE: dict[tuple[State, Because | None], Kind] = {
    (State.CANCELLED, Because.OFFER_EXPIRED): Kind.OFFER_EXPIRED,
    (State.CANCELLED, Because.CALLED_OFF): Kind.DATE_CALLED_OFF,
    (State.CANCELLED, Because.HANDED_OVER): Kind.HANDOVER_ACCEPTED,
    (State.WAITLISTED, Because.NOT_DRAWN): Kind.BOOKING_NOT_DRAWN,
    (State.DECLINED, Because.NOT_DRAWN): Kind.BOOKING_NOT_DRAWN,
}


def move(
    booking: Booking, to: State, *, by: Person | None, now: dt.datetime, because: Because | None = None
) -> Booking:
    """Take a booking to its next state: nothing else does, so each step is allowed, written down and told once.

    What happens to parts is told by who owns the whole, in one message for all of them; at the door people stand
    beside it.
    """
    before: State | None = booking.state
    if not may_follow(before, to):
        raise ValueError(f"a booking can't go from {before} to {to}")
    booking.state = to
    if before is State.REQUESTED:
        booking.decide_by = None
    db.session.add(booking)
    db.session.flush()
    note_time(booking, before)
    db.session.add(
        BookingChange(
            booking_id=booking.id,
            at=now,
            actor_id=by.id if by else None,
            from_state=before,
            to_state=to,
            reason=because or "",
        )
    )
    record(by, f"bookings.{to}", booking, bookable=booking.bookable_id, person=booking.person_id)
    if booking.bookable.part_of_id is None and booking.way is not Way.DOOR:
        _tell(booking, before, because, by)
    if to not in LIVE and booking.bookable.asks_needs:
        forget_need(booking)
    if before is State.CONFIRMED:
        _end_handovers(booking, now)
        settle_question(booking)
    if before is State.REQUESTED:
        settle(queries.deciders_of(booking, clock.today()), Kind.DECISION_WAITING, booking=booking.id)
    db.session.flush()
    return booking


def settle_question(booking: Booking) -> None:
    """The person need not answer any more whether they come."""
    settle(select(Person).where(Person.id == booking.person_id), Kind.COMING_ASKED, booking=booking.id)


def _end_handovers(booking: Booking, now: dt.datetime) -> None:
    """A seat that is given back can't be passed to a colleague any more."""
    for handover in db.session.scalars(queries.unanswered_handovers(booking.id)).all():
        end_handover(handover, Stage.LAPSED, now)


def end_handover(handover: Handover, stage: Stage, now: dt.datetime) -> None:
    """Write down how it ended; the colleague need not answer any more."""
    handover.stage, handover.answered_at = stage, now
    settle(select(Person).where(Person.id == handover.to_id), Kind.HANDOVER_PROPOSED, handover=handover.id)
    db.session.flush()


def ask(booking: Booking, leaders: Iterable[Person], asker: Person | None) -> None:
    """Tell those who may decide that a request waits for them, until when, and who asked if not the person."""
    until = booking.decide_by.isoformat() if booking.decide_by else None
    said = {"path": "/team/approvals", "who": booking.person.name, "booking": booking.id, "expires_at": until}
    if asker and asker is not booking.person:
        said |= {"asked_by": asker.name, "by_organiser": 1}
    for leader in leaders:
        tell(leader, Kind.DECISION_WAITING, booking, **said)


def tell(person: Person, kind: Kind, booking: Booking, /, **said: Any) -> None:
    """Tell somebody something about a booking, with what, where and when it is."""
    bookable = booking.bookable
    notify(person, kind, title=bookable.title, place=bookable.place, **times(bookable), **said)


def times(bookable: Bookable) -> dict[str, Any]:
    """When it takes place, as plain values of a message; `meetings` only where it lies on several days."""
    said = {"starts_at": bookable.starts_at.isoformat(), "ends_at": bookable.ends_at.isoformat()}
    if clock.local(bookable.starts_at).date() != clock.local(bookable.ends_at).date():
        said["meetings"] = " ".join(f"{start.isoformat()}/{end.isoformat()}" for start, end in bookable.times)
    return said


def invitation(bookable: Bookable, method: Method) -> dict[str, Any]:
    """What the calendar of somebody with a seat is told of it."""
    return {
        "method": method,
        "uid": bookable.calendar_uid,
        "sequence": bookable.calendar_sequence,
        "spans": [[start.isoformat(), end.isoformat()] for start, end in bookable.times],
    }


def _for_calendar(booking: Booking, before: State | None) -> dict[str, Any] | None:
    if booking.state is State.CONFIRMED:
        return invitation(booking.bookable, Method.REQUEST)
    return invitation(booking.bookable, Method.CANCEL) if before is State.CONFIRMED else None


def _tell(booking: Booking, before: State | None, because: Because | None, by: Person | None) -> None:
    bookable = booking.bookable
    is_entry = booking.way is Way.ORGANISER and before is None and by is not booking.person
    organiser = by if is_entry or because is Because.TAKEN_BACK else None
    usual = TOLD_OF_LOTS if bookable.mode is Mode.DRAW else TOLD
    kind = TOLD_BECAUSE.get((booking.state, because), usual[booking.state])
    held = booking.offer if booking.state is State.OFFERED else None
    tell(
        booking.person,
        kind,
        booking,
        path=bookable.path,
        who=organiser.name if organiser else None,
        expires_at=held.expires_at.isoformat() if held else None,
        note=bookable.cancel_reason if because is Because.CALLED_OFF else booking.decision_note,
        was=before if booking.state is State.CANCELLED else None,
        invitation=_for_calendar(booking, before),
        by_leader=1 if booking.way is Way.LEADER and before is None else None,
        by_organiser=1 if organiser else None,
        waits=queries.place_in_line(booking) if kind is Kind.BOOKING_NOT_DRAWN else None,
        undecided=1 if because is Because.NOT_DECIDED_IN_TIME else None,
        at_once=1 if booking.takes_seat_at_once and booking.state is State.WAITLISTED else None,
    )
