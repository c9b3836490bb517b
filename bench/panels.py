"""How long the fairest lottery takes: made-up towns, 150 volunteers for 18 seats each."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from app.panels.lottery import fairest, singled_out
from tests.panels.cases import town

MOST_SECONDS = 20.0
CASES, QUICK_CASES = 10, 2
KINDS = {"departments and levels": 0, "departments, levels and 30 offices": 30}


@dataclass(frozen=True)
class Lottery:
    """A lottery that was worked out."""

    kind: str
    seed: int
    seconds: float
    cpu: float


def measure(*, quick: bool) -> Iterator[Lottery]:
    """One town after the other."""
    for kind, offices in KINDS.items():
        for seed in range(QUICK_CASES if quick else CASES):
            yield _worked_out(kind, offices, seed)


def _worked_out(kind: str, offices: int, seed: int) -> Lottery:
    case, clock, cpu = town(offices=offices, seed=seed), time.monotonic(), time.process_time()
    singled_out(case)
    fairest(case)
    return Lottery(kind, seed, time.monotonic() - clock, time.process_time() - cpu)
