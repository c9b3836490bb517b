"""How fast the optimal plan is proven: `python -m bench.optimiser [cases]` solves large cases, one after the other."""

import statistics
import sys
import time

from app.plans.optimiser import Answer, Case, OutOfTime, optimise
from tests.plans.optimiser.cases import large

LIMIT = 5.0
CASES = 50


def main(count: int) -> None:
    """Solve the cases and print the figures, by the clock and in CPU time, which a busy machine doesn't stretch."""
    figures = []
    for seed in range(count):
        case, clock, cpu = large(seed), time.monotonic(), time.process_time()
        answer = _solved(case)
        took = time.monotonic() - clock, time.process_time() - cpu
        proven = answer is not None and answer.is_proven
        figures.append((proven, *took))
        value = answer.value if answer else None
        print(f"{seed:3}  {took[0]:6.2f} s  CPU {took[1]:6.2f} s  {'proven' if proven else 'not proven'}  {value}")
    for name, place in (("clock", 1), ("CPU", 2)):
        times = [row[place] for row in figures]
        within = sum(row[0] and row[place] <= LIMIT for row in figures)
        print(
            f"{name}: {within} of {count} proven within {LIMIT:.0f} s,"
            f" median {statistics.median(times):.2f} s, worst {max(times):.2f} s"
        )


def _solved(case: Case) -> Answer | None:
    try:
        return optimise(case, seconds=60)
    except OutOfTime:
        return None


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES)
