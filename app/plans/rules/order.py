"""In which order steps are done: the person's own, or that of the days by which they are wanted."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Wish:
    """A step, and the day by which it is wanted."""

    id: int
    due_on: dt.date | None

    @property
    def day(self) -> dt.date:
        """The day; what has none can wait."""
        return self.due_on or dt.date.max


def joined(order: Iterable[Wish], new: Iterable[Wish]) -> list[Wish]:
    """The order with new steps in it: each after the last one whose day is not later than its own.

    Where there is none, it comes before the first one with a later day; what has no day comes last. What stood in the
    order already keeps it, whatever days it has.
    """
    found = list(order)
    for step in new:
        place = place_of(found, step)
        found.insert(0 if place is None else place, step)
    return found


def place_of(order: Sequence[Wish], step: Wish) -> int | None:
    """Where the day of a step belongs among others; None where none of them has a day to go by."""
    if step.due_on is None:
        return len(order)
    dated = [(place, other.due_on) for place, other in enumerate(order) if other.due_on is not None]
    if earlier := [place for place, day in dated if day <= step.due_on]:
        return earlier[-1] + 1
    return dated[0][0] if dated else None


def by_date(order: Iterable[Wish]) -> list[Wish]:
    """The same steps, the earliest day first; of one day, and without a day, in the order in which they stood."""
    return sorted(order, key=lambda step: step.day)


def is_planned_late(due_on: dt.date | None, ends_in: dt.date, today: dt.date) -> bool:
    """Whether a step ends in a week (its Monday) that begins after the day by which it is wanted, a day to come."""
    return due_on is not None and today <= due_on < ends_in
