"""When stands are registered and visits counted, and in which order stands are."""

import datetime as dt
import enum
import re
from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

MOST_OF_ONE = 5
"""So many stands of one fair can one person have registered."""
MOST_ON_TOUR = 25


class Stage(enum.StrEnum):
    """Where a stand stands."""

    REGISTERED = "registered"
    PLACED = "placed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


LIVE = frozenset({Stage.REGISTERED, Stage.PLACED})


class Placed(Protocol):
    """A stand with its place."""

    @property
    def hall(self) -> str | None: ...

    @property
    def place(self) -> str | None: ...


T = TypeVar("T", bound=Placed)


def is_registering(last_day: dt.date, today: dt.date) -> bool:
    """Whether offices can still register a stand."""
    return today <= last_day


def is_counting(days: Collection[dt.date], today: dt.date) -> bool:
    """Whether visits are counted: on the days of the fair."""
    return today in days


def by_hall(stands: Iterable[T]) -> dict[str, list[T]]:
    """The stands hall by hall, in each by place as people read numbers: A 2 before A 10."""
    found: dict[str, list[T]] = {}
    for stand in sorted(stands, key=lambda stand: (natural(stand.hall or ""), natural(stand.place or ""))):
        found.setdefault(stand.hall or "", []).append(stand)
    return found


def natural(words: str) -> list[tuple[int, str]]:
    """What to sort by, so that numbers in words count as numbers."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", words.casefold()) if part
    ]
