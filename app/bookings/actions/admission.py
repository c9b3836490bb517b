"""Coming to a seat: signing up, and a leader's decision."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from flask_babel import gettext as _

from app import clock
from app.bookings import queries, rules
from app.bookings.actions import line, parts, quotas
from app.bookings.actions.history import ask, move
from app.bookings.actions.needs import note_needs
from app.bookings.models import Bookable, Booking
from app.bookings.rules import ASKING, LONGEST_TEXT, NO_WISH, Because, Mode, Seats, State, Way, Wish
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.people.queries import leaders_of

ENTERING = {
    Way.SELF: frozenset[State](),
    Way.LEADER: frozenset[State](),
    Way.WISHES: frozenset[State](),
    Way.APPROVAL: frozenset({State.REQUESTED}),
    Way.HANDOVER: frozenset({State.WAITLISTED, State.OFFERED}),
    Way.DRAW: frozenset({State.REQUESTED}),
    Way.DOOR: frozenset({State.REQUESTED, State.WAITLISTED}),
    Way.INVITATION: frozenset[State](),
    Way.ORGANISER: frozenset[State](),
}
"""With which claim somebody comes to a seat on each way; whatever else they have stays as it is."""
DEMANDS: list[Callable[[Bookable, Person, Way], None]] = []
"""What upper packages demand of whoever comes to a seat; each raises Refused where it is not met."""
NO_NEEDS: Mapping[str, str] = MappingProxyType({})


def book(
    bookable: Bookable, person: Person, *, by: Person, reason: str | None = None, takes_seat_at_once: bool = False
) -> Booking:
    """Sign a person up: to a seat, a place in line or a request; who has a booking already keeps it as it is."""
    return admit(bookable, person, way=Way.SELF, by=by, wish=Wish(_short(reason, "reason"), takes_seat_at_once))


def admit(bookable: Bookable, person: Person, *, way: Way, by: Person | None, wish: Wish = NO_WISH) -> Booking:
    """The only path to a seat: requested, confirmed, waitlisted or declined, as the rules say.

    Where `by` is None, nobody has decided in time. Raises Refused when sign-up is closed, the person is not in the
    audience, or all is full without a line.
    """
    parts.lock_whole(bookable, person)
    pools = line.lock(bookable.id)
    now = clock.now()
    seats = line.count(bookable, now) if way is Way.HANDOVER else line.serve(bookable, now)
    booking = db.session.scalars(queries.live_booking(bookable.id, person.id)).one_or_none()
    if booking and booking.state not in ENTERING[way]:
        if way is Way.HANDOVER:
            raise Refused(_("%(name)s has a seat there already.", name=person.name))
        return booking
    _refuse_outsiders(bookable, person, way, now)
    if booking:
        return _enter(booking, seats, way, by=by, now=now, because=None if by else Because.NOT_DECIDED_IN_TIME)
    leaders = _leaders(bookable, person, way)
    unled = way in ASKING and leaders == [] and bookable.mode is Mode.APPROVAL
    decider = by if way is Way.LEADER and bookable.mode is Mode.APPROVAL else None
    booking = Booking(
        bookable=bookable,
        person=person,
        way=way,
        requested_at=now,
        takes_seat_at_once=wish.takes_seat_at_once,
        reason=wish.reason if leaders else None,
        decided_at=now if decider else None,
        decided_by_id=decider.id if decider else None,
        decide_by=rules.decide_by(clock.local(now), bookable.starts_at, bookable.decide_within_days)
        if leaders
        else None,
        quotas=quotas.counting(pools.quotas, person),
    )
    passing = Way.APPROVAL if unled else way
    _enter(booking, seats, passing, by=by, now=now, because=Because.NOBODY_LEADS if unled else None)
    ask(booking, leaders, by)
    db.session.flush()
    return booking


def book_for(bookable: Bookable, people: Iterable[Person], *, by: Person) -> list[tuple[Person, str]]:
    """Let a leader sign people up, one after the other; returns for whom it could not be done, and why.

    Who has a claim already keeps it, and the leader does not learn of it.
    """
    refused = []
    for person in people:
        try:
            with db.session.begin_nested():
                admit(bookable, person, way=Way.LEADER, by=by)
        except Refused as reason:
            refused.append((person, reason.sentence))
    return refused


def book_as_organiser(
    bookable: Bookable,
    person: Person,
    *,
    by: Person,
    takes_seat_at_once: bool = False,
    needs: Mapping[str, str] = NO_NEEDS,
) -> Booking:
    """Sign somebody up who has asked those who run the date: as if the person had, and also after sign-up has closed.

    Who has a claim already keeps it as it is, and what they have said about their needs.
    """
    booking = admit(bookable, person, way=Way.ORGANISER, by=by, wish=Wish(takes_seat_at_once=takes_seat_at_once))
    if any(needs.values()):
        note_needs(booking, by=by, **needs)
    return booking


def approve(booking: Booking, *, by: Person) -> Booking:
    """Say yes to a request: it gets a seat, or its place in line by the time at which it was made."""
    line.lock_with(booking)
    if booking.state in rules.LIVE - {State.REQUESTED}:
        return booking
    refuse_unless_requested(booking)
    booking.decided_at, booking.decided_by_id = clock.now(), by.id
    return admit(booking.bookable, booking.person, way=Way.APPROVAL, by=by)


def decline(booking: Booking, *, by: Person, note: str | None = None) -> Booking:
    """Say no to a request, with a few words if there are any."""
    note = _short(note, "note")
    line.lock_with(booking)
    if booking.state is State.DECLINED:
        return booking
    refuse_unless_requested(booking)
    now = clock.now()
    booking.decided_at, booking.decided_by_id, booking.decision_note = now, by.id, note
    return move(booking, State.DECLINED, by=by, now=now)


def _enter(
    booking: Booking, seats: Seats, way: Way, *, by: Person | None, now: dt.datetime, because: Because | None = None
) -> Booking:
    bookable = booking.bookable
    holds_seat = booking.state is State.OFFERED
    is_blocked = seats.has_quotas and not holds_seat and quotas.is_blocked(booking, now)
    state = rules.state_for(seats, bookable.mode_now, way, has_waitlist=bookable.has_waitlist, is_blocked=is_blocked)
    if way is Way.HANDOVER:
        return _take_over(booking, state, by=by, now=now)
    if way is Way.DOOR:
        booking.way = way
    if state is State.DECLINED:
        if booking.state is None:
            raise Refused(_("All seats are taken, and there is no waitlist."))
        because = Because.ALL_SEATS_TAKEN
    if way is Way.DRAW and state is not State.CONFIRMED:
        because = Because.NOT_DRAWN
    return move(booking, state, by=by, now=now, because=because)


def _take_over(booking: Booking, state: State, *, by: Person | None, now: dt.datetime) -> Booking:
    if state is not State.CONFIRMED:
        name = booking.person.name
        raise Refused(
            _("The group of %(name)s has all the seats that it may have. The seat stays where it is.", name=name)
        )
    if booking.state is State.OFFERED and booking.offer:
        booking.offer.answered_at = now
    return move(booking, State.CONFIRMED, by=by, now=now, because=Because.HANDED_OVER)


def _leaders(bookable: Bookable, person: Person, way: Way) -> list[Person]:
    """Who is asked; nobody where seats are given without asking."""
    if bookable.mode is not Mode.APPROVAL or way not in ASKING:
        return []
    return list(db.session.scalars(leaders_of(person, clock.today())))


def _refuse_outsiders(bookable: Bookable, person: Person, way: Way, now: dt.datetime) -> None:
    if sentence := rules.closed_reason(bookable.terms, now, way):
        raise Refused(sentence)
    if bookable.audience and not rules.is_in_audience(bookable.audience_id, person.unit.path):
        raise Refused(_("This date is only open to %(unit)s.", unit=bookable.audience.name))
    _refuse_uninvited(bookable, person, way, now)
    parts.refuse_unless_it_fits(bookable, person)
    for demand in DEMANDS:
        demand(bookable, person, way)


def _refuse_uninvited(bookable: Bookable, person: Person, way: Way, now: dt.datetime) -> None:
    """Where people are invited, nobody else has a seat on any way; at the door also who has not answered in time."""
    if bookable.mode is not Mode.INVITATION and way is not Way.INVITATION:
        return
    invitation = db.session.scalars(queries.invitation_of(bookable.id, person.id)).one_or_none()
    if invitation is None or bookable.mode is not Mode.INVITATION:
        raise Refused(_("This date is by invitation: whoever is invited can come."))
    answer_by, terms = invitation.answer_by, bookable.terms
    if way is Way.INVITATION and (sentence := rules.invitation_closed_reason(invitation.reply, answer_by, terms, now)):
        raise Refused(sentence)


def refuse_unless_requested(booking: Booking) -> None:
    """Say what has been decided already, or that a leader has nothing to decide."""
    if booking.bookable.mode is Mode.DRAW:
        raise Refused(_("Lots decide about this, not a leader."))
    if booking.state is State.DECLINED:
        raise Refused(_("This request was already declined."))
    if booking.state is State.CANCELLED:
        raise Refused(_("This request was withdrawn in the meantime."))
    if booking.state is not State.REQUESTED:
        raise Refused(_("This request was already approved."))


def _short(text: str | None, field: str) -> str | None:
    text = (text or "").strip()
    if len(text) > LONGEST_TEXT:
        raise Refused(_("Please use at most %(most)d characters.", most=LONGEST_TEXT), field)
    return text or None
