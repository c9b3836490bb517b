"""How long what was observed says something about today."""

import calendar
import datetime as dt
import enum
from dataclasses import dataclass

FADES_AFTER_MONTHS = 24
MOST_MONTHS = 120


class Freshness(enum.StrEnum):
    """How fresh a level is: as good as new, to be confirmed, or expired."""

    FRESH = "fresh"
    FADED = "faded"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Ageing:
    """After how many months a level asks to be confirmed, and after how many it no longer counts; None: never."""

    fades_after: int | None = None
    expires_after: int | None = None

    def has_expired(self, observed_on: dt.date, on: dt.date) -> bool:
        """Whether what was observed that day no longer counts."""
        return self.expires_after is not None and months_later(observed_on, self.expires_after) <= on

    def freshness(self, observed_on: dt.date, on: dt.date) -> Freshness:
        """How fresh it is on a day; the day of observation counts, not the day of entry."""
        if self.has_expired(observed_on, on):
            return Freshness.EXPIRED
        has_faded = self.fades_after is not None and months_later(observed_on, self.fades_after) <= on
        return Freshness.FADED if has_faded else Freshness.FRESH

    def is_fresh(self, observed_on: dt.date, on: dt.date) -> bool:
        """Whether what was observed that day needs no confirmation yet."""
        return self.freshness(observed_on, on) is Freshness.FRESH


LASTING = Ageing()


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last of the month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
