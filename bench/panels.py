"""How long the fairest lottery takes: `python -m bench.panels [cases]`, 150 volunteers for 18 seats each."""

import statistics
import sys
import time

from app.panels.lottery import fairest, singled_out
from tests.panels.cases import town

LIMIT = 20.0
CASES = 10
KINDS = {"departments and levels": 0, "also 30 offices, so that hardly two are alike": 30}


def main(count: int) -> None:
    """Solve the cases and print the figures, by the clock and in CPU time, which a busy machine doesn't stretch."""
    for name, offices in KINDS.items():
        figures = []
        for seed in range(count):
            case, clock, cpu = town(offices=offices, seed=seed), time.monotonic(), time.process_time()
            singled_out(case)
            fairest(case)
            figures.append((time.monotonic() - clock, time.process_time() - cpu))
        worst, worst_cpu = (max(row[place] for row in figures) for place in (0, 1))
        median = statistics.median(row[0] for row in figures)
        verdict = "within" if worst <= LIMIT else "ABOVE"
        print(f"{name}: median {median:.2f} s, worst {worst:.2f} s (CPU {worst_cpu:.2f} s), {verdict} {LIMIT:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES)
