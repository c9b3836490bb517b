"""What the optimiser is given and what it answers, as plain values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

WEEK = dt.timedelta(days=7)
Level = tuple[int, int]
"""A competence and one of its levels."""


@dataclass(frozen=True)
class Meeting:
    """One of the times at which a session takes place, in the time of the house."""

    starts_at: dt.datetime
    ends_at: dt.datetime


@dataclass(frozen=True)
class Session:
    """A dated run of a seminar; a claimed one is the person's already, whatever seats are left."""

    id: int
    meetings: tuple[Meeting, ...]
    minutes: int
    has_seats: bool = True
    claimed: bool = False

    @property
    def starts_at(self) -> dt.datetime:
        """When the first meeting begins."""
        return self.meetings[0].starts_at

    @property
    def ends_at(self) -> dt.datetime:
        """When the last meeting ends."""
        return self.meetings[-1].ends_at


@dataclass(frozen=True)
class Offer:
    """A course that can be taken: from which level to which it leads, what comes before it, and its dates."""

    id: int
    minutes: int
    outcomes: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    required: frozenset[int] = frozenset()
    is_seminar: bool = False
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True)
class Aim:
    """The level that a goal asks for in one competence, and how much a level counts there."""

    level: int
    weight: int = 1


@dataclass(frozen=True)
class Case:
    """Everything that decides about a plan.

    `kept` must be in the plan and `dropped` must not. `planned` stays in it wherever it can. `previous` is a plan taken
    over before, by course with its session: then the answer changes as little of it as a repair needs, and closes at
    least `promised` of the weighted gap, or as much as can still be closed. `taken` are the minutes that something else
    needs in each week, from the first.
    """

    levels: Mapping[int, int]
    aims: Mapping[int, Aim]
    weekly_minutes: int
    weeks: int
    first_monday: dt.date
    offers: tuple[Offer, ...]
    completed: frozenset[int] = frozenset()
    planned: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()
    busy: tuple[Meeting, ...] = ()
    previous: Mapping[int, int | None] | None = None
    promised: int = 0
    taken: tuple[int, ...] = ()

    def room(self, week: int) -> int:
        """The minutes that there are until the end of a week; a week that is more than full takes nothing of others."""
        return self.weekly_minutes * week - sum(min(one, self.weekly_minutes) for one in self.taken[:week])

    def week_of(self, moment: dt.datetime) -> int:
        """The number of the week, from 1; what lies before the first counts there."""
        return max(1, (moment.date() - self.first_monday).days // 7 + 1)

    @property
    def wanted(self) -> int:
        """The whole weighted gap."""
        return sum(aim.weight * max(0, aim.level - self.levels.get(one, 0)) for one, aim in self.aims.items())


@dataclass(frozen=True)
class Lift:
    """What a step brings in one competence."""

    competence: int
    from_level: int
    to_level: int


@dataclass(frozen=True)
class PlanStep:
    """A course of the plan, the week in which it ends, its session if it is a seminar, and what it is there for."""

    course: int
    session: int | None
    ends_in: int
    minutes: int
    lifts: tuple[Lift, ...]
    needed_for: tuple[int, ...]


@dataclass(frozen=True)
class Value:
    """What is compared, in this order: planned courses left out, gap closed, steps changed, minutes, last week."""

    missing: int
    closed: int
    changes: int
    minutes: int
    finish: int


@dataclass(frozen=True)
class Answer:
    """The plan in order, the levels it reaches, and whether nothing better is possible.

    `bound` is the most of the weighted gap that any plan can close; without proof `closed` may be less.
    """

    steps: tuple[PlanStep, ...]
    levels: Mapping[int, int]
    value: Value
    is_proven: bool
    bound: int
