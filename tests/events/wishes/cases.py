"""A learning event made up: bands of parallel slots, topics of skewed popularity, and what people wish."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from app.events.rules.wishes import Option, points

PEOPLE, BANDS, PARALLEL, TOPICS = 450, 9, 6, 40
OCCUPIED = 0.9
SKEW = 2.0


@dataclass(frozen=True)
class Case:
    """Bands of slots, and each person's slots with the best first."""

    bands: Sequence[Sequence[Option]]
    wishes: Mapping[int, Sequence[int]]


def learning_event(seed: int, people: int = PEOPLE, skew: float = SKEW) -> Case:
    """Nine times six sessions with seats for 1/0.9 of the people.

    A topic is wished for with a weight of 1/place^skew, by Plackett and Luce: each person draws topics by weight
    without putting back, and ranks all sessions in this order.
    """
    random = Random(seed)
    seats = math.ceil(people / OCCUPIED / PARALLEL)
    bands = _bands(random, seats)
    wishes = {}
    for person in range(people):
        liking = [-skew * math.log(place) - math.log(random.expovariate(1)) for place in range(1, TOPICS + 1)]
        slots = [option for band in bands for option in band]
        wishes[person] = [one.slot for one in sorted(slots, key=lambda one: (-liking[one.topic], one.slot))]
    return Case(bands, wishes)


def _bands(random: Random, seats: int) -> list[list[Option]]:
    """All topics in turn, each time shuffled, so that none stands twice in a band and each is offered once or twice."""
    bands: list[list[Option]] = []
    bag: list[int] = []
    for band in range(BANDS):
        topics: list[int] = []
        while len(topics) < PARALLEL:
            bag = bag or random.sample(range(TOPICS), TOPICS)
            topics.append(bag.pop(next(at for at, topic in enumerate(bag) if topic not in topics)))
        bands.append([Option(band * PARALLEL + at, topic, seats) for at, topic in enumerate(topics)])
    return bands


def small(seed: int) -> Case:
    """A few people, a few bands, seats that don't suffice, and lists with gaps."""
    random = Random(seed)
    slot, bands = 0, []
    for _ in range(random.randint(1, 4)):
        bands.append([])
        for _ in range(random.randint(1, 4)):
            bands[-1].append(Option(slot, random.randint(1, 5), random.choice([0, 1, 2, 3, None])))
            slot += 1
    people = random.sample(range(100), random.randint(0, 9))
    return Case(bands, {one: random.sample(range(slot), random.randint(0, slot)) for one in people})


def first_come(case: Case, seed: int) -> dict[int, tuple[int, ...]]:
    """What would be without an assignment: one after the other, in the order of a draw, takes the best that is left."""
    queue = sorted(case.wishes)
    Random(seed).shuffle(queue)
    left = {option.slot: option.seats for band in case.bands for option in band}
    return {person: _taken(case, person, left) for person in queue}


def _taken(case: Case, person: int, left: dict[int, int]) -> tuple[int, ...]:
    given, topics = [], set()
    for band in case.bands:
        options = sorted(band, key=lambda option: case.wishes[person].index(option.slot))
        one = next((option for option in options if left[option.slot] and option.topic not in topics), None)
        if one:
            left[one.slot] -= 1
            topics.add(one.topic)
            given.append(one.slot)
    return tuple(given)


def totals(case: Case, given: Mapping[int, Sequence[int]]) -> dict[int, float]:
    """The points of each person."""
    ranks = {
        person: {
            slot: rank
            for band in case.bands
            for rank, slot in enumerate([one for one in wishes if one in {option.slot for option in band}])
        }
        for person, wishes in case.wishes.items()
    }
    return {person: sum(points(ranks[person][slot]) for slot in slots) for person, slots in given.items()}
