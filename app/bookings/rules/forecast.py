"""How many people will come, and how many can be accepted so that the hall is not exceeded.

Whether somebody comes is uncertain, and so is the share of those who come: the number of arrivals among `n` accepted
people follows a beta-binomial distribution, those who come without a seat a Poisson distribution, and both add up.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Chances = npt.NDArray[np.float64]
"""The probability of each number of people, from none on."""

WITHIN = 3.29
"""Standard deviations from end to end of the range in which nine of ten values of a bell curve lie."""
MOST_ACCEPTED_A_SEAT = 3


@dataclass(frozen=True)
class Show:
    """The share of accepted people who come: what is expected, and how sure that is.

    A concentration says after how many people in like circumstances one would be as sure; None: known exactly.
    """

    mean: float
    concentration: float | None = None


@dataclass(frozen=True)
class Forecast:
    """What is expected of a number of acceptances: arrivals, the range that holds in nine of ten cases, the risk."""

    accepted: int
    expected: float
    low: int
    high: int
    risk: float


def guessed(low: float, high: float) -> Show:
    """A share of which somebody is fairly sure (nine of ten) that it lies between two others."""
    mean, spread = (low + high) / 2, (high - low) / WITHIN
    if spread <= 0 or not 0 < mean < 1:
        return Show(mean)
    return Show(mean, max(1.0, mean * (1 - mean) / spread**2 - 1))


def arrivals(accepted: int, show: Show, walk_ins: float = 0) -> Chances:
    """How likely each number of arrivals is."""
    come = _binomial(accepted, show.mean) if show.concentration is None else _beta_binomial(accepted, show)
    return np.convolve(come, _poisson(walk_ins)) if walk_ins > 0 else come


def risk(accepted: int, hall: int, show: Show, walk_ins: float = 0) -> float:
    """How likely it is that more people come than the hall may hold."""
    return float(arrivals(accepted, show, walk_ins)[hall + 1 :].sum())


def most_to_accept(hall: int, highest_risk: float, show: Show, walk_ins: float = 0) -> int:
    """The largest number of acceptances with a risk not above this; at most three for each seat."""
    low, high = 0, hall * MOST_ACCEPTED_A_SEAT
    while low < high:
        middle = (low + high + 1) // 2
        if risk(middle, hall, show, walk_ins) <= highest_risk:
            low = middle
        else:
            high = middle - 1
    return low


def forecast(accepted: int, hall: int, show: Show, walk_ins: float = 0) -> Forecast:
    """What is expected of so many acceptances."""
    chances = arrivals(accepted, show, walk_ins)
    below = np.cumsum(chances)
    return Forecast(
        accepted,
        accepted * show.mean + walk_ins,
        int(np.searchsorted(below, 0.05)),
        int(np.searchsorted(below, 0.95)),
        float(chances[hall + 1 :].sum()),
    )


def _binomial(n: int, mean: float) -> Chances:
    if mean <= 0 or mean >= 1:
        certain = np.zeros(n + 1)
        certain[n if mean >= 1 else 0] = 1
        return certain
    k = np.arange(n)
    return _from_ratios(np.log((n - k) / (k + 1) * mean / (1 - mean)))


def _beta_binomial(n: int, show: Show) -> Chances:
    a, b = show.mean * (show.concentration or 0), (1 - show.mean) * (show.concentration or 0)
    if a <= 0 or b <= 0:
        return _binomial(n, show.mean)
    k = np.arange(n)
    return _from_ratios(np.log((n - k) / (k + 1)) + np.log((k + a) / (n - k - 1 + b)))


def _poisson(mean: float) -> Chances:
    most = int(mean + 10 * math.sqrt(mean) + 10)
    return _from_ratios(np.log(mean / np.arange(1, most + 1)))


def _from_ratios(steps: Chances) -> Chances:
    """Chances from the logarithms of how many times as likely each number is as the one before."""
    logs = np.concatenate([[0.0], np.cumsum(steps)])
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum())
