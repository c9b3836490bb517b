"""Whether a series of readings grows."""

from collections.abc import Sequence
from statistics import quantiles

WARM_UP = 1 / 3


def growth(series: Sequence[float]) -> float:
    """By which share the later half of what follows the warm-up lies above the earlier one, in quiet moments."""
    warm = series[round(len(series) * WARM_UP) :]
    earlier, later = _quiet(warm[: len(warm) // 2]), _quiet(warm[len(warm) // 2 :])
    return (later - earlier) / earlier


def _quiet(series: Sequence[float]) -> float:
    """The lower quartile: what is held for a moment, as the 64 MiB in which a password is hashed, is not above it."""
    return quantiles(series, n=4)[0]
