"""The judge of the soak."""

from random import Random

import pytest

from tests.soak.flat import growth

READINGS = 300


def test_what_settles_after_the_warm_up_and_only_trembles_is_flat():
    chance = Random(1)
    series = [100 + min(n, READINGS // 3) + chance.gauss(0, 3) for n in range(READINGS)]

    assert abs(growth(series)) < 0.02


def test_what_is_large_now_and_then_is_flat():
    assert growth([300 if n % 3 == 0 else 100 for n in range(READINGS)]) == 0


@pytest.mark.parametrize("more", [0.15, 0.5, 2])
def test_what_grows_all_the_time_is_seen_with_half_of_what_it_grows_after_the_warm_up(more):
    series = [100 * (1 + more * n / READINGS) for n in range(READINGS)]

    assert growth(series) == pytest.approx(more / 3 / (1 + more / 2), rel=0.1)


def test_what_grows_by_a_single_one_and_stays_is_seen():
    assert growth([8] * 200 + [9] * 100) == pytest.approx(1 / 8)
