"""Passing a seat to a colleague, or exchanging seats, without a free one.

A line that waits gets nothing by it and loses nothing: whoever offers the seat would otherwise keep it. A seat that is
given back goes to the line as ever.
"""

import datetime as dt
from collections.abc import Sequence

from flask_babel import gettext as _

from app import clock
from app.bookings import queries, rules
from app.bookings.actions import line, parts
from app.bookings.actions.admission import admit
from app.bookings.actions.history import end_handover, move, times
from app.bookings.actions.leaving import leave_parts
from app.bookings.models import Bookable, Booking, Handover
from app.bookings.rules import Because, Stage, State, Way
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.people.models import Person
from app.people.queries import people_called


def propose_handover(booking: Booking, *, who: str, wanted: Bookable | None = None) -> Handover:
    """Ask a colleague to take one's seat, in exchange for theirs at `wanted`, if it is named."""
    _lock_dates(booking.bookable_id, wanted.id if wanted else None)
    db.session.refresh(booking)
    now = clock.now()
    _refuse(handover_closed(booking, now))
    if booking.bookable.part_of_id and not wanted:
        raise Refused(_("In a programme seats are exchanged. Please choose what you would like in return."), "wanted")
    to = _colleague(booking.person, who)
    for old in db.session.scalars(queries.unanswered_handovers(booking.id)).all():
        if old.is_open(now):
            raise Refused(_("You have asked %(name)s already. Please withdraw that first.", name=old.to.name), "who")
        end_handover(old, Stage.LAPSED, now)
    if not rules.is_in_audience(booking.bookable.audience_id, to.unit.path):
        raise Refused(_("This date is not open to the unit of %(name)s.", name=to.name), "who")
    if wanted and wanted.part_of_id != booking.bookable.part_of_id:
        raise Refused(_("These two can’t be exchanged: they belong to different programmes."), "wanted")
    if wanted:
        _refuse(rules.handover_closed_reason(State.CONFIRMED, wanted.mode, wanted.terms, now), "wanted")
    first = min(one.starts_at for one in (booking.bookable, wanted) if one)
    handover = Handover(
        booking=booking, to=to, wanted=wanted, proposed_at=now, expires_at=rules.expires_at(clock.local(now), first)
    )
    db.session.add(handover)
    db.session.flush()
    _tell(handover, to, Kind.HANDOVER_PROPOSED, who=booking.person)
    return handover


def accept_handover(handover: Handover, *, by: Person) -> None:
    """Take the colleague's seat, and give one's own in return where that is what they want; all of it or nothing."""
    _lock(handover)
    if handover.stage is Stage.ACCEPTED:
        return
    now = clock.now()
    _refuse(handover_ended(handover, now))
    end_handover(handover, Stage.ACCEPTED, now)
    passed = [(handover.booking, by)]
    if handover.wanted:
        passed.append((_seat_in_return(handover.wanted, by, now), handover.booking.person))
    _pass_on(passed, by=by, now=now)


def decline_handover(handover: Handover, *, by: Person) -> None:
    """Leave the seat with the colleague, who is told."""
    if _answer(handover, Stage.DECLINED):
        _tell(handover, handover.booking.person, Kind.HANDOVER_DECLINED, who=by)


def withdraw_handover(handover: Handover) -> None:
    """Keep the seat after all."""
    _answer(handover, Stage.WITHDRAWN)


def handover_closed(booking: Booking, now: dt.datetime) -> str | None:
    """Why this seat can't be passed on now, as a sentence; None where it can."""
    if booking.way is Way.DOOR:
        return _("You came in at the door without a seat, so there is none to pass on.")
    return rules.handover_closed_reason(booking.state, booking.bookable.mode, booking.bookable.terms, now)


def handover_ended(handover: Handover, now: dt.datetime) -> str | None:
    """Why this can't be answered any more, as a sentence; None where it can."""
    return rules.handover_ended_reason(handover.stage, handover.expires_at, now) or handover_closed(
        handover.booking, now
    )


def handover_clashes(handover: Handover) -> Sequence[queries.Clash]:
    """What the colleague has at the same time, without the seat that they would give in return."""
    found = queries.clashes_of(handover.to_id, handover.booking.bookable_id)
    given = handover.wanted
    return [one for one in found if given is None or (one.path, one.starts_at) != (given.path, given.starts_at)]


def _answer(handover: Handover, stage: Stage) -> bool:
    _lock(handover)
    if handover.stage is stage:
        return False
    now = clock.now()
    _refuse(rules.handover_ended_reason(handover.stage, handover.expires_at, now))
    end_handover(handover, stage, now)
    return True


def _lock_dates(*bookable_ids: int | None) -> None:
    """The pools of one date, or of both in fixed order: colleagues may ask each other at the same moment."""
    for bookable_id in sorted(one for one in bookable_ids if one):
        line.lock(bookable_id)


def _lock(handover: Handover) -> None:
    """The pools of both dates, after both people's timetables, and what has become of it meanwhile."""
    for person in sorted((handover.booking.person, handover.to), key=lambda person: person.id):
        parts.lock_whole(handover.booking.bookable, person)
    _lock_dates(handover.booking.bookable_id, handover.wanted_id)
    db.session.refresh(handover)
    db.session.refresh(handover.booking)


def _pass_on(seats: Sequence[tuple[Booking, Person]], *, by: Person, now: dt.datetime) -> None:
    """Give each seat to its person. All are given up before one is taken: in a programme both may be at one time."""
    for booking, _to in seats:
        move(booking, State.CANCELLED, by=by, now=now, because=Because.HANDED_OVER)
        leave_parts(booking, by, now)
    for booking, to in seats:
        if to is not by and parts.clash_of(booking.bookable, to):
            raise Refused(_("%(name)s has chosen something else for this time meanwhile.", name=to.name))
        admit(booking.bookable, to, way=Way.HANDOVER, by=by)
    for booking, _to in seats:
        line.serve(booking.bookable, now)


def _seat_in_return(wanted: Bookable, by: Person, now: dt.datetime) -> Booking:
    seat = db.session.scalars(queries.live_booking(wanted.id, by.id)).one_or_none()
    if seat is None or seat.state is not State.CONFIRMED:
        raise Refused(_("You have no seat at the date that your colleague would like in return."))
    _refuse(handover_closed(seat, now))
    return seat


def _colleague(person: Person, who: str) -> Person:
    found = db.session.scalars(people_called(who, clock.today())).all()
    if not found:
        raise Refused(_("Nobody here is called so. Please write the given name and the family name."), "who")
    if len(found) > 1:
        raise Refused(_("Several people are called so. Please enter the e-mail address."), "who")
    if found[0].id == person.id:
        raise Refused(_("This seat is yours already."), "who")
    return found[0]


def _tell(handover: Handover, whom: Person, kind: Kind, *, who: Person) -> None:
    bookable = handover.booking.bookable
    is_asked = kind is Kind.HANDOVER_PROPOSED
    notify(
        whom,
        kind,
        path=f"/handovers/{handover.id}" if is_asked else bookable.path,
        who=who.name,
        handover=handover.id,
        title=bookable.title,
        place=bookable.place,
        **times(bookable),
        expires_at=handover.expires_at.isoformat() if is_asked else None,
    )


def _refuse(sentence: str | None, field: str | None = None) -> None:
    if sentence:
        raise Refused(sentence, field)
