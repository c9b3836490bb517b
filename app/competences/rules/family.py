"""How many people there are, told so that nobody is found out."""

from bisect import bisect_right
from collections.abc import Sequence
from math import inf

STEPS = (5, 20, 100, 500)
Band = tuple[int, int | None]
"""The least and the most; without a most, any number from the least upwards."""


def band(count: int) -> Band:
    """The least and the most of the band in which a number lies: (0, 4), (5, 19) … (500, None)."""
    place = bisect_right(STEPS, count)
    least = STEPS[place - 1] if place else 0
    most = STEPS[place] - 1 if place < len(STEPS) else None
    return least, most


def band_of_sum(counts: Sequence[int]) -> Band | None:
    """The band of a sum whose parts are told as bands; None where it would narrow down one of the smallest parts."""
    least, most = _limits(sum(counts))
    parts = [_limits(count) for count in counts]
    for part in parts:
        if part[0] == 0:
            others_least = sum(one[0] for one in parts) - part[0]
            others_most = sum(one[1] for one in parts) - part[1]
            if others_most + part[0] < least or others_least + part[1] > most:
                return None
    return band(sum(counts))


def _limits(count: int) -> tuple[float, float]:
    least, most = band(count)
    return least, inf if most is None else most
