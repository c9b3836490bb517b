"""The days of a month."""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2099, 12, 1)


@dataclass(frozen=True)
class Month:
    """A month of the calendar, in whole weeks from Monday to Sunday."""

    first: dt.date

    @property
    def weeks(self) -> list[list[dt.date]]:
        """The days by week, with those of the neighbouring months that complete the first and the last week."""
        return calendar.Calendar().monthdatescalendar(self.first.year, self.first.month)

    @property
    def previous(self) -> "Month":
        """The month before."""
        return Month(max((self.first - dt.timedelta(days=1)).replace(day=1), EARLIEST))

    @property
    def next(self) -> "Month":
        """The month after."""
        return Month(min((self.first + dt.timedelta(days=31)).replace(day=1), LATEST))

    @property
    def name(self) -> str:
        """2026-11"""
        return f"{self.first:%Y-%m}"


def month_named(name: str, today: dt.date) -> Month:
    """The month of a name like 2026-11; the present one where the name makes no sense."""
    try:
        first = dt.datetime.strptime(name, "%Y-%m").date()  # noqa: DTZ007 - a month has no time zone
    except ValueError:
        first = today.replace(day=1)
    return Month(min(max(first, EARLIEST), LATEST))


def by_day(dated: Iterable[tuple[dt.date, dt.date, T]]) -> dict[dt.date, list[T]]:
    """Things by each day from their first to their last."""
    found: dict[dt.date, list[T]] = {}
    for first, last, thing in dated:
        for number in range((last - first).days + 1):
            found.setdefault(first + dt.timedelta(days=number), []).append(thing)
    return found
