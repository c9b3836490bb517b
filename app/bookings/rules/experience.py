"""What earlier dates teach about the share of people who come."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from app.bookings.rules.forecast import Show, guessed
from app.bookings.rules.outlook import within

FEWEST_OF_A_DATE, FEWEST_IN_ALL = 10, 20
"""A date with fewer seats teaches nothing, so that a figure is never about few people; nor do fewer people in all."""
MEANS = (np.arange(100) + 0.5) / 100
ALIKE = np.array([10.0, 20, 40, 80, 160, 320, 640])
"""How much dates may resemble each other, as a concentration; before there is any experience each is as likely."""

_log_gamma = np.vectorize(math.lgamma, otypes=[float])


class Record(NamedTuple):
    """An earlier date: how many of its people with a seat came."""

    came: int
    people: int


@dataclass(frozen=True)
class Learnt:
    """A share that was learnt, and from how much."""

    show: Show
    people: int
    dates: int

    @property
    def least(self) -> int:
        """The lower end of the range that holds in nine of ten cases, in per cent."""
        return max(1, round(within(self.show)[0] * 100))

    @property
    def most(self) -> int:
        """The upper end."""
        return max(1, round(within(self.show)[1] * 100))

    @property
    def range(self) -> tuple[int, int]:
        """Both ends."""
        return self.least, self.most


def learn(records: Sequence[Record]) -> Learnt | None:
    """The share to expect on the next date; None where there is too little to go by.

    Every date has a share of its own, from a beta distribution of unknown mean and unknown concentration. Both are
    learnt at once from all records (posterior on a grid, nothing preferred before); the answer is the beta distribution
    with mean and spread of what that says about the next date. One date alone so teaches less than ten with as many
    people together.
    """
    people = sum(record.people for record in records)
    if people < FEWEST_IN_ALL:
        return None
    mean, alike = np.meshgrid(MEANS, ALIKE, indexing="ij")
    a, b = mean * alike, (1 - mean) * alike
    logs = -len(records) * (_log_gamma(a) + _log_gamma(b) - _log_gamma(alike))
    for came, of in records:
        logs = logs + _log_gamma(a + came) + _log_gamma(b + of - came) - _log_gamma(alike + of)
    weight = np.exp(logs - logs.max())
    weight /= weight.sum()
    expected = float((weight * mean).sum())
    spread = float((weight * (mean * (1 - mean) / (alike + 1) + (mean - expected) ** 2)).sum())
    return Learnt(Show(expected, max(1.0, expected * (1 - expected) / spread - 1)), people, len(records))


def share_of(least: int, most: int, learnt: Learnt | None) -> Show:
    """The share that somebody assumes by a range in per cent: what was learnt, or a guess of their own."""
    return learnt.show if learnt and (least, most) == learnt.range else guessed(least / 100, most / 100)


@dataclass(frozen=True)
class Assumed:
    """What an organiser assumes: ranges of the share that comes, in per cent, and how many come without a seat."""

    others: tuple[int, int]
    walk_ins: int = 0
    coming: tuple[int, int] | None = None
    silent: tuple[int, int] | None = None

    @property
    def columns(self) -> dict[str, int | None]:
        """The same as it is kept."""
        named = {"share": self.others, "coming": self.coming, "silent": self.silent}
        ends = {name: known or (None, None) for name, known in named.items()}
        least = {f"least_{name}": low for name, (low, _high) in ends.items()}
        most = {f"most_{name}": high for name, (_low, high) in ends.items()}
        return {**least, **most, "walk_ins": self.walk_ins}
