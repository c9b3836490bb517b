"""When the city holds its seminars."""

import datetime as dt
from pathlib import Path

import pytest

from app.demo import script

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("today", [dt.date(2026, 11, 25), dt.date(2026, 12, 1), dt.date(2027, 7, 1)])
def test_no_seminar_falls_into_the_days_around_christmas(today):
    for run in script.read(ROOT / "content").runs:
        days = [run.first_day(today) + dt.timedelta(days=offset) for offset, _, _ in run.meetings]
        assert not [day for day in days if (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 6)]
        assert days[0].isoweekday() == run.weekday
