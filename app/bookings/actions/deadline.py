"""Requests on which nobody decides in time: they go to the next-higher leader, or count as approved."""

import datetime as dt

from app import clock
from app.activity.actions import record
from app.bookings import queries, rules
from app.bookings.actions import line
from app.bookings.actions.admission import admit
from app.bookings.actions.history import ask, tell
from app.bookings.models import Booking
from app.bookings.rules import Undecided, Way
from app.db import db
from app.errors import Refused
from app.notifications.actions import settle
from app.notifications.rules import Kind
from app.people.models import Person
from app.people.queries import leaders_at


def decide_overdue(now: dt.datetime | None = None) -> int:
    """Let something happen to every request whose time to decide is over; returns to how many it did.

    A late call is unfair to nobody: a request keeps its time in the order, and until then its leaders can decide.
    """
    now = now or clock.now()
    ids = db.session.scalars(queries.overdue(now)).all()
    return sum(_go_on(db.session.get_one(Booking, booking_id), now) for booking_id in ids)


def _go_on(booking: Booking, now: dt.datetime) -> bool:
    """Somebody may have decided before the lock was ours: then nothing is left to do."""
    line.lock_with(booking)
    if not rules.is_overdue(booking.decide_by, booking.bookable.terms, now):
        return False
    if booking.bookable.undecided is Undecided.APPROVE:
        _approve(booking)
    else:
        _pass_up(booking, now)
    db.session.flush()
    return True


def _approve(booking: Booking) -> None:
    """Admit it like a leader's yes, and tell the leaders; what a leader could not approve either stays with them."""
    leaders = db.session.scalars(queries.deciders_of(booking, clock.today())).all()
    try:
        admit(booking.bookable, booking.person, way=Way.APPROVAL, by=None)
    except Refused:
        booking.decide_by = None
        return
    for leader in leaders:
        tell(leader, Kind.DECISION_LAPSED, booking, path=booking.bookable.path, who=booking.person.name)


def _pass_up(booking: Booking, now: dt.datetime) -> None:
    """Let the next-higher leader decide as well; where there is none, it stays with those who have it."""
    today, bookable = clock.today(), booking.bookable
    unit = queries.turns([booking], today)[booking.id].next_unit
    if unit is None:
        booking.decide_by = None
        return
    settle(queries.passed_on_to(booking, today), Kind.DECISION_WAITING, booking=booking.id)
    booking.passed_to = unit
    booking.decide_by = rules.decide_by(clock.local(now), bookable.starts_at, bookable.decide_within_days)
    record(None, "bookings.passed-up", booking, unit=unit.id)
    asked = leaders_at(unit.id, today).with_only_columns(Person).where(Person.id != booking.person_id)
    ask(booking, db.session.scalars(asked).all(), queries.askers([booking]).get(booking.id))
    tell(booking.person, Kind.BOOKING_PASSED_UP, booking, path=bookable.path)
