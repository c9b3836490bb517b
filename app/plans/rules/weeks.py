"""Which step begins in which week, at so many minutes a week."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

WEEK = dt.timedelta(days=7)
SATURDAY = 5


@dataclass(frozen=True)
class Load:
    """A step as the weeks see it; `on` where it happens on a day of its own, as an event does."""

    id: int
    minutes: int
    on: dt.date | None = None


@dataclass(frozen=True)
class Placed:
    """A step in the week in which it begins, and the Monday of the week in which it ends."""

    id: int
    ends_in: dt.date


@dataclass(frozen=True)
class Week:
    """A week in which something begins, with all its minutes, also of what began before."""

    monday: dt.date
    minutes: int
    steps: tuple[Placed, ...]


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the week."""
    return day - dt.timedelta(days=day.weekday())


def first_week(today: dt.date) -> dt.date:
    """The Monday from which steps are laid out: this week's, at the weekend the next."""
    return monday_of(today) + (WEEK if today.weekday() >= SATURDAY else dt.timedelta())


def lay_out(steps: Iterable[Load], weekly_minutes: int, today: dt.date) -> list[Week]:
    """Put the steps into weeks, in their order, from this week on; at the weekend from the next.

    What happens on a day of its own stays there and uses up that week's minutes; the others flow into what is left.
    """
    steps = list(steps)
    this_week = monday_of(today)
    used: Counter[dt.date] = Counter()
    begins: dict[dt.date, list[Placed]] = {}
    for step in steps:
        if step.on is not None:
            monday = max(monday_of(step.on), this_week)
            used[monday] += step.minutes
            begins.setdefault(monday, []).append(Placed(step.id, monday))
    monday = first_week(today)
    for step in steps:
        if step.on is None:
            first, monday = _flow(step.minutes, weekly_minutes, monday, used)
            begins.setdefault(first, []).append(Placed(step.id, monday))
    return [Week(monday, used[monday], tuple(begins[monday])) for monday in sorted(begins)]


def _flow(minutes: int, weekly: int, monday: dt.date, used: Counter[dt.date]) -> tuple[dt.date, dt.date]:
    """Fill free minutes from this Monday on; the Mondays of the weeks in which the step begins and ends."""
    first = None
    while True:
        free = weekly - used[monday]
        if free > 0:
            first = first or monday
            taken = min(free, minutes)
            used[monday] += taken
            minutes -= taken
            if minutes <= 0:
                return first, monday
        monday += WEEK
