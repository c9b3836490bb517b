"""Which step begins in which week, at so many minutes a week."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WEEK = dt.timedelta(days=7)
SATURDAY = 5


@dataclass(frozen=True)
class Load:
    """A step as the weeks see it; `days` with their minutes where it happens on days of its own, as an event does."""

    id: int
    minutes: int
    days: tuple[tuple[dt.date, int], ...] = ()


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


@dataclass(frozen=True)
class Block:
    """A week as blocks of learning time: each step with its minutes in that week, in the order of the plan."""

    monday: dt.date
    parts: tuple[tuple[int, int], ...]

    @property
    def minutes(self) -> int:
        """All blocks together."""
        return sum(minutes for _, minutes in self.parts)


@dataclass
class _Calendar:
    """How many minutes each step takes in each week."""

    parts: dict[dt.date, dict[int, int]] = field(default_factory=dict)

    def used(self, monday: dt.date) -> int:
        return sum(self.parts.get(monday, {}).values())

    def take(self, monday: dt.date, step: int, minutes: int) -> None:
        week = self.parts.setdefault(monday, {})
        week[step] = week.get(step, 0) + minutes


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the week."""
    return day - dt.timedelta(days=day.weekday())


def first_week(today: dt.date) -> dt.date:
    """The Monday from which steps are laid out: this week's, at the weekend the next."""
    return monday_of(today) + (WEEK if today.weekday() >= SATURDAY else dt.timedelta())


def shares(minutes: int, lengths: Sequence[dt.timedelta]) -> list[int]:
    """The minutes of something that has several meetings, shared out by their lengths; together they are all."""
    whole = sum(lengths, dt.timedelta())
    until = [int(minutes * past // whole) if whole else minutes for past in itertools.accumulate(lengths)]
    return [later - earlier for earlier, later in itertools.pairwise([0, *until])]


def lay_out(steps: Iterable[Load], weekly_minutes: int, today: dt.date) -> list[Week]:
    """Put the steps into weeks, in their order, from this week on; at the weekend from the next.

    What happens on days of its own stays there and uses up those weeks' minutes; the others flow into what is left.
    """
    calendar, begins = _placed(list(steps), weekly_minutes, today)
    return [Week(monday, calendar.used(monday), tuple(begins[monday])) for monday in sorted(begins)]


def blocks(steps: Iterable[Load], weekly_minutes: int, today: dt.date) -> list[Block]:
    """The same weeks as blocks of learning time, with those in which something only goes on."""
    steps = list(steps)
    calendar, _ = _placed(steps, weekly_minutes, today)
    order = [step.id for step in steps]
    return [
        Block(monday, tuple((step, week[step]) for step in order if step in week))
        for monday, week in sorted(calendar.parts.items())
    ]


def _placed(steps: list[Load], weekly_minutes: int, today: dt.date) -> tuple[_Calendar, dict[dt.date, list[Placed]]]:
    this_week = monday_of(today)
    calendar = _Calendar()
    begins: dict[dt.date, list[Placed]] = {}
    for step in steps:
        if days := [(monday_of(day), minutes) for day, minutes in step.days]:
            for monday, minutes in [day for day in days if day[0] >= this_week] or [(this_week, step.minutes)]:
                calendar.take(monday, step.id, minutes)
            begins.setdefault(max(days[0][0], this_week), []).append(Placed(step.id, max(days[-1][0], this_week)))
    monday = first_week(today)
    for step in steps:
        if not step.days:
            first, monday = _flow(step, weekly_minutes, monday, calendar)
            begins.setdefault(first, []).append(Placed(step.id, monday))
    return calendar, begins


def _flow(step: Load, weekly: int, monday: dt.date, calendar: _Calendar) -> tuple[dt.date, dt.date]:
    """Fill free minutes from this Monday on; the Mondays of the weeks in which the step begins and ends."""
    first, minutes = None, step.minutes
    while True:
        free = weekly - calendar.used(monday)
        if free > 0:
            first = first or monday
            taken = min(free, minutes)
            calendar.take(monday, step.id, taken)
            minutes -= taken
            if minutes <= 0:
                return first, monday
        monday += WEEK
