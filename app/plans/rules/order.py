"""In which order steps are done: the person's own, or that of the days by which they are wanted."""

import datetime as dt
from collections.abc import Iterable
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
    """The order with new steps in it: each before the first one that has a later day or none, the last at the end.

    What stood in it already keeps its order, whatever days it has.
    """
    found = list(order)
    for step in new:
        place = next((place for place, other in enumerate(found) if other.day > step.day), len(found))
        found.insert(place, step)
    return found


def by_date(order: Iterable[Wish]) -> list[Wish]:
    """The same steps, the earliest day first; of one day, and without a day, in the order in which they stood."""
    return sorted(order, key=lambda step: step.day)


def is_planned_late(due_on: dt.date | None, ends_in: dt.date, today: dt.date) -> bool:
    """Whether a step ends in a week (its Monday) that begins after the day by which it is wanted, a day to come."""
    return due_on is not None and today <= due_on < ends_in
