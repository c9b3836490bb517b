"""Days of the house, which are as long as the clock on its wall says."""

import datetime as dt

import pytest

from app import clock

HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(dt.date(2026, 3, 29), 23), (dt.date(2026, 6, 1), 24), (dt.date(2026, 10, 25), 25)],
    ids=["clocks go forward", "an ordinary day", "clocks go back"],
)
def test_a_day_goes_from_midnight_to_midnight(day, hours):
    start, end = clock.start_of(day), clock.end_of(day)

    assert end - start == hours * HOUR
    assert clock.local(start).date() == day
    assert clock.last_day_before(end) == day
    assert clock.local(end).date() == day + dt.timedelta(days=1)
