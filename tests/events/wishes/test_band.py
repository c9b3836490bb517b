"""The seats of one band, against counting out every way to give them."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.events.rules.wishes.band import fill

SLOTS = st.integers(1, 4)


@st.composite
def bands(draw):
    slots = draw(SLOTS)
    seats = draw(st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=slots, max_size=slots))
    values = st.dictionaries(st.integers(0, slots - 1), st.integers(-3, 9))
    return draw(st.lists(values, max_size=6)), seats


def keeps_to_the_seats(places, seats):
    return all(number is None or places.count(slot) <= number for slot, number in enumerate(seats))


def worth(values, places):
    return sum(mine[slot] for mine, slot in zip(values, places, strict=True) if slot is not None)


def best(values, seats):
    ways = itertools.product(*([None, *mine] for mine in values))
    return max(worth(values, places) for places in ways if keeps_to_the_seats(places, seats))


@given(bands())
@settings(max_examples=300, deadline=None)
def test_the_seats_of_a_band_are_given_as_well_as_they_can_be(band):
    values, seats = band

    places = fill(values, seats)

    assert keeps_to_the_seats(places, seats)
    assert all(slot is None or slot in mine for mine, slot in zip(values, places, strict=True))
    assert worth(values, places) == best(values, seats)


def in_turn(values, seats):
    """Sabotage: nobody moves for somebody else."""
    left, places = [number if number is not None else len(values) for number in seats], []
    for mine in values:
        slot = max((slot for slot in mine if left[slot] and mine[slot] > 0), key=mine.get, default=None)
        if slot is not None:
            left[slot] -= 1
        places.append(slot)
    return places


def test_without_moves_of_others_the_seats_would_be_given_worse():
    values, seats = [{0: 9, 1: 8}, {0: 9}], [1, 1]

    assert worth(values, in_turn(values, seats)) == 9
    assert worth(values, fill(values, seats)) == best(values, seats) == 17


@pytest.mark.parametrize("length", [2, 5, 12])
def test_a_chain_of_moves_can_be_as_long_as_there_are_slots(length):
    values = [{at: 50, at + 1: 49} for at in range(length - 1)] + [{0: 50}]

    assert fill(values, [1] * length) == [*range(1, length), 0]
