"""Until when a leader decides on a request, and what happens then."""

import datetime as dt
import enum

from app.bookings.rules.admission import Terms

DAYS_TO_DECIDE, MOST_DAYS_TO_DECIDE = 7, 60
"""How long a leader has where nothing else is set, and how long at most."""


class Undecided(enum.StrEnum):
    """What happens to a request on which nobody has decided in time."""

    GO_UP = "pass-up"
    APPROVE = "approve"


def decide_by(asked_at: dt.datetime, starts_at: dt.datetime, days: int) -> dt.datetime:
    """Until when to decide: so many days, at most half of the time that is left, so that the next has time too."""
    return asked_at + min(dt.timedelta(days=days), (starts_at - asked_at) / 2)


def is_overdue(until: dt.datetime | None, terms: Terms, now: dt.datetime) -> bool:
    """Whether the time to decide is over and something must happen: not where nothing takes place, or it has begun."""
    is_ahead = not terms.is_cancelled and not terms.is_draft and now < terms.starts_at
    return is_ahead and until is not None and until <= now
