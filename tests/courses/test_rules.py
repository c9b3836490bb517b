"""What is decided about courses."""

import datetime as dt
from dataclasses import dataclass

import pytest

from app.courses import rules
from app.courses.rules import Format, Length, Stage, Topic, Wanted

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
TODAY = NOW.date()


@dataclass(frozen=True)
class Unit:
    name: str
    is_done: bool


@pytest.mark.parametrize(
    ("required", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["c"], "c": []}, []),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, []),
        ({"a": ["a"]}, ["a", "a"]),
        ({"a": ["b"], "b": ["a"]}, ["a", "b", "a"]),
        ({"start": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}, ["a", "b", "c", "a"]),
        ({"a": ["unknown"]}, []),
    ],
)
def test_prerequisites_that_lead_in_a_circle_are_shown_as_the_way_round(required, expected):
    assert rules.circle(required) == expected


@pytest.mark.parametrize(
    ("begun", "completed", "left", "expected"),
    [
        (None, None, None, Stage.NOT_BEGUN),
        (NOW, None, None, Stage.BEGUN),
        (NOW, TODAY, None, Stage.DONE),
        (NOW, None, NOW, Stage.LEFT),
    ],
)
def test_the_stage_follows_from_three_dates(begun, completed, left, expected):
    assert rules.stage(begun, completed, left) is expected


def test_a_person_goes_on_at_the_first_unit_that_is_not_done():
    units = [Unit("a", True), Unit("b", False), Unit("c", True), Unit("d", False)]

    assert rules.next_of(units) == Unit("b", False)
    assert rules.next_of([Unit("a", True)]) is None


def test_a_course_is_complete_when_it_has_units_and_all_are_done():
    assert rules.is_complete([Unit("a", True), Unit("b", True)])
    assert not rules.is_complete([Unit("a", True), Unit("b", False)])
    assert not rules.is_complete([])


def test_a_search_counts_its_filters_and_can_forget_them():
    asked = Wanted("Daten", ("daten",), format=(Format.SEMINAR,), topic=(Topic.DATA,), length=(Length.HOUR,))

    assert (asked.ticked, asked.without_filters()) == (3, Wanted("Daten", ("daten",)))
    assert (Wanted("%").finds_nothing, Wanted("").finds_nothing, asked.finds_nothing) == (True, False, False)
