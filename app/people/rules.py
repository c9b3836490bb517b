"""Roles, and who leads whom, as plain values."""

import datetime as dt
import enum
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


class Role(enum.StrEnum):
    """What somebody may do beyond what everybody may."""

    HR = "hr"
    ORGANISER = "organiser"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class UnitKind(enum.StrEnum):
    """The levels of the tree of a town hall."""

    HOUSE = "house"
    DEPARTMENT = "department"
    OFFICE = "office"
    DIVISION = "division"
    SECTION = "section"


class Position(enum.StrEnum):
    """How somebody leads a unit."""

    HEAD = "head"
    DEPUTY = "deputy"


class Grade(enum.StrEnum):
    """Levels of hierarchy, for quotas and cross-sections."""

    HEAD_OF_DEPARTMENT = "head-of-department"
    HEAD_OF_OFFICE = "head-of-office"
    HEAD_OF_DIVISION = "head-of-division"
    HEAD_OF_SECTION = "head-of-section"
    SENIOR_CLERK = "senior-clerk"
    CLERK = "clerk"
    ASSISTANT = "assistant"
    TRADES = "trades"
    TRAINEE = "trainee"


@dataclass(frozen=True)
class Particulars:
    """What is known of a person when they are taken on; without an e-mail address they sign in by number."""

    personnel_number: str
    given_name: str
    family_name: str
    email: str | None = None


def is_valid(valid_from: dt.date, valid_to: dt.date | None, on: dt.date) -> bool:
    """Whether a period covers the day; both ends count."""
    return valid_from <= on and (valid_to is None or on <= valid_to)


def leading_unit(person_id: int, unit_path: str, heads: Mapping[str, int]) -> str | None:
    """The path of the unit whose head leads a person of this unit, or None at the top.

    It is the nearest unit at or above the person's own that has a head; for a head, the next one above.
    `heads` maps the paths of headed units to their head's id.
    """
    path = unit_path
    while path:
        if heads.get(path, person_id) != person_id:
            return path
        path = parent_path(path)
    return None


def next_above(path: str, heads: Mapping[str, int], but: Collection[int]) -> str | None:
    """The path of the nearest unit above this one whose head is none of these people; None at the top."""
    while path := parent_path(path):
        if path in heads and heads[path] not in but:
            return path
    return None


@dataclass(frozen=True)
class Leading:
    """The units that somebody leads on a day, and what it takes to say whom they lead there.

    `heads` maps the path of each headed unit at or below those to its head; `seats` a head to their own unit’s.
    """

    paths: frozenset[str] = frozenset()
    heads: Mapping[str, int] = field(default_factory=dict)
    seats: Mapping[int, str] = field(default_factory=dict)

    def covers(self, person_id: int, unit_path: str) -> bool:
        """Whether a person of this unit is led there."""
        return bool(self.paths) and leading_unit(person_id, unit_path, self.heads) in self.paths

    @property
    def led_heads(self) -> frozenset[int]:
        """The heads among those who are led."""
        return frozenset(head for head, path in self.seats.items() if self.covers(head, path))

    def next_headed(self, path: str) -> list[str]:
        """The units below this one where somebody else's people begin."""
        below = sorted(other for other in self.heads if other != path and is_within(other, path))
        return [other for number, other in enumerate(below) if not any(is_within(other, one) for one in below[:number])]


def parent_path(path: str) -> str:
    """The path of the unit above: "/1/4/" of "/1/4/9/"; "" above the top."""
    return path[: path.rstrip("/").rfind("/") + 1] if path.count("/") > 2 else ""


def is_within(path: str, scope: str) -> bool:
    """Whether a unit's path lies in a scope; "/" is the whole house."""
    return path.startswith(scope)
