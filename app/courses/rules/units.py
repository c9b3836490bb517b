"""Units, and a person's way through them."""

import datetime as dt
import enum
from collections.abc import Sequence
from typing import Protocol, TypeVar

SHORTEST_UNIT, LONGEST_UNIT = 3, 20
EARLIEST_COMPLETION = dt.date(2000, 1, 1)


class Stage(enum.StrEnum):
    """Where a person stands in a course."""

    NOT_BEGUN = "not-begun"
    BEGUN = "begun"
    DONE = "done"
    LEFT = "left"


class CanBeDone(Protocol):
    """A unit as a person sees it."""

    @property
    def is_done(self) -> bool:
        """Whether this person has finished it."""


Step = TypeVar("Step", bound=CanBeDone)


def stage(begun_at: dt.datetime | None, completed_on: dt.date | None, left_at: dt.datetime | None) -> Stage:
    """Where an enrolment stands; one that was begun again is neither completed nor left."""
    if begun_at is None:
        return Stage.NOT_BEGUN
    if completed_on is not None:
        return Stage.DONE
    return Stage.LEFT if left_at is not None else Stage.BEGUN


def next_of(units: Sequence[Step]) -> Step | None:
    """The first unit that is not done, where a person goes on; None where all are."""
    return next((unit for unit in units if not unit.is_done), None)


def is_complete(units: Sequence[CanBeDone]) -> bool:
    """Whether a course is through: it has units, and all are done."""
    return bool(units) and all(unit.is_done for unit in units)
