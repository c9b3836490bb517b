"""Volunteers of a made-up town."""

import random

from app.panels.lottery import Case
from app.panels.rules import Quota


def town(volunteers: int = 150, size: int = 18, offices: int = 0, seed: int = 1) -> Case:
    """Five departments and four levels with quotas that bite, since the volunteers are not spread like the house."""
    chance = random.Random(seed)
    found = []
    for _ in range(volunteers):
        groups = [min(int(chance.expovariate(0.5)), 4), 5 + min(int(chance.expovariate(0.7)), 3)]
        found.append(tuple(groups + ([9 + chance.randrange(offices)] if offices else [])))
    wanted = [Quota(f"Dezernat {n}", 2, 5) for n in range(5)] + [Quota(f"Ebene {n}", 2, 7) for n in range(4)]
    return Case.of(size, wanted + [Quota(f"Amt {n}", 0, 2) for n in range(offices)], found)
