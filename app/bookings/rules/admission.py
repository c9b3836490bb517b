"""Who gets a free seat, and when nobody can."""

import datetime as dt
import enum
from dataclasses import dataclass

from flask_babel import gettext as _

from app.bookings.rules.states import State

TOTAL = "total"
"""The pool that every bookable has: all its seats."""

MOST_SEATS = 100_000

LONGEST_TEXT = 500
"""Characters of a reason or of a note."""


class Mode(enum.StrEnum):
    """How seats are given."""

    FIRST_COME = "first-come"
    APPROVAL = "approval"
    DRAW = "draw"
    INVITATION = "invitation"
    DROP_IN = "drop-in"


class Way(enum.StrEnum):
    """On which way somebody comes to a seat."""

    SELF = "self"
    APPROVAL = "approval"
    WISHES = "wishes"
    HANDOVER = "handover"
    LEADER = "leader"
    DRAW = "draw"
    DOOR = "door"
    INVITATION = "invitation"
    ORGANISER = "organiser"


NEWCOMING = frozenset({Way.SELF, Way.LEADER, Way.ORGANISER})
"""On which ways somebody signs up anew, for whom the time of sign-up counts."""
ASKING = frozenset({Way.SELF, Way.ORGANISER})
"""On which ways nobody's leader has decided: whoever runs the date replaces no leader."""
DECIDED_BEFORE = {Mode.APPROVAL: ASKING, Mode.DRAW: NEWCOMING}
"""On which ways a claim waits for a decision: a leader who signs somebody up has made it, lots have not."""
KEPT = (Way.HANDOVER, Way.INVITATION)
"""On which ways a seat is there already."""


@dataclass(frozen=True)
class Terms:
    """When a bookable can be booked, and when a seat can be given back."""

    opens_at: dt.datetime | None
    closes_at: dt.datetime
    starts_at: dt.datetime
    cancel_until: dt.datetime
    is_cancelled: bool = False
    ends_at: dt.datetime | None = None
    is_draft: bool = False
    lacks_seed: bool = False
    is_being_drawn: bool = False
    is_drop_in: bool = False
    is_by_invitation: bool = False
    is_by_lot: bool = False

    def over_reason(self, now: dt.datetime) -> str | None:
        """That it has begun or is over, as a sentence; None before it begins."""
        if now < self.starts_at:
            return None
        if self.ends_at and now >= self.ends_at:
            return _("This date is over.")
        return _("This date has begun already.")


@dataclass(frozen=True)
class Wish:
    """What a person says when signing up; the reason is for the leader who decides."""

    reason: str | None = None
    takes_seat_at_once: bool = False


NO_WISH = Wish()


@dataclass(frozen=True)
class Seats:
    """A pool, counted under its lock; capacity None means that seats are not limited.

    `offered` are offers that are still open, `run_out` those that nobody has ended yet; these hold no seat.
    `allowance` is by how many more people may be accepted than there are seats, since not all will come.
    A seat is kept for each of the `invited`, who can still answer.
    `blocked` of those who wait can't have a free seat, because the quota of their group is used up.
    """

    capacity: int | None
    confirmed: int = 0
    offered: int = 0
    waiting: int = 0
    run_out: int = 0
    allowance: int = 0
    has_quotas: bool = False
    invited: int = 0
    blocked: int = 0

    @property
    def limit(self) -> int | None:
        """How many may be accepted; None where seats are not limited."""
        return None if self.capacity is None else self.capacity + self.allowance

    @property
    def held(self) -> int:
        """Seats that somebody has or is being offered."""
        return self.confirmed + self.offered

    @property
    def promised(self) -> int:
        """Seats that are held, or kept for somebody who is invited."""
        return self.held + self.invited

    @property
    def next(self) -> int:
        """How many of those who wait would be given a seat if enough were free."""
        return self.waiting - self.blocked

    @property
    def free(self) -> int | None:
        """Seats that nobody holds and nobody in line has a claim to; one beyond the capacity never counts as free."""
        return None if self.capacity is None else max(0, self.capacity - self.promised - self.next)

    @property
    def to_offer(self) -> int:
        """Seats that can be offered to the line now."""
        return self.next if self.limit is None else max(0, min(self.next, self.limit - self.promised))

    @property
    def is_full(self) -> bool:
        """Whether a newcomer would have to wait."""
        return self.limit is not None and self.promised + self.next >= self.limit


def closed_reason(terms: Terms, now: dt.datetime, way: Way = Way.SELF) -> str | None:
    """Why nobody can sign up now, as a sentence; None where they can.

    A request made in time can be approved or drawn, wishes met, a seat passed on, and an invitation accepted, until the
    date begins; the door is open until its end. Whoever runs the date can sign somebody up after the others, but not
    where lots decide among those who came in time.
    """
    if terms.is_cancelled:
        return _("This date was cancelled.")
    if terms.is_draft:
        return _("This date is not published yet, so nobody can sign up.")
    if way is Way.DOOR:
        return _("This date is over.") if terms.ends_at and now >= terms.ends_at else None
    if sentence := terms.over_reason(now):
        return sentence
    return _closed_to_newcomers(terms, now, way) if way in NEWCOMING else None


def _closed_to_newcomers(terms: Terms, now: dt.datetime, way: Way) -> str | None:
    if terms.is_drop_in:
        return _("You need no seat here: just come along.")
    if terms.is_by_invitation:
        return _("This date is by invitation: whoever is invited can come.")
    if terms.lacks_seed:
        return _("Sign-up begins as soon as it is said where the seed of the draw will come from.")
    if terms.is_being_drawn:
        return _("The list for the draw is fixed. Nobody can join it any more.")
    if terms.opens_at and now < terms.opens_at:
        return _("Sign-up has not begun yet.")
    if now >= terms.closes_at and (way is not Way.ORGANISER or terms.is_by_lot):
        return _("Sign-up is closed.")
    return None


def cancel_closed_reason(state: State, terms: Terms, now: dt.datetime, *, is_asked: bool = False) -> str | None:
    """Why a person can't cancel any more, as a sentence; None where they can.

    A seat can be given back until `cancel_until`, and by whoever is asked whether they come, until the date begins; a
    request or a place in line until the date begins.
    """
    if terms.is_cancelled:
        return _("This date was cancelled, so there is nothing that you need to give back.")
    if sentence := terms.over_reason(now):
        return sentence
    if state is State.CONFIRMED and now >= terms.cancel_until and not is_asked:
        return _("The time for giving back your seat is over. Please tell the organisers that you can’t come.")
    return None


def taking_back_closed_reason(terms: Terms, now: dt.datetime, *, is_theirs: bool) -> str | None:
    """Why those who run it can't take back whom they signed up, as a sentence; None where they can.

    Until it begins, since the seat goes to whoever waits; but not what the person has made their own meanwhile.
    """
    if terms.is_cancelled:
        return _("This date was cancelled.")
    if is_theirs:
        return _("They have answered themselves meanwhile, so it is theirs to give back.")
    return terms.over_reason(now)


def is_in_audience(audience_id: int | None, unit_path: str) -> bool:
    """Whether somebody of this unit may book: the path holds the ids of all units above."""
    return audience_id is None or f"/{audience_id}/" in unit_path


def serves_line(terms: Terms, now: dt.datetime) -> bool:
    """Whether a seat that becomes free now is offered to the next in line."""
    return not terms.is_cancelled and now < terms.starts_at


def state_for(seats: Seats, mode: Mode, way: Way, *, has_waitlist: bool, is_blocked: bool = False) -> State:
    """What a claim becomes: a request where a leader or lots decide first, a seat, a place in line, or a decline.

    `is_blocked`: a quota of the person's group is used up, so that no free seat can be theirs. The seat of a colleague
    was theirs until now, and one is kept for who is invited: it is there however full the date is. At the door the hall
    decides, not the seats.
    """
    if way is Way.DOOR:
        return State.CONFIRMED
    if way in DECIDED_BEFORE.get(mode, ()):
        return State.REQUESTED
    if not is_blocked and (way in KEPT or not seats.is_full):
        return State.CONFIRMED
    return State.WAITLISTED if has_waitlist else State.DECLINED


def least_seats(seats: Seats, allowance: int) -> int:
    """To how many seats a pool can be made smaller: nobody loses a seat that they have or are being offered."""
    return max(0, seats.promised - allowance)
