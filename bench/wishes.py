"""How fast and how fair wishes are met: made-up learning events of 450 people and of 1,500."""

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass

from app.events.rules.wishes import assign
from tests.events.wishes.cases import PEOPLE, first_come, learning_event, totals
from tests.events.wishes.optimum import largest_sum

MOST_SECONDS = {PEOPLE: 2.0, 1500: 6.0}
LEAST_TIMES_FIRST_COME = 3.0
LEAST_OF_BEST = 0.94
SKEWS = (1.0, 1.6, 2.0, 2.5)
SKEWED = 1.6
"""From here on some topics are so popular that the worst off get next to nothing if the first come first."""
CASES, QUICK_CASES = 3, 1


@dataclass(frozen=True)
class Met:
    """Wishes that were met: how long it took, and what the worst off and all on average got in points.

    `first_come` is what the worst off get if the first come first, `best` the largest average that there can be.
    """

    people: int
    skew: float
    seed: int
    seconds: float
    cpu: float
    worst_off: float
    first_come: float
    mean: float
    best: float

    @property
    def is_fair(self) -> bool:
        """Whether the worst off get enough more than if the first come first; asked where topics are skewed."""
        return self.skew < SKEWED or self.worst_off >= LEAST_TIMES_FIRST_COME * self.first_come

    @property
    def of_best(self) -> float:
        """The average as a part of the best."""
        return self.mean / self.best


def measure(*, quick: bool) -> Iterator[Met]:
    """One case after the other."""
    for people in MOST_SECONDS:
        for skew in SKEWS:
            for seed in range(QUICK_CASES if quick else CASES):
                yield _met(people, skew, seed)


def _met(people: int, skew: float, seed: int) -> Met:
    case, clock, cpu = learning_event(seed, people, skew), time.monotonic(), time.process_time()
    given = assign(case.bands, case.wishes, str(seed))
    took = time.monotonic() - clock, time.process_time() - cpu
    fair, first = totals(case, given).values(), totals(case, first_come(case, seed)).values()
    return Met(people, skew, seed, *took, min(fair), min(first), statistics.mean(fair), largest_sum(case) / people)
