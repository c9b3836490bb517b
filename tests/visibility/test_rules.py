"""How long a share lasts, without a database."""

import datetime as dt

import pytest

from app.visibility import rules

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("starts", "ends", "withdrawn", "so"),
    [
        (NOW, NOW + HOUR, None, True),
        (NOW + HOUR, NOW + 2 * HOUR, None, False),
        (NOW - HOUR, NOW, None, False),
        (NOW - HOUR, NOW + HOUR, NOW, False),
    ],
)
def test_a_share_is_live_from_its_beginning_until_just_before_its_end(starts, ends, withdrawn, so):
    assert rules.is_live(starts, ends, withdrawn, NOW) is so


@pytest.mark.parametrize(("days", "so"), [(-1, False), (0, True), (365, True), (366, False)])
def test_a_share_ends_today_at_the_earliest_and_within_a_year(days, so):
    today = NOW.date()

    assert rules.may_end_on(today + dt.timedelta(days=days), today) is so
