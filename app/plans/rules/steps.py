"""Kinds of steps, and when one is late."""

import datetime as dt
import enum


class ItemKind(enum.StrEnum):
    """What a step is."""

    COURSE = "course"
    EVENT = "event"
    OWN = "own"


def is_overdue(due_on: dt.date | None, is_done: bool, today: dt.date) -> bool:
    """Whether the day that the person has set has passed; the day itself still counts."""
    return due_on is not None and not is_done and due_on < today
