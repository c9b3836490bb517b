"""Who gets a seat in which part of a programme, from the wishes that people ranked.

Band by band the seats are given so that the sum over all people of bands × log(points per band) is as large as it can
be with what they have in the other bands: who has got less so far counts more, and whoever is there for one band only
counts neither more nor less in it than others. Then each band is given once more, with all others known.

What somebody has not ranked they are not given, and to be free instead counts as the next wish: a short list gains
nothing. Ties are broken by the seed. The same wishes and the same seed give the same seats, in whatever order they
come.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from app.events.rules.wishes.band import fill

POINTS = (6.0, 4.0, 2.0, 1.0, 0.5)
"""What the first wish is worth, the second, and so on; a later one nothing."""
SEAT = 1.0
"""What a seat is worth by itself, so that the last wish is better than none."""
LITTLE = 0.1
"""Who has nothing yet is not infinitely poor."""
ROUNDS = 3
FINE, TIES = 10**6, 2**32
"""Gains are whole numbers of millionths; below them there is room for the draw among equals of 65,536 people."""
MOST_LUCK = 2**16


@dataclass(frozen=True)
class Option:
    """A slot of a time band, with the seats that are free in it; None: not limited."""

    slot: int
    topic: int
    seats: int | None


def points(rank: int) -> float:
    """What a wish is worth; the first has rank 0."""
    return POINTS[rank] if rank < len(POINTS) else 0.0


def assign(
    bands: Sequence[Sequence[Option]],
    wishes: Mapping[int, Sequence[int]],
    seed: str,
    *,
    held: Mapping[int, Collection[int]] | None = None,
) -> dict[int, tuple[int, ...]]:
    """The slots that each person gets: one in a band at most, and no topic twice.

    `wishes` are slots, the best first; only their order within a band counts. In a band in which a person holds a
    seat already they get no other, and what they `held` counts among what they have got.
    """
    ordered = [sorted(band, key=lambda option: option.slot) for band in bands]
    people = sorted(wishes)
    random = Random(seed)  # noqa: S311 - has to give the same result again
    luck = {(person, option.slot): random.randrange(MOST_LUCK) for person in people for option in _all(ordered)}
    random.shuffle(people)
    persons = [_Person(person, wishes[person], ordered, set((held or {}).get(person, ()))) for person in people]
    for _ in range(ROUNDS):
        for number, band in enumerate(ordered):
            _give(number, band, persons, luck)
    return {person.id: person.given for person in sorted(persons, key=lambda person: person.id)}


class _Person:
    """One person's wishes in each band, and what they have got so far."""

    def __init__(self, number: int, wishes: Sequence[int], bands: Sequence[Sequence[Option]], held: set[int]) -> None:
        place = {slot: rank for rank, slot in reversed(list(enumerate(wishes)))}
        self.id = number
        self.held = [next((option for option in band if option.slot in held), None) for band in bands]
        self.got = list(self.held)
        self.ranked = [
            sorted((option for option in band if option.slot in place), key=lambda option: place[option.slot])
            for band in bands
        ]
        self.worth = [
            {option.slot: SEAT + points(rank) for rank, option in enumerate(ranked)} for ranked in self.ranked
        ]
        self.without = [
            SEAT + points(len(ranked)) if ranked and len(ranked) < len(band) else 0.0
            for ranked, band in zip(self.ranked, bands, strict=True)
        ]
        self.bands = sum(bool(ranked or fixed) for ranked, fixed in zip(self.ranked, self.held, strict=True))

    @property
    def given(self) -> tuple[int, ...]:
        """The slots that they got beside what they held."""
        return tuple(
            option.slot for option, fixed in zip(self.got, self.held, strict=True) if option and option is not fixed
        )

    def gains(self, number: int) -> dict[int, float]:
        """What each slot of a band that they can get adds, with what they have in all other bands."""
        if self.held[number] or not self.ranked[number]:
            return {}
        others = [band for band in range(len(self.got)) if band != number]
        topics = {option.topic for band in others if (option := self.got[band])}
        elsewhere = sum(self._worth(band) for band in others)
        least = self._value(elsewhere + self.without[number])
        return {
            option.slot: self._value(elsewhere + self.worth[number][option.slot]) - least
            for option in self.ranked[number]
            if option.topic not in topics
        }

    def _worth(self, band: int) -> float:
        option = self.got[band]
        return self.worth[band].get(option.slot, SEAT) if option else self.without[band]

    def _value(self, total: float) -> float:
        return self.bands * math.log(LITTLE + total / self.bands)


def _give(number: int, band: Sequence[Option], people: Sequence[_Person], luck: Mapping[tuple[int, int], int]) -> None:
    """Give the seats of one band, with what everybody has in the others."""
    place = {option.slot: at for at, option in enumerate(band)}
    values = [
        {place[slot]: round(gain * FINE) * TIES + luck[person.id, slot] for slot, gain in person.gains(number).items()}
        for person in people
    ]
    filled = fill(values, [option.seats for option in band])
    for person, at in zip(people, filled, strict=True):
        if not person.held[number]:
            person.got[number] = None if at is None else band[at]


def _all(bands: Iterable[Iterable[Option]]) -> Iterable[Option]:
    return (option for band in bands for option in band)
