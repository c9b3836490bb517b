"""When the city holds its seminars and events."""

import datetime as dt
from pathlib import Path

import pytest

from app.demo import script
from app.events import library

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("today", [dt.date(2026, 11, 25), dt.date(2026, 12, 1), dt.date(2027, 7, 1)])
def test_no_seminar_falls_into_the_days_around_christmas(today):
    for run in script.read(ROOT / "content").runs:
        days = [run.first_day(today) + dt.timedelta(days=offset) for offset, _, _ in run.meetings]
        assert not [day for day in days if (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 6)]
        assert days[0].isoweekday() == run.weekday


@pytest.mark.parametrize("today", [dt.date(2026, 11, 5) + dt.timedelta(days=7 * week) for week in range(8)])
def test_no_event_that_takes_place_once_falls_into_them_either(today):
    for event in library.read(ROOT / "content")[0]:
        days = [event.day(today) + dt.timedelta(days=number) for number in range(event.days)]
        assert days[0].isoweekday() == event.weekday
        if event.times < 2:
            assert not [day for day in days if (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 6)]
