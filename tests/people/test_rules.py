"""Periods and paths of units, and whom somebody leads, without a database."""

import datetime as dt

import pytest

from app.people import rules
from app.people.rules import Leading

FIRST, LAST = dt.date(2026, 3, 1), dt.date(2026, 3, 31)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("on", "until", "so"),
    [
        (FIRST - DAY, LAST, False),
        (FIRST, LAST, True),
        (LAST, LAST, True),
        (LAST + DAY, LAST, False),
        (LAST + DAY, None, True),
        (FIRST - DAY, None, False),
    ],
)
def test_both_ends_of_a_period_count(on, until, so):
    assert rules.is_valid(FIRST, until, on) is so


def test_the_unit_above_is_found_by_the_path():
    assert [rules.parent_path(path) for path in ("/1/4/9/", "/1/4/", "/1/", "/")] == ["/1/4/", "/1/", "", ""]


def test_a_path_lies_within_itself_and_what_is_above():
    assert rules.is_within("/1/4/", "/1/4/")
    assert rules.is_within("/1/4/", "/")
    assert not rules.is_within("/1/", "/1/4/")
    assert not rules.is_within("/1/40/", "/1/4/")


def test_the_nearest_head_above_leads_and_a_head_is_led_by_the_next_one():
    heads = {"/1/": 10, "/1/4/": 20}

    assert rules.leading_unit(1, "/1/4/9/", heads) == "/1/4/"
    assert rules.leading_unit(20, "/1/4/", heads) == "/1/"
    assert rules.leading_unit(10, "/1/", heads) is None
    assert rules.leading_unit(1, "/2/", heads) is None


def test_above_a_unit_stands_the_nearest_one_that_somebody_else_heads():
    heads = {"/1/": 10, "/1/4/": 20, "/1/4/9/": 30, "/1/4/9/5/": 40}

    assert rules.next_above("/1/4/9/5/", heads, but=[40, 1]) == "/1/4/9/"
    assert rules.next_above("/1/4/9/5/", heads, but=[40, 30, 20]) == "/1/"
    assert rules.next_above("/1/4/9/6/", {"/1/": 10}, but=[]) == "/1/"
    assert rules.next_above("/1/4/", heads, but=[10]) is None
    assert rules.next_above("/1/", heads, but=[]) is None


def test_a_leader_leads_down_to_the_next_head_and_that_head():
    leading = Leading(frozenset({"/1/"}), {"/1/": 10, "/1/4/": 20, "/1/4/9/": 30}, {20: "/1/4/", 30: "/1/4/9/"})

    assert leading.covers(1, "/1/5/")
    assert not leading.covers(1, "/1/4/")
    assert leading.led_heads == {20}
    assert leading.next_headed("/1/") == ["/1/4/"]
    assert leading.next_headed("/1/4/") == ["/1/4/9/"]
    assert not Leading().covers(1, "/1/")
