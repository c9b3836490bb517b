"""The proposal: which courses close the gap to a goal, in which order, and why.

The rule: the widest gap first; for it, the course with the fewest minutes for each level that it brings towards the
goal; what must be done before a course comes before it. A course that builds on a higher level than the
person has is not proposed, only named where the gap stays open. The same input always gives the same proposal.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.competences.rules import Gap, coverage, gaps


@dataclass(frozen=True)
class Offer:
    """A course that can be taken: its minutes, the levels it leads from and to, and what comes before it."""

    id: int
    minutes: int
    outcomes: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    required: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Gain:
    """What a step brings in one competence."""

    competence: int
    from_level: int
    to_level: int
    target: int


@dataclass(frozen=True)
class ProposedStep:
    """A course of the proposal: what it brings, or which course asks for it."""

    course: int
    minutes: int
    gains: tuple[Gain, ...]
    needed_for: int | None = None


@dataclass(frozen=True)
class Proposal:
    """The steps in order, what stays open, and the share of the goal before and after.

    `later` names, for what stays open, a course that builds on a higher level, and that level.
    """

    steps: tuple[ProposedStep, ...]
    open: tuple[Gap, ...]
    before: float
    after: float
    later: Mapping[int, tuple[int, int]] = field(default_factory=dict)


def propose(
    targets: Mapping[int, int],
    held: Mapping[int, int],
    offers: Iterable[Offer],
    *,
    planned: Collection[int] = (),
    completed: Collection[int] = (),
) -> Proposal:
    """The steps towards the targets; courses that are completed or in the plan already are not proposed again."""
    way = _Way(targets, held, offers, frozenset(completed))
    way.take_for_granted(planned)
    while (found := way.best()) is not None:
        way.add(found)
    left = tuple(gap for gap in gaps(targets, way.levels) if gap.size)
    later = {gap.competence: one for gap in left if (one := way.later(gap)) is not None}
    return Proposal(tuple(way.steps), left, coverage(gaps(targets, held)), coverage(gaps(targets, way.levels)), later)


class _Way:
    """A proposal in the making."""

    def __init__(
        self,
        targets: Mapping[int, int],
        held: Mapping[int, int],
        offers: Iterable[Offer],
        completed: frozenset[int],
    ) -> None:
        self.targets = targets
        self.levels = dict(held)
        self.offers = {offer.id: offer for offer in offers}
        self.taken = set(completed)
        self.steps: list[ProposedStep] = []

    def take_for_granted(self, planned: Collection[int]) -> None:
        """Count what the plan's own courses will bring, in whatever order they are done."""
        self.taken.update(planned)
        waiting = [self.offers[course] for course in planned if course in self.offers]
        while useful := [offer for offer in waiting if _rises(offer, self.levels)]:
            for offer in useful:
                _learn(offer, self.levels)

    def best(self) -> Offer | None:
        """The next course by the rule, or None where nothing helps any more."""
        for gap in gaps(self.targets, self.levels):
            costs = {
                offer.id: cost
                for offer in self.offers.values()
                if gap.size and self._helps(offer, gap.competence) and (cost := self._cost(offer)) is not None
            }
            if costs:
                return self.offers[min(costs, key=lambda course: (costs[course], course))]
        return None

    def add(self, offer: Offer) -> None:
        """Take the course, after everything that it asks for."""
        for before, asks in self._before(offer, {offer.id}):
            self._step(before, asks)
        self._step(offer, None)

    def later(self, gap: Gap) -> tuple[int, int] | None:
        """The course that builds on the lowest level above the present one, with that level; then the shortest."""
        found = [
            (low, offer.minutes, offer.id)
            for offer in self.offers.values()
            for low, _ in [offer.outcomes.get(gap.competence, (0, 0))]
            if (gap.current or 0) < low < gap.target
        ]
        if not found:
            return None
        low, _, course = min(found)
        return course, low

    def _before(self, offer: Offer, seen: set[int]) -> Iterator[tuple[Offer, int]]:
        """What must come before a course, each with the course that asks for it; a circle is left where it closes."""
        for required in sorted(offer.required):
            if required in self.offers and required not in seen and required not in self.taken:
                seen.add(required)
                yield from self._before(self.offers[required], seen)
                yield self.offers[required], offer.id

    def _step(self, offer: Offer, needed_for: int | None) -> None:
        gains = tuple(_gains(offer, self.levels, self.targets))
        _learn(offer, self.levels)
        self.taken.add(offer.id)
        self.steps.append(ProposedStep(offer.id, offer.minutes, gains, needed_for))

    def _helps(self, offer: Offer, competence: int) -> bool:
        if offer.id in self.taken or competence not in offer.outcomes:
            return False
        low, high = offer.outcomes[competence]
        return low <= self.levels.get(competence, 0) < high

    def _cost(self, offer: Offer) -> float | None:
        """Minutes for each level, with all that comes before; None where that alone brings as much."""
        levels, minutes, won = dict(self.levels), 0, 0
        gains: list[Gain] = []
        for one in (*(before for before, _ in self._before(offer, {offer.id})), offer):
            gains = list(_gains(one, levels, self.targets))
            won += sum(min(gain.to_level, gain.target) - gain.from_level for gain in gains)
            minutes += one.minutes
            _learn(one, levels)
        return minutes / won if gains else None


def _learn(offer: Offer, levels: dict[int, int]) -> None:
    for competence, (low, high) in offer.outcomes.items():
        if low <= levels.get(competence, 0) < high:
            levels[competence] = high


def _rises(offer: Offer, levels: Mapping[int, int]) -> bool:
    return any(low <= levels.get(competence, 0) < high for competence, (low, high) in offer.outcomes.items())


def _gains(offer: Offer, levels: Mapping[int, int], targets: Mapping[int, int]) -> Iterator[Gain]:
    """What the course brings towards the targets to somebody with these levels."""
    for competence, (low, high) in sorted(offer.outcomes.items()):
        held, target = levels.get(competence, 0), targets.get(competence, 0)
        if low <= held < min(high, target):
            yield Gain(competence, held, high, target)
