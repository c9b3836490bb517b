"""One aim after the other: each is brought to its best, and kept while the next is looked at."""

import math
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.plans.optimiser import cuts
from app.plans.optimiser.case import Answer, Case, Lift, Offer, PlanStep, Value
from app.plans.optimiser.choice import helpful, takeable
from app.plans.optimiser.model import Model
from app.plans.optimiser.program import Infeasible, OutOfTime, Program, Solution
from app.plans.optimiser.schedule import Chosen, Circle, Conflict, in_order, lay_out

SECONDS = 20.0
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Layout:
    """A choice that can be laid out, with the week in which each course ends."""

    chosen: Chosen
    ends: Mapping[int, int]


def optimise(case: Case, *, seconds: float = SECONDS, progress: Progress | None = None) -> Answer | None:
    """The best plan; None where what must be in it can't be. Raises OutOfTime where no plan was found in time.

    The same case gives the same plan, unless the time runs out.
    """
    offers = helpful(case, takeable(case))
    return _Search(case, offers, time.monotonic() + seconds, progress or (lambda _done, _of: None)).answer()


class _Search:
    def __init__(self, case: Case, offers: Mapping[int, Offer], deadline: float, progress: Progress) -> None:
        self.case, self.offers, self.progress = case, offers, progress
        self.model = Model(case, offers, Program(deadline))
        self.best: Layout | None = None
        self.bound = case.wanted
        self.is_proven = True

    def answer(self) -> Answer | None:
        """Go through the aims; what was found last is the best."""
        try:
            self._all_aims()
        except Infeasible:
            return None
        except OutOfTime:
            if self.best is None:
                raise
            self.is_proven = False
        return self._answer(self.best) if self.best else None

    def _all_aims(self) -> None:
        model, program = self.model, self.model.program
        self.progress(1, 4)
        self._keep_planned()
        closed = self._close()
        self.progress(2, 4)
        if self.case.previous is not None:
            program.row(model.closed, least=min(self.case.promised, closed))
            changes, _ = model.changes
            program.row(changes, most=self._settle(changes).objective)
            closed = self._close()
        program.row(model.closed, least=closed)
        self.progress(3, 4)
        self._least_time()
        self.progress(4, 4)

    def _keep_planned(self) -> None:
        """Keep as many planned courses as can be, and nothing beside what they need: found soon, but no answer yet."""
        model, share = self.model, self.case.room(self.case.weeks) + 1
        if missing := model.missing:
            minutes = model.minutes
            costs = {column: minutes.get(column, 0) + share * factor for column, factor in missing.items()}
            found = self._settle(minutes | costs)
            model.program.row(missing, most=-sum(found.has(column) for column in missing))
            self.best = None

    def _close(self) -> int:
        """As much of the gap as can be closed: how much that is."""
        found = self._settle({column: -factor for column, factor in self.model.closed.items()})
        self.bound = min(self.bound, -found.bound)
        return -found.objective

    def _least_time(self) -> None:
        """The fewest minutes, then the earliest end, in one go: minutes count so much more than weeks."""
        model = self.model
        step = math.gcd(*(int(minutes) for minutes in model.minutes.values())) or 1
        share = (self.case.weeks + 1) / step
        self._settle({column: minutes * share for column, minutes in model.minutes.items()} | {model.finish: 1.0})

    def _settle(self, costs: Mapping[int, float]) -> Solution:
        """The best solution that can be laid out."""
        least = None
        while True:
            found = self.model.program.minimise(costs, least)
            finish = round(found.values[self.model.finish]) if self.model.finish in costs else self.case.weeks
            obstacle = self._lay_out(found, finish)
            if obstacle is None:
                return found
            cuts.forbid(self.model, *obstacle, finish)
            least = found.bound

    def _lay_out(self, found: Solution, finish: int) -> tuple[cuts.Reading, Conflict] | None:
        """Keep the solution if it can be laid out; else what stands against it."""
        obstacle = None
        for reading in cuts.readings(self.model, found):
            ends = lay_out(reading.chosen, finish)
            if isinstance(ends, dict):
                self.best = Layout(reading.chosen, ends)
                self.is_proven = self.is_proven and found.is_proven
                return None
            obstacle = reading, ends
        return obstacle

    def _answer(self, layout: Layout) -> Answer:
        chosen, ends = layout.chosen, layout.ends
        steps, levels = _steps(self.case, self.offers, chosen, ends)
        aims = self.case.aims.items()
        held = {one: self.case.levels.get(one, 0) for one in self.case.aims}
        closed = sum(
            aim.weight * (min(levels[one], aim.level) - held[one]) for one, aim in aims if held[one] < aim.level
        )
        value = Value(
            missing=len(self.case.planned - self.case.completed - self.case.dropped - ends.keys()),
            closed=closed,
            changes=_changes(self.case, steps),
            minutes=sum(step.minutes for step in steps),
            finish=max(ends.values(), default=0),
        )
        return Answer(steps, levels, value, self.is_proven, self.bound)


def _changes(case: Case, steps: tuple[PlanStep, ...]) -> int:
    """Steps that are new, moved to another date, or no longer there."""
    if case.previous is None:
        return 0
    now = {step.course: step.session for step in steps}
    return sum(
        course not in now or course not in case.previous or now[course] != case.previous[course]
        for course in now.keys() | case.previous.keys()
    )


def _steps(
    case: Case, offers: Mapping[int, Offer], chosen: Chosen, ends: Mapping[int, int]
) -> tuple[tuple[PlanStep, ...], dict[int, int]]:
    order = in_order(chosen.before)
    assert not isinstance(order, Circle)  # noqa: S101 - it has been laid out
    place = {course: number for number, course in enumerate(order)}
    order = sorted(order, key=lambda one: (ends[one], _moment(chosen, one), place[one]))
    lifts: dict[int, tuple[Lift, ...]] = {}
    for course in sorted(order, key=lambda one: (_begins(chosen, ends, one), place[one])):
        befores = [lift for one in lifts if _is_before(chosen, ends, one, course) for lift in lifts[one]]
        levels = _levels(case, befores)
        found = [
            Lift(one, levels[one], high)
            for one, (low, high) in offers[course].outcomes.items()
            if low <= levels[one] < high
        ]
        lifts[course] = tuple(found)
    steps = []
    for course in order:
        session = chosen.dates[course].id if course in chosen.dates else None
        needed = tuple(sorted(after for after in order if course in offers[after].required))
        steps.append(PlanStep(course, session, ends[course], chosen.minutes(course), lifts[course], needed))
    return tuple(steps), _levels(case, [lift for one in lifts.values() for lift in one])


def _levels(case: Case, lifts: Iterable[Lift]) -> dict[int, int]:
    levels = {one: case.levels.get(one, 0) for one in case.aims}
    for lift in lifts:
        levels[lift.competence] = max(levels[lift.competence], lift.to_level)
    return levels


def _is_before(chosen: Chosen, ends: Mapping[int, int], one: int, other: int) -> bool:
    """Whether a course that is looked at earlier has ended when the other begins."""
    if one in chosen.dates and other in chosen.dates:
        return chosen.dates[one].ends_at <= chosen.dates[other].starts_at
    if other in chosen.dates:
        return ends[one] < chosen.starts_in(other)
    return one in chosen.free or ends[one] < ends[other]


def _begins(chosen: Chosen, ends: Mapping[int, int], course: int) -> tuple[int, float]:
    week = chosen.starts_in(course) if course in chosen.dates else ends[course]
    return week, _moment(chosen, course)


def _moment(chosen: Chosen, course: int) -> float:
    """Within a week what has no date comes first: nothing that follows a seminar is in its week."""
    return chosen.dates[course].starts_at.timestamp() if course in chosen.dates else -math.inf
