"""What the page of a proposal shows, as plain values."""

import datetime as dt
from dataclasses import dataclass

from app.competences.queries import Named
from app.courses.rules import Format
from app.plans.optimiser import Session
from app.plans.queries.offers import Facts
from app.plans.queries.steps import Step
from app.plans.rules import Pin, Why, monday_of
from app.tasks.models import Task

MORE_TIME = (Why.EITHER, Why.MINUTES, Why.BEFORE_DATES, Why.WEEKS, Why.BOTH, Why.TIME)


@dataclass(frozen=True)
class Alternative:
    """What the plan would be without a course: what comes instead, what goes as well, and what that costs.

    `lower` and `higher` are the competences that end further from the goal or closer to it, with the level now and the
    other one.
    """

    instead: tuple[str, ...]
    gone: tuple[str, ...]
    lower: tuple[tuple[str, int, int], ...]
    higher: tuple[tuple[str, int, int], ...]
    minutes: int
    closed: int
    ends_in: dt.date | None
    is_possible: bool
    is_less_important: bool


@dataclass(frozen=True)
class ProposedCourse:
    """A step of the proposal: its reasons line by line, the week in which it ends, and for a seminar its date."""

    course_id: int
    slug: str
    title: str
    format: Format
    minutes: int
    reasons: tuple[str, ...]
    gain: tuple[int, int] | None
    ends_in: dt.date
    session: Session | None
    pin: Pin | None
    is_planned: bool
    is_moved: bool
    alternative: Alternative | None
    by: dt.date
    after: tuple[int, ...]
    leads_on: bool

    @property
    def week(self) -> dt.date:
        """The Monday of the week in which its seminar begins, or in which it ends."""
        return monday_of(self.session.starts_at.date()) if self.session else self.ends_in


@dataclass(frozen=True)
class StillOpen:
    """What the proposal leaves open in a competence; `course` builds on a level that is missing."""

    competence: Named
    level: int
    target: int
    why: Why
    course: Facts | None
    builds_on: int | None
    is_important: bool
    is_unknown: bool
    """Whether nobody has said anything about it yet, and the proposal changes nothing of that."""


@dataclass(frozen=True)
class Reached:
    """Before and after in one competence; None before: nobody has said anything yet, which counts as level 0."""

    competence: Named
    before: int | None
    after: int
    target: int
    is_important: bool


@dataclass(frozen=True)
class Suggestion:
    """A proposal as its page shows it; `steps` is None where what must stay in it can't be."""

    goal: str
    has_important: bool
    weekly_minutes: int
    planned_weekly: int
    weeks: int
    before: float
    after: float
    at_most: float
    task: Task | None
    is_solved: bool
    is_outdated: bool
    is_taken_over: bool
    is_proven: bool
    is_repair: bool
    ends_in: dt.date | None
    steps: tuple[ProposedCourse, ...] | None
    open: tuple[StillOpen, ...]
    reached: tuple[Reached, ...]
    kept: tuple[tuple[int, str], ...]
    dropped: tuple[tuple[int, str], ...]
    leaving: tuple[Step, ...]
    staying: tuple[Step, ...]
    others: int
    is_for_goal: bool

    @property
    def is_running(self) -> bool:
        """Whether it is being made."""
        return self.task is not None and not self.task.is_over

    @property
    def leading(self) -> list[ProposedCourse]:
        """The steps that bring the person closer to the goal, or are needed before one that does."""
        return [step for step in self.steps or () if step.leads_on]

    @property
    def beside(self) -> list[ProposedCourse]:
        """The steps of the plan that are counted in and bring nothing for the goal."""
        return [step for step in self.steps or () if not step.leads_on]

    @property
    def by_week(self) -> list[list[ProposedCourse]]:
        """Those that lead on, then those beside; each by the week that the page names."""
        return [sorted(steps, key=lambda step: step.week) for steps in (self.leading, self.beside) if steps]

    @property
    def minutes(self) -> int:
        """How long it takes to come closer to the goal; where nothing does, how long all of it takes."""
        return sum(step.minutes for step in self.leading or self.steps or ())

    @property
    def has_failed(self) -> bool:
        """Whether making it came to nothing."""
        return self.task is not None and self.task.is_over and self.task.stage == "failed"

    @property
    def changes(self) -> int:
        """How many steps come into the plan, get another date there, or leave it."""
        return len(self.new_steps) + len(self.moved) + len(self.leaving)

    @property
    def lacking(self) -> Why | None:
        """Which more of time would help, where nothing brings the person further in this one."""
        brings_nothing = self.steps is not None and self.after <= self.before
        whys = {one.why for one in self.open}
        return next((why for why in MORE_TIME if why in whys), None) if brings_nothing else None

    @property
    def changes_time(self) -> bool:
        """Whether it is made for another time a week than the plan has."""
        return self.weekly_minutes != self.planned_weekly

    @property
    def names_changes(self) -> bool:
        """Whether it names them: always where it changes what an earlier one has put into the plan."""
        return bool(self.leaving or (self.is_taken_over and self.changes))

    @property
    def unwanted(self) -> frozenset[int]:
        """The courses that the person has left out; in the plan, they leave it."""
        return frozenset(course for course, _title in self.dropped)

    @property
    def has_unknown(self) -> bool:
        """Whether there are competences about which nobody has said anything yet."""
        return any(one.before is None for one in self.reached)

    @property
    def staying_minutes(self) -> int:
        """What stays in the plan although it doesn't fit, in minutes."""
        return sum(step.minutes for step in self.staying)

    @property
    def new_steps(self) -> list[ProposedCourse]:
        """What isn't in the plan yet."""
        return [step for step in self.steps or () if not step.is_planned]

    @property
    def moved(self) -> list[ProposedCourse]:
        """What is in the plan without a date, or with another one."""
        return [step for step in self.steps or () if step.is_planned and step.is_moved]
