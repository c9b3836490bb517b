"""When a task is tried again."""

import datetime as dt

from app.tasks import rules

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


def test_next_try_waits_longer_each_time_and_then_gives_up():
    assert rules.next_try(1, NOW) == NOW + dt.timedelta(minutes=1)
    assert rules.next_try(2, NOW) == NOW + dt.timedelta(minutes=2)
    assert rules.next_try(3, NOW) is None
