"""What is said of the times of a date that is planned, and what is wrong with it."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from app.bookings.rules.description import Description

MOST_DAYS = 10
A_WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Day:
    """A row of the form: the number of a day, and when it begins and ends."""

    number: int
    day: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        return self.day is None and self.start is None and self.end is None


def day_faults(rows: Iterable[Day]) -> dict[str, str]:
    """What is wrong with the days, by field: something left out, an end before the beginning, no order."""
    faults: dict[str, str] = {}
    before: Day | None = None
    for row in rows:
        if row.is_empty and row.number > 1:
            continue
        found = _faults_of(row) or _out_of_order(before, row)
        faults |= {f"{name}_{row.number}": sentence for name, sentence in found.items()}
        before = row if not found else before
    return faults


def _faults_of(row: Day) -> dict[str, str]:
    missing = {
        "day": None if row.day else _("Please enter the day."),
        "from": None if row.start else _("Please enter when it begins."),
        "to": None if row.end else _("Please enter when it ends."),
    }
    faults = {name: sentence for name, sentence in missing.items() if sentence}
    if row.start and row.end and row.end <= row.start:
        faults["to"] = _("The end must be later than the beginning.")
    return faults


def _out_of_order(before: Day | None, row: Day) -> dict[str, str]:
    if before is None or not (before.day and before.end and row.day and row.start):
        return {}
    if row.day < before.day:
        return {"day": _("This day lies before the one above. Please enter the days in their order.")}
    if row.day == before.day and row.start < before.end:
        return {"from": _("This begins before the part above is over.")}
    return {}


def spans_of(
    rows: Iterable[Day], at: Callable[[dt.date, dt.time], dt.datetime]
) -> list[tuple[dt.datetime, dt.datetime]]:
    """The times of the complete rows; `at` makes a moment of a wall time."""
    return [(at(row.day, row.start), at(row.day, row.end)) for row in rows if row.day and row.start and row.end]


def term_faults(
    starts_at: dt.datetime,
    opens_at: dt.datetime | None,
    closes_at: dt.datetime | None,
    cancel_until: dt.datetime | None,
) -> dict[str, str]:
    """What is wrong with the moments around a date, by field."""
    faults = {}
    if closes_at and closes_at > starts_at:
        faults["closes_at"] = _("Sign-up must close at the beginning at the latest.")
    if cancel_until and cancel_until > starts_at:
        faults["cancel_until"] = _("Seats can be given back until the beginning at the latest.")
    if opens_at and opens_at >= min(closes_at or starts_at, starts_at):
        faults["opens_at"] = _("Sign-up must open before it closes.")
    return faults


def past_fault(starts_at: dt.datetime, kept: dt.datetime | None, now: dt.datetime) -> str | None:
    """That it would begin in the past, unless it did so before."""
    if starts_at <= now and starts_at != kept:
        return _("This lies in the past.")
    return None


def later(kept: Description, shift: Callable[[dt.datetime], dt.datetime]) -> Description:
    """The same date with all its moments shifted."""
    return replace(
        kept,
        spans=[(shift(start), shift(end)) for start, end in kept.spans],
        opens_at=shift(kept.opens_at) if kept.opens_at else None,
        closes_at=shift(kept.closes_at) if kept.closes_at else None,
        cancel_until=shift(kept.cancel_until) if kept.cancel_until else None,
    )


def copied_by(starts_at: dt.datetime, now: dt.datetime) -> dt.timedelta:
    """How much later a copy takes place: whole weeks, so that the weekday stays, and at least a week from now."""
    weeks = max(1, -((starts_at - now - A_WEEK) // A_WEEK))
    return weeks * A_WEEK
