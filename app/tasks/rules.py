"""The steps of a task."""

import enum


class Stage(enum.StrEnum):
    """Where a task stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


MOST_TRIES = 3
