"""When a newcomer and their buddy meet: once a week, for fifteen minutes."""

import datetime as dt
from collections.abc import Collection

MINUTES = 15
WEEK = dt.timedelta(days=7)
USUAL_WEEKDAY = 2
USUAL_TIME = dt.time(10)
USUAL_SPAN = 12 * WEEK
PAIR_LASTS = dt.timedelta(days=90)


def next_appointment(weekday: int, first: dt.date, until: dt.date, skipped: Collection[dt.date] = ()) -> dt.date | None:
    """The first appointment from a day on that is not skipped; None once the time agreed is over."""
    day = first + dt.timedelta(days=(weekday - first.weekday()) % 7)
    while day in skipped:
        day += WEEK
    return day if day <= until else None
