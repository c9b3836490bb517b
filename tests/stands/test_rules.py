"""When stands are registered and counted, and how they are ordered."""

import datetime as dt
from dataclasses import dataclass

import pytest

from app.stands import rules

DAY = dt.date(2027, 1, 21)


@dataclass
class One:
    hall: str | None
    place: str | None


@pytest.mark.parametrize(("days", "expected"), [(-1, True), (0, True), (1, False)])
def test_stands_are_registered_to_the_end_of_the_last_day(days, expected):
    assert rules.is_registering(DAY, DAY + dt.timedelta(days=days)) is expected


@pytest.mark.parametrize(("days", "expected"), [(-1, False), (0, True), (1, False), (2, True)])
def test_visits_are_counted_on_the_days_of_the_fair(days, expected):
    assert rules.is_counting([DAY, DAY + dt.timedelta(days=2)], DAY + dt.timedelta(days=days)) is expected


def test_stands_are_in_order_as_people_read_numbers():
    stands = [
        One("Saal 10", "A 2"),
        One("Saal 2", "A 10"),
        One("Saal 2", "A 9"),
        One("Saal 2", "12"),
        One("Foyer", "b"),
    ]

    found = {hall: [one.place for one in there] for hall, there in rules.by_hall(stands).items()}

    assert list(found) == ["Foyer", "Saal 2", "Saal 10"]
    assert found["Saal 2"] == ["A 9", "A 10", "12"]
