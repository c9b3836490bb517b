"""How fast and how fair wishes are assigned: `python -m bench.wishes [cases]`, with 450 people and with 1,500."""

import statistics
import sys
import time

from app.events.rules.wishes import assign
from tests.events.wishes.cases import PEOPLE, first_come, learning_event, totals
from tests.events.wishes.optimum import largest_sum

LIMITS = {PEOPLE: 2.0, 1500: 6.0}
CASES = 5
SKEWS = (1.0, 1.6, 2.0, 2.5)


def main(count: int) -> int:
    """Assign the cases and print the figures; ends with 1 where one takes too long."""
    slowest = {people: max(_one(people, skew, seed) for skew in SKEWS for seed in range(count)) for people in LIMITS}
    for people, took in slowest.items():
        print(f"{people} people: at most {took:.2f} s of {LIMITS[people]:.0f} s")
    return int(any(took > LIMITS[people] for people, took in slowest.items()))


def _one(people: int, skew: float, seed: int) -> float:
    case, clock, cpu = learning_event(seed, people, skew), time.monotonic(), time.process_time()
    given = assign(case.bands, case.wishes, str(seed))
    took = time.monotonic() - clock, time.process_time() - cpu
    fair, first = totals(case, given).values(), totals(case, first_come(case, seed)).values()
    best = largest_sum(case) / people
    print(
        f"{people:5} people, skew {skew:.1f}: {took[0]:5.2f} s, CPU {took[1]:5.2f} s,"
        f" worst off {min(fair):4.1f} instead of {min(first):4.1f},"
        f" mean {statistics.mean(fair):.1f} of at most {best:.1f} ({statistics.mean(fair) / best:.1%})"
    )
    return took[1]


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES))
