"""In which order steps are done: the person's own, or that of the days by which they are wanted."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.plans.rules.weeks import Load, lay_out


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


@dataclass(frozen=True)
class Proposed:
    """A proposal as the order sees it: by step, the day by which it is done there, and which steps build on it."""

    days: Mapping[int, dt.date]
    after: Mapping[int, Collection[int]]


def with_proposed(
    order: Iterable[Wish], new: Sequence[Wish], proposed: Proposed, late: Callable[[Sequence[int]], int]
) -> list[int]:
    """The order with the new steps of a proposal in it, each where its week belongs and before what builds on it.

    What stood in the order keeps it; a step there without a day of its own counts by that of the proposal. One on
    which no date depends lets others pass that it would make late; `late` says how many are late in an order.
    """
    found = [one if one.due_on else Wish(one.id, proposed.days.get(one.id)) for one in order]
    movable = {one.id for one in [*found, *new]}
    arrived: set[int] = set()
    for step in reversed(new):
        builders = set(proposed.after.get(step.id, ()))
        limit, next_new = _first_of(found, builders), _first_of(found, arrived)
        place = place_of(found, step)
        first = min(limit, next_new, len(found) if place is None else place)
        if builders <= movable:
            first = _in_time(found, step, range(first, limit + 1), late)
        found.insert(first, step)
        arrived.add(step.id)
    return [one.id for one in found]


def _first_of(order: Sequence[Wish], ids: Collection[int]) -> int:
    return next((place for place, one in enumerate(order) if one.id in ids), len(order))


def _in_time(order: Sequence[Wish], step: Wish, places: range, late: Callable[[Sequence[int]], int]) -> int:
    """The first of these places at which the step makes as few as possible late."""
    ids = [one.id for one in order]
    useful = [place for place in places if place == places.start or order[place - 1].due_on is not None]
    return min(useful, key=lambda place: (late([*ids[:place], step.id, *ids[place:]]), place))


def lateness(loads: Iterable[Load], wanted: Mapping[int, dt.date | None], weekly_minutes: int, today: dt.date) -> int:
    """How many steps end in a week after the day by which they are wanted, if they stand in this order."""
    weeks = lay_out(loads, weekly_minutes, today)
    return sum(is_planned_late(wanted.get(one.id), one.ends_in, today) for week in weeks for one in week.steps)


def by_date(order: Iterable[Wish]) -> list[Wish]:
    """The same steps, the earliest day first; of one day, and without a day, in the order in which they stood."""
    return sorted(order, key=lambda step: step.day)


def is_planned_late(due_on: dt.date | None, ends_in: dt.date, today: dt.date) -> bool:
    """Whether a step ends in a week (its Monday) that begins after the day by which it is wanted, a day to come."""
    return due_on is not None and today <= due_on < ends_in
