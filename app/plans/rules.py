"""Kinds of steps."""

import enum


class ItemKind(enum.StrEnum):
    """What a step is."""

    COURSE = "course"
    EVENT = "event"
    OWN = "own"
