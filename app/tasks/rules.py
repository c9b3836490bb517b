"""The steps of a task, and when it is tried again."""

import datetime as dt
import enum


class Stage(enum.StrEnum):
    """Where a task stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


OPEN = frozenset({Stage.WAITING, Stage.RUNNING})
MOST_TRIES = 3
RETRY_AFTER = dt.timedelta(minutes=1)
SILENCE = dt.timedelta(minutes=5)
"""How long a running task may show no progress before another process takes it over."""


def next_try(tries: int, now: dt.datetime) -> dt.datetime | None:
    """When a task that failed so many times is tried again, later each time; None: never."""
    return now + tries * RETRY_AFTER if tries < MOST_TRIES else None
