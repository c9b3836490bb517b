"""Passing a seat to a colleague, or exchanging seats, without a free one."""

import datetime as dt

from flask_babel import gettext as _

from app import clock
from app.bookings import queries, rules
from app.bookings.actions import line
from app.bookings.actions.admission import admit
from app.bookings.actions.history import move, times
from app.bookings.models import Bookable, Booking, Handover
from app.bookings.rules import Because, Stage, State, Way
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify, settle
from app.notifications.rules import Kind
from app.people.models import Person
from app.people.queries import people_called


def propose_handover(booking: Booking, *, who: str, wanted: Bookable | None = None) -> Handover:
    """Ask a colleague to take one's seat, in exchange for theirs at `wanted`, if it is named."""
    line.lock_with(booking)
    _refuse_closed(booking)
    to = _colleague(booking.person, who)
    if found := db.session.scalars(queries.open_handover(booking.id)).one_or_none():
        raise Refused(_("You have asked %(name)s already. Please withdraw that first.", name=found.to.name), "who")
    if not rules.is_in_audience(booking.bookable.audience_id, to.unit.path):
        raise Refused(_("This date is not open to the unit of %(name)s.", name=to.name), "who")
    handover = Handover(booking=booking, to=to, wanted=wanted, proposed_at=clock.now())
    db.session.add(handover)
    db.session.flush()
    _tell(handover, to, Kind.HANDOVER_PROPOSED, who=booking.person)
    return handover


def accept_handover(handover: Handover, *, by: Person) -> Booking:
    """Take the colleague's seat, and give one's own in return where that is what they want; all of it or nothing."""
    _lock(handover)
    if handover.stage is Stage.ACCEPTED:
        return db.session.scalars(queries.live_booking(handover.booking.bookable_id, by.id)).one()
    _refuse_unless_open(handover)
    _refuse_closed(handover.booking)
    mine = db.session.scalars(queries.live_booking(handover.booking.bookable_id, by.id)).one_or_none()
    if mine and mine.state is State.CONFIRMED:
        raise Refused(_("You have a seat there already."))
    now, giver = clock.now(), handover.booking.person
    if handover.wanted:
        _pass_on(_seat_in_return(handover.wanted, by), giver, by=by, now=now)
    taken = _pass_on(handover.booking, by, by=by, now=now)
    _end(handover, Stage.ACCEPTED, now)
    return taken


def decline_handover(handover: Handover, *, by: Person) -> None:
    """Leave the seat with the colleague, who is told."""
    if _answer(handover, Stage.DECLINED):
        _tell(handover, handover.booking.person, Kind.HANDOVER_DECLINED, who=by)


def withdraw_handover(handover: Handover) -> None:
    """Keep the seat after all."""
    _answer(handover, Stage.WITHDRAWN)


def _answer(handover: Handover, stage: Stage) -> bool:
    _lock(handover)
    if handover.stage is stage:
        return False
    _refuse_unless_open(handover)
    _end(handover, stage, clock.now())
    return True


def _lock(handover: Handover) -> None:
    """The pools of both dates in fixed order, and what has become of it meanwhile."""
    for bookable_id in sorted({handover.booking.bookable_id} | ({handover.wanted_id} if handover.wanted_id else set())):
        line.lock(bookable_id)
    db.session.refresh(handover)
    db.session.refresh(handover.booking)


def _pass_on(booking: Booking, to: Person, *, by: Person, now: dt.datetime) -> Booking:
    move(booking, State.CANCELLED, by=by, now=now, because=Because.HANDED_OVER)
    taken = admit(booking.bookable, to, way=Way.HANDOVER, by=by)
    line.serve(booking.bookable, now)
    return taken


def _seat_in_return(wanted: Bookable, by: Person) -> Booking:
    seat = db.session.scalars(queries.live_booking(wanted.id, by.id)).one_or_none()
    if seat is None or seat.state is not State.CONFIRMED:
        raise Refused(_("You have no seat at the date that your colleague would like in return."))
    _refuse_closed(seat)
    return seat


def _colleague(person: Person, who: str) -> Person:
    found = db.session.scalars(people_called(who, clock.today())).all()
    if not found:
        raise Refused(_("Nobody of this name works here. Please enter the whole name or the e-mail address."), "who")
    if len(found) > 1:
        raise Refused(_("Several people have this name. Please enter the e-mail address."), "who")
    if found[0].id == person.id:
        raise Refused(_("This seat is yours already."), "who")
    return found[0]


def _end(handover: Handover, stage: Stage, now: dt.datetime) -> None:
    handover.stage, handover.answered_at = stage, now
    settle([handover.to], Kind.HANDOVER_PROPOSED, handover=handover.id)
    db.session.flush()


def _tell(handover: Handover, whom: Person, kind: Kind, *, who: Person) -> None:
    bookable = handover.booking.bookable
    path = f"/handovers/{handover.id}" if kind is Kind.HANDOVER_PROPOSED else bookable.path
    notify(
        whom,
        kind,
        path=path,
        who=who.name,
        handover=handover.id,
        title=bookable.title,
        place=bookable.place,
        **times(bookable),
    )


def _refuse_closed(booking: Booking) -> None:
    bookable = booking.bookable
    if sentence := rules.handover_closed_reason(booking.state, bookable.mode, bookable.terms, clock.now()):
        raise Refused(sentence)


def _refuse_unless_open(handover: Handover) -> None:
    if handover.stage is Stage.WITHDRAWN:
        raise Refused(_("Your colleague keeps the seat after all."))
    if handover.stage is not Stage.OPEN:
        raise Refused(_("You have answered this already."))
