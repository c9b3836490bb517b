"""Until when a leader decides on a request, and what happens then."""

import datetime as dt
import enum

from app.bookings.rules.admission import Terms

DAYS_TO_DECIDE, MOST_DAYS_TO_DECIDE = 7, 60
"""How long a leader has where nothing else is set, and how long at most."""
DAY = dt.timedelta(days=1)


class Undecided(enum.StrEnum):
    """What happens to a request on which nobody has decided in time."""

    GO_UP = "pass-up"
    APPROVE = "approve"


def decide_by(asked_at: dt.datetime, starts_at: dt.datetime, days: int) -> dt.datetime:
    """Until when to decide: so many days, at most half of the time that is left, so that the next has time too.

    `asked_at` is in the wall time of the house: where there is a day or more, the time ends with a day there. The
    answer is in UTC.
    """
    asked = asked_at.astimezone(dt.UTC)
    half = asked + (starts_at - asked) / 2
    until = min(asked + days * DAY, half)
    for moment in (until, until - DAY):
        night = moment.astimezone(asked_at.tzinfo).replace(hour=23, minute=59, second=0, microsecond=0)
        if asked + DAY <= night <= half:
            return night.astimezone(dt.UTC)
    return until


def is_overdue(until: dt.datetime | None, terms: Terms, now: dt.datetime) -> bool:
    """Whether the time to decide is over and something must happen: not where nothing takes place, or it has begun."""
    is_ahead = not terms.is_cancelled and not terms.is_draft and now < terms.starts_at
    return is_ahead and until is not None and until <= now
