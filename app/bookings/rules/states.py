"""States of a booking, and the allowed steps between them."""

import enum


class State(enum.StrEnum):
    """Where a booking stands."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class Because(enum.StrEnum):
    """Why a step was taken, where it was not simply what the person asked for."""

    NOBODY_LEADS = "nobody leads this person, so there was nobody to decide"
    ALL_SEATS_TAKEN = "all seats taken, no waitlist"
    SEAT_FREED = "seat freed"
    TAKES_SEAT_AT_ONCE = "seat freed, person takes it at once"
    OFFER_PASSED_ON = "offer passed on"
    OFFER_EXPIRED = "offer expired"
    CALLED_OFF = "date called off"
    LEFT_THE_WHOLE = "gave back the seat in the whole"
    HANDED_OVER = "seat passed to a colleague"
    NOT_DRAWN = "others were drawn before"
    NOT_DECIDED_IN_TIME = "nobody decided in time"
    TAKEN_BACK = "taken back by those who run it"


LIVE = frozenset({State.REQUESTED, State.CONFIRMED, State.WAITLISTED, State.OFFERED})
"""States in which a person has a claim; one live booking per person and bookable."""

NEXT: dict[State | None, frozenset[State]] = {
    None: frozenset({State.REQUESTED, State.CONFIRMED, State.WAITLISTED}),
    State.REQUESTED: frozenset({State.CONFIRMED, State.WAITLISTED, State.DECLINED, State.CANCELLED}),
    State.CONFIRMED: frozenset({State.CANCELLED}),
    State.WAITLISTED: frozenset({State.OFFERED, State.CONFIRMED, State.CANCELLED}),
    State.OFFERED: frozenset({State.CONFIRMED, State.CANCELLED}),
    State.DECLINED: frozenset(),
    State.CANCELLED: frozenset(),
}
"""The allowed steps; None: there was no booking yet."""


def may_follow(before: State | None, after: State) -> bool:
    """Whether a booking may take this step."""
    return after in NEXT[before]
