"""The forecast of a date on which some have said already that they come.

The shares of the groups are uncertain together, not each for itself: what keeps many away (a storm, a strike) keeps
people of every group away. So all shares stand at the same place of their distributions, wherever that is, and a
forecast does not become surer by cutting one group into two.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from app.bookings.rules.forecast import MOST_ACCEPTED_A_SEAT, Chances, Forecast, Show, arrivals

PLACES = 64
"""Into so many equally likely parts the common uncertainty is cut."""
SILENCE = -40.0
"""Waves whose logarithm lies below this can't be seen in any figure."""
FINE, FAR = 4001, 800.0
"""How many points a distribution of shares is worked out at, and how far out on the scale of log odds."""

Row = npt.NDArray[np.float64]
Waves = npt.NDArray[np.complex128]


@dataclass(frozen=True)
class Answered:
    """People with a seat of whom the same share is expected to come."""

    people: int
    show: Show


@dataclass(frozen=True)
class Outlook:
    """What is expected: of groups that have been asked, of all others who are accepted, and of walk-ins.

    `most` is the largest number of acceptances that will be asked for.
    """

    groups: Sequence[Answered]
    others: Show
    walk_ins: float
    most: int

    @property
    def asked(self) -> int:
        """How many people the groups have."""
        return sum(group.people for group in self.groups)

    def chances(self, accepted: int) -> Chances:
        """How likely each number of arrivals is if so many people are accepted."""
        if not self.asked:
            return arrivals(accepted, self.others, self.walk_ins)
        more = max(0, accepted - self.asked)
        heard = int((self._loudness[0] + more * self._loudness[1] > SILENCE).sum())
        waves = np.exp(self._known[:, :heard] + more * self._unknown[:, :heard])
        made = np.fft.irfft(waves.mean(axis=0), self._size)
        likely: Chances = np.clip(made[: max(accepted, self.asked) + self._door + 1], 0, None)
        return np.asarray(likely / likely.sum())

    def forecast(self, accepted: int, hall: int) -> Forecast:
        """What is expected of so many acceptances."""
        chances = self.chances(accepted)
        below = np.cumsum(chances)
        return Forecast(
            accepted,
            self._expected(accepted),
            int(np.searchsorted(below, 0.05)),
            int(np.searchsorted(below, 0.95)),
            float(chances[hall + 1 :].sum()),
        )

    def most_to_accept(self, hall: int, highest_risk: float) -> int:
        """The largest number of acceptances with a risk not above this; at most three for each seat."""
        low, high = self.asked, max(self.asked, hall * MOST_ACCEPTED_A_SEAT)
        while low < high:
            middle = (low + high + 1) // 2
            if self.chances(middle)[hall + 1 :].sum() <= highest_risk:
                low = middle
            else:
                high = middle - 1
        return low

    def _expected(self, accepted: int) -> float:
        known = sum(group.people * group.show.mean for group in self.groups)
        return known + max(0, accepted - self.asked) * self.others.mean + self.walk_ins

    @cached_property
    def _door(self) -> int:
        return int(self.walk_ins + 10 * math.sqrt(self.walk_ins) + 10) if self.walk_ins > 0 else 0

    @cached_property
    def _size(self) -> int:
        return 1 << (max(self.most, self.asked) + self._door + 1).bit_length()

    @cached_property
    def _turns(self) -> Waves:
        return np.asarray(np.exp(-2j * np.pi * np.arange(self._size // 2 + 1) / self._size))

    @cached_property
    def _unknown(self) -> Waves:
        return self._one(self.others)

    @cached_property
    def _loudness(self) -> tuple[Row, Row]:
        """How large each wave can be, as a logarithm: they fade, and behind the last that counts none is worked out."""
        return self._known.real.max(axis=0), self._unknown.real.max(axis=0)

    @cached_property
    def _known(self) -> Waves:
        asked = sum((group.people * self._one(group.show) for group in self.groups), start=np.complex128(0))
        return np.asarray(asked + self.walk_ins * (self._turns - 1))

    def _one(self, show: Show) -> Waves:
        """The logarithm of the characteristic function of one person, at each place of the common uncertainty."""
        share = shares(show)[:, np.newaxis]
        one = 1 - share + share * self._turns
        return np.asarray(np.log(np.where(np.abs(one) < 1e-12, 1e-12, one)))


def shares(show: Show, places: int = PLACES) -> Row:
    """The share in each of so many equally likely parts of its distribution, from low to high: their means."""
    if show.concentration is None or not 0 < show.mean < 1:
        return np.full(places, show.mean)
    share, below, weight = _distribution(show)
    mean_below = np.concatenate([[0.0], np.cumsum(weight * share)])
    at = np.interp(np.linspace(0, 1, places + 1), np.concatenate([[0.0], below]), mean_below)
    return np.asarray(np.diff(at) * places)


def within(show: Show) -> tuple[float, float]:
    """Between which shares the share lies in nine of ten cases."""
    if show.concentration is None or not 0 < show.mean < 1:
        return show.mean, show.mean
    share, below, _weight = _distribution(show)
    low, high = np.interp([0.05, 0.95], below, share)
    return float(low), float(high)


def _distribution(show: Show) -> tuple[Row, Row, Row]:
    """Shares on a scale of log odds, finer near the mean, how likely it is to be below each, and how likely each is."""
    a, b = show.mean * (show.concentration or 0), (1 - show.mean) * (show.concentration or 0)
    width = math.sqrt((a + b) / (a * b))
    steps = np.linspace(-1, 1, FINE) * math.asinh(FAR / width)
    odds = math.log(a / b) + width * np.sinh(steps)
    logs = np.log(np.cosh(steps)) - a * np.logaddexp(0, -odds) - b * np.logaddexp(0, odds)
    weight = np.exp(logs - logs.max())
    weight /= weight.sum()
    return np.exp(-np.logaddexp(0, -odds)), np.cumsum(weight), weight
