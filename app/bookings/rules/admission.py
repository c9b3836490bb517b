"""States of a booking, and who gets a free seat."""

import datetime as dt
import enum
from dataclasses import dataclass

from flask_babel import gettext as _


class Kind(enum.StrEnum):
    """What a bookable belongs to."""

    SESSION = "session"
    EVENT = "event"
    SLOT = "slot"


class Mode(enum.StrEnum):
    """How seats are given."""

    FIRST_COME = "first-come"
    APPROVAL = "approval"


class State(enum.StrEnum):
    """Where a booking stands."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class Way(enum.StrEnum):
    """On which way somebody comes to a seat."""

    SELF = "self"
    APPROVAL = "approval"


LIVE = frozenset({State.REQUESTED, State.CONFIRMED, State.WAITLISTED, State.OFFERED})
"""States in which a person has a claim; one live booking per person and bookable."""

NEXT: dict[State, frozenset[State]] = {
    State.REQUESTED: frozenset({State.CONFIRMED, State.WAITLISTED, State.DECLINED, State.CANCELLED}),
    State.CONFIRMED: frozenset({State.CANCELLED}),
    State.WAITLISTED: frozenset({State.OFFERED, State.CONFIRMED, State.DECLINED, State.CANCELLED}),
    State.OFFERED: frozenset({State.CONFIRMED, State.CANCELLED}),
    State.DECLINED: frozenset(),
    State.CANCELLED: frozenset(),
}


@dataclass(frozen=True)
class Terms:
    """When a bookable can be booked."""

    opens_at: dt.datetime | None
    closes_at: dt.datetime
    starts_at: dt.datetime
    is_cancelled: bool = False


@dataclass(frozen=True)
class Seats:
    """A pool, counted under its lock; capacity None means that seats are not limited."""

    capacity: int | None
    confirmed: int
    offered: int
    waiting: int

    @property
    def free(self) -> int | None:
        """Seats that nobody holds and nobody in line has a claim to; None where seats are not limited."""
        if self.capacity is None:
            return None
        return max(0, self.capacity - self.confirmed - self.offered - self.waiting)

    @property
    def to_offer(self) -> int:
        """Seats that can be offered to the line now."""
        if self.capacity is None:
            return self.waiting
        return max(0, min(self.waiting, self.capacity - self.confirmed - self.offered))


def closed_reason(terms: Terms, now: dt.datetime) -> str | None:
    """Why nobody can sign up now, as a sentence; None where they can."""
    if terms.is_cancelled:
        return _("This date was cancelled.")
    if terms.opens_at and now < terms.opens_at:
        return _("Sign-up has not begun yet.")
    if now >= terms.starts_at:
        return _("This date is over or has begun.")
    if now >= terms.closes_at:
        return _("Sign-up is closed.")
    return None


def state_for(seats: Seats, mode: Mode, way: Way, *, has_waitlist: bool) -> State:
    """What a new claim becomes: a request where a leader decides first, a seat, a place in line, or a decline."""
    if mode is Mode.APPROVAL and way is Way.SELF:
        return State.REQUESTED
    if seats.free is None or seats.free > 0:
        return State.CONFIRMED
    return State.WAITLISTED if has_waitlist else State.DECLINED
