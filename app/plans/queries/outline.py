"""A person's plan at a glance: its steps week by week, what is late and what is done."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.competences.queries import Chosen, current_levels
from app.people.models import Person
from app.plans import rules
from app.plans.models import Plan, Proposal
from app.plans.queries.situation import Known, is_outdated, situation_with
from app.plans.queries.steps import Step, is_past, steps_of
from app.plans.rules import Load

MOST_BLOCKS = 6


@dataclass(frozen=True)
class PlannedWeek:
    """A week in which something begins; each step with the Monday of the week in which it ends, if a later one.

    Without a Monday: the seminars for which a date is still to be chosen.
    """

    monday: dt.date | None
    minutes: int
    steps: tuple[tuple[Step, dt.date | None], ...]


@dataclass(frozen=True)
class Block:
    """A week of the picture: each step with its minutes in that week, drawn on one scale for all weeks."""

    monday: dt.date
    minutes: int
    parts: tuple[tuple[Step, int], ...]


@dataclass(frozen=True)
class Outline:
    """The whole plan: what is open, week by week, what is late, and what is done."""

    weekly_minutes: int
    version: int
    weeks: tuple[PlannedWeek, ...]
    overdue: tuple[Step, ...]
    passed: tuple[Step, ...]
    done: tuple[Step, ...]
    blocks: tuple[Block, ...] = ()
    steps: tuple[Step, ...] = ()
    """All of them, in the person's order."""
    late: frozenset[int] = frozenset()
    """What is planned later than wished, by id."""
    has_better_order: bool = False
    """Whether one of these would be done earlier if the steps stood in order of the days by which they are wanted."""

    @cached_property
    def open(self) -> list[Step]:
        """What is still to do, in order of the weeks; what needs a date comes last."""
        return [step for week in self.weeks for step, _ in week.steps]

    def between(self, first: int, last: int) -> list[PlannedWeek]:
        """The weeks of some of the open steps, counted from 0; the last not among them."""
        found, place = [], 0
        for week in self.weeks:
            steps = week.steps[max(0, first - place) : max(0, last - place)]
            place += len(week.steps)
            if steps:
                found.append(replace(week, steps=steps))
        return found

    @cached_property
    def movable(self) -> list[Step]:
        """What can change places."""
        return [step for step in self.open if step.can_move]

    @property
    def late_movable(self) -> list[Step]:
        """What is planned later than wished and could come earlier."""
        return [step for step in self.movable if step.id in self.late]

    @property
    def open_minutes(self) -> int:
        """What is still to do, in minutes."""
        return sum(step.minutes for step in self.open)

    @property
    def last_week(self) -> dt.date | None:
        """The Monday of the week in which the last step ends."""
        return max(_ends(self.weeks).values(), default=None)

    @property
    def undated(self) -> int:
        """For how many seminars a date is still to be chosen."""
        return sum(step.needs_date for step in self.open)

    @property
    def size(self) -> int:
        """How many steps there are, done ones too."""
        return len(self.open) + len(self.passed) + len(self.done)


def outline(plan: Plan, today: dt.date) -> Outline:
    """The plan with its steps; one statement."""
    steps = steps_of(plan.person_id)
    done = sorted((step for step in steps if step.done_on), key=lambda step: step.done_on or today, reverse=True)
    undone = [step for step in steps if not step.done_on]
    passed = [step for step in undone if is_past(step, today)]
    left = [step for step in undone if step not in passed]
    weeks = tuple(_weeks(left, plan.weekly_minutes, today))
    late = frozenset(_late(weeks, today))
    return Outline(
        plan.weekly_minutes,
        plan.version,
        weeks,
        tuple(step for step in left if rules.is_overdue(step.due_on, False, today)),
        tuple(passed),
        tuple(done),
        tuple(_blocks(left, plan.weekly_minutes, today)),
        tuple(steps),
        late,
        bool(late) and _has_better_order(left, weeks, late, plan.weekly_minutes, today),
    )


def learning_weeks(steps: Sequence[Step], weekly_minutes: int, today: dt.date) -> list[Block]:
    """The next weeks with what is to be learnt in each at a time of one's own; what has dates stands there already."""
    weeks = (
        replace(block, parts=own, minutes=sum(minutes for _step, minutes in own))
        for block in _blocks(steps, weekly_minutes, today)
        if (own := tuple((step, minutes) for step, minutes in block.parts if not step.happens_on))
    )
    return list(weeks)


@dataclass(frozen=True)
class News:
    """What the plan page says beside the steps: the levels of today, and whether the proposal asks for a repair."""

    levels: Mapping[int, int]
    weeks: int | None = None


def news_of(person: Person, outline: Outline, proposal: Proposal | None, goal: Chosen | None, today: dt.date) -> News:
    """What has changed since the steps were put into the plan; none to five statements.

    `weeks` is how far the proposal looks ahead, where it was taken over and something has changed since.
    """
    if goal is not None and proposal is not None and proposal.taken_over:
        situation = situation_with(person, proposal, Known(goal, outline.weekly_minutes, outline.steps), today)
        return News(situation.case.levels, proposal.weeks if is_outdated(proposal, situation) else None)
    has_reasons = any(step.reason and step.competence_id for step in outline.open)
    return News(current_levels(person.id) if has_reasons else {})


def _blocks(steps: Sequence[Step], weekly_minutes: int, today: dt.date) -> Iterator[Block]:
    by_id = {step.id: step for step in steps}
    for block in rules.blocks(_loads(steps), weekly_minutes, today)[:MOST_BLOCKS]:
        yield Block(block.monday, block.minutes, tuple((by_id[one], minutes) for one, minutes in block.parts))


def _late(weeks: Sequence[PlannedWeek], today: dt.date) -> Iterator[int]:
    due_days = {step.id: step.due_on for week in weeks for step, _ in week.steps}
    for step, monday in _ends(weeks).items():
        if rules.is_planned_late(due_days[step], monday, today):
            yield step


def _has_better_order(
    steps: Sequence[Step], weeks: Sequence[PlannedWeek], late: Collection[int], weekly_minutes: int, today: dt.date
) -> bool:
    by_id = {step.id: step for step in steps}
    ordered = rules.by_date(rules.Wish(step.id, step.due_on) for step in steps)
    now, then = _ends(weeks), _ends(list(_weeks([by_id[one.id] for one in ordered], weekly_minutes, today)))
    return any(then[one] < now[one] for one in late)


def _ends(weeks: Sequence[PlannedWeek]) -> dict[int, dt.date]:
    """By step, the Monday of the week in which it ends."""
    return {step.id: ends_in or week.monday for week in weeks if week.monday for step, ends_in in week.steps}


def _loads(steps: Sequence[Step]) -> list[Load]:
    return [step.load for step in steps if not step.needs_date]


def _weeks(steps: Sequence[Step], weekly_minutes: int, today: dt.date) -> Iterator[PlannedWeek]:
    by_id = {step.id: step for step in steps}
    for week in rules.lay_out(_loads(steps), weekly_minutes, today):
        placed = ((by_id[one.id], one.ends_in if one.ends_in > week.monday else None) for one in week.steps)
        yield PlannedWeek(week.monday, week.minutes, tuple(placed))
    if undated := [step for step in steps if step.needs_date]:
        yield PlannedWeek(None, sum(step.minutes for step in undated), tuple((step, None) for step in undated))
