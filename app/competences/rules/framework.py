"""Where a framework stands, and how competences of different frameworks belong together."""

import enum
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
UP, DOWN = "up", "down"


class Stage(enum.StrEnum):
    """Where a framework stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    OUTDATED = "outdated"


class LinkKind(enum.StrEnum):
    """How a competence belongs to another one: "broader" says that the other one is the broader of the two."""

    EXACT = "exact"
    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"
    REPLACED_BY = "replaced-by"


SAID_BY_HAND = (LinkKind.EXACT, LinkKind.BROADER, LinkKind.NARROWER, LinkKind.RELATED)
"""Kinds that somebody chooses; that something is replaced follows from a new version."""
CARRYING = frozenset({LinkKind.EXACT, LinkKind.REPLACED_BY})
"""Kinds of links along which a level may be read."""
Scale = Sequence[tuple[int, str]]


def carries(kind: LinkKind, scale: Scale, other: Scale) -> bool:
    """Whether a level that was stated on one competence may be read on the other.

    Only where both mean the same, and only where a level means the same: numbers and names of the scales are equal.
    """
    return kind in CARRYING and list(scale) == list(other)


def fitting(level: int, highest: int) -> int:
    """The level that a target becomes on a scale that may be shorter."""
    return min(level, highest)


def moved(rows: Sequence[T], row: T, direction: str) -> list[T]:
    """The rows with this one a place up or down; at the end of the list nothing moves."""
    found = list(rows)
    place = found.index(row)
    other = place - 1 if direction == UP else place + 1
    if 0 <= other < len(found):
        found[place], found[other] = found[other], found[place]
    return found


def way_on(rows: Sequence[T], row: T, direction: str) -> str:
    """The direction in which a row can be moved further: the same, or at the end of the list the other one."""
    if row is rows[0]:
        return DOWN
    return UP if row is rows[-1] else direction


def free_key(wanted: str, taken: Iterable[str]) -> str:
    """A key that nobody has yet: the one wanted, or with a number."""
    known = set(taken)
    key, number = wanted, 2
    while key in known:
        key, number = f"{wanted}-{number}", number + 1
    return key


def base_key(key: str) -> str:
    """The key without what marks a version: "teamwork" for "teamwork.next"."""
    return key.partition(".")[0]
