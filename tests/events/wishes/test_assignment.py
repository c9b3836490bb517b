"""Who gets which part of a programme: what must always hold, and how fair it is."""

from collections import Counter
from random import Random
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.events.rules.wishes import Option, assign, assignment
from tests.events.wishes.cases import Case, first_come, learning_event, small, totals
from tests.events.wishes.optimum import largest_sum

SEEDS = st.integers(0, 10**6)
WORST_OFF = 3
BELOW_BEST = 0.06


def faults(case: Case, given, held=None) -> set[str]:
    """What is wrong with an assignment."""
    options = {option.slot: option for band in case.bands for option in band}
    held = held or {}
    found = set()
    taken = Counter(slot for slots in given.values() for slot in slots)
    if any(options[slot].seats is not None and number > options[slot].seats for slot, number in taken.items()):
        found.add("a seat is sold twice")
    for person, slots in given.items():
        all_slots = [*slots, *held.get(person, ())]
        if len({options[slot].topic for slot in all_slots}) < len(all_slots):
            found.add("somebody has a topic twice")
        if any(sum(option.slot in all_slots for option in band) > 1 for band in case.bands):
            found.add("somebody is in two places")
        if not set(slots) <= set(case.wishes[person]):
            found.add("somebody got what they had not asked for")
    return found


@given(SEEDS)
@settings(max_examples=200, deadline=None)
def test_no_seat_is_sold_twice_and_nobody_has_a_topic_twice(seed):
    case = small(seed)

    assert faults(case, assign(case.bands, case.wishes, str(seed))) == set()


@given(SEEDS, SEEDS)
@settings(max_examples=100, deadline=None)
def test_what_somebody_holds_already_counts_and_stays(seed, holders):
    case, random = small(seed), Random(holders)
    held = {person: [random.choice(random.choice(case.bands)).slot] for person in case.wishes if random.random() < 0.5}

    given = assign(case.bands, case.wishes, str(seed), held=held)

    assert faults(case, given, held) == set()


@given(SEEDS, SEEDS)
@settings(max_examples=100, deadline=None)
def test_the_order_in_which_wishes_come_is_irrelevant(seed, shuffle):
    case, random = small(seed), Random(shuffle)
    people = random.sample(sorted(case.wishes), len(case.wishes))
    bands = [random.sample(band, len(band)) for band in case.bands]

    given = assign(bands, {person: case.wishes[person] for person in people}, str(seed))

    assert given == assign(case.bands, case.wishes, str(seed))


def test_the_same_seed_gives_the_same_seats_and_another_seed_breaks_ties_otherwise():
    band = [Option(1, 1, 3), Option(2, 2, 3)]
    wishes = {person: [1, 2] for person in range(6)}

    results = {str(seed): assign([band], wishes, str(seed)) for seed in range(20)}

    assert all(assign([band], wishes, seed) == given for seed, given in results.items())
    assert len({tuple(given.items()) for given in results.values()}) > 5


def test_who_got_less_so_far_comes_first_in_the_next_band():
    bands = [[Option(1, 1, 1), Option(2, 2, 1)], [Option(3, 3, 1), Option(4, 4, 1)]]
    wishes = {1: [1, 2, 3, 4], 2: [1, 2, 3, 4]}

    given = assign(bands, wishes, "seed")

    assert sorted(given.values()) == [(1, 4), (2, 3)]


@pytest.mark.parametrize("seed", range(10))
def test_a_short_list_gains_nothing(seed):
    band = [Option(1, 1, 1), Option(2, 2, 1), Option(3, 3, 8)]
    others = {person: [1, 2, 3] for person in range(2, 9)}

    short, long = assign([band], {1: [1], **others}, str(seed)), assign([band], {1: [1, 2, 3], **others}, str(seed))

    assert (1 in short[1]) <= (1 in long[1])


def test_who_ranks_nothing_gets_nothing_and_takes_nothing_from_others():
    band = [Option(1, 1, 1)]

    assert assign([band], {1: [], 2: [1], 3: [99]}, "seed") == {1: (), 2: (1,), 3: ()}


@pytest.mark.parametrize(("skew", "seed"), [(1.6, 1), (2.0, 2), (2.0, 3), (2.5, 4)])
def test_the_worst_off_person_gets_three_times_as_much_as_if_the_first_came_first(skew, seed):
    case = learning_event(seed, skew=skew)

    fair = totals(case, assign(case.bands, case.wishes, str(seed)))
    first = totals(case, first_come(case, seed))

    assert min(fair.values()) >= WORST_OFF * min(first.values())
    assert mean(fair.values()) >= (1 - BELOW_BEST) * largest_sum(case) / len(case.wishes)


@pytest.mark.parametrize("seed", [1, 2])
def test_nobody_goes_without_a_seat_where_all_ranked_all(seed):
    case = learning_event(seed)

    given = assign(case.bands, case.wishes, str(seed))

    assert faults(case, given) == set()
    assert sum(len(case.bands) - len(slots) for slots in given.values()) <= len(given) * len(case.bands) // 1000


def ignoring_seats(values, seats):
    return [max(mine, key=mine.get, default=None) for mine in values]


def test_the_checks_see_an_assignment_that_forgets_the_seats(monkeypatch):
    case = learning_event(1)
    monkeypatch.setattr(assignment, "fill", ignoring_seats)

    assert faults(case, assign(case.bands, case.wishes, "1")) == {"a seat is sold twice"}


def test_the_checks_see_a_topic_that_comes_twice():
    case = Case([[Option(1, 7, 1)], [Option(2, 7, 1)]], {1: [1, 2]})

    assert faults(case, {1: (1, 2)}) == {"somebody has a topic twice"}


def test_without_compensation_the_worst_off_person_is_worse_off(monkeypatch):
    case = learning_event(2)
    fair = totals(case, assign(case.bands, case.wishes, "2"))
    monkeypatch.setattr(assignment._Person, "_value", lambda self, total: total)

    blind = totals(case, assign(case.bands, case.wishes, "2"))

    assert min(fair.values()) > min(blind.values())
