"""The groups that a cross-section counts, how many of each are wanted, and what is missing or too many."""

import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from flask_babel import lazy_gettext as _l

from app.people.rules import Grade

FEWEST, MOST = 2, 100
"""The sizes that a team can have."""


class Level(enum.StrEnum):
    """Grades as a cross-section counts them: few, so that no group is small."""

    OFFICE_HEADS = "office-heads"
    SECTION_HEADS = "section-heads"
    CLERKS = "clerks"
    ASSISTANTS = "assistants"
    TRADES = "trades"
    TRAINEES = "trainees"


LEVELS = {
    Grade.HEAD_OF_DEPARTMENT: Level.OFFICE_HEADS,
    Grade.HEAD_OF_OFFICE: Level.OFFICE_HEADS,
    Grade.HEAD_OF_DIVISION: Level.SECTION_HEADS,
    Grade.HEAD_OF_SECTION: Level.SECTION_HEADS,
    Grade.SENIOR_CLERK: Level.CLERKS,
    Grade.CLERK: Level.CLERKS,
    Grade.ASSISTANT: Level.ASSISTANTS,
    Grade.TRADES: Level.TRADES,
    Grade.TRAINEE: Level.TRAINEES,
}


LEVEL_NAMES = {
    Level.OFFICE_HEADS: _l("Heads of departments and offices"),
    Level.SECTION_HEADS: _l("Heads of divisions and sections"),
    Level.CLERKS: _l("Clerks"),
    Level.ASSISTANTS: _l("Assistants"),
    Level.TRADES: _l("Trades and operations"),
    Level.TRAINEES: _l("Trainees"),
}


@dataclass(frozen=True)
class Quota:
    """How many of a group are wanted: at least, and at most; no `most` means that more are welcome."""

    name: str
    least: int = 0
    most: int | None = None

    @property
    def is_binding(self) -> bool:
        """Whether it asks for anything."""
        return self.least > 0 or self.most is not None

    def left(self, taken: int) -> "Quota":
        """What is left of it for others, when so many of the group are there already."""
        return replace(
            self, least=max(0, self.least - taken), most=None if self.most is None else max(0, self.most - taken)
        )


@dataclass(frozen=True)
class Gap:
    """So many of a group are missing."""

    name: str
    number: int


@dataclass(frozen=True)
class Section:
    """How a team stands against the cross-section that is wanted; `is_asked_for`: at least one group is."""

    size: int
    count: int
    missing: tuple[Gap, ...]
    exceeded: tuple[Gap, ...]
    is_asked_for: bool

    @property
    def open_seats(self) -> int:
        """How many more can join."""
        return max(0, self.size - self.count)

    @property
    def is_complete(self) -> bool:
        """Whether it has its size, and somebody of each group, and too many of none."""
        return self.count == self.size and not self.missing and not self.exceeded


def section(size: int, quotas: Sequence[Quota], members: Iterable[Set[int]]) -> Section:
    """The check of a cross-section: `members` are the groups that each one belongs to, by place in `quotas`."""
    found = list(members)
    counts = Counter(group for groups in found for group in groups)
    missing = tuple(
        Gap(quota.name, quota.least - counts[place])
        for place, quota in enumerate(quotas)
        if counts[place] < quota.least
    )
    exceeded = tuple(
        Gap(quota.name, counts[place] - quota.most)
        for place, quota in enumerate(quotas)
        if quota.most is not None and counts[place] > quota.most
    )
    return Section(size, len(found), missing, exceeded, any(quota.is_binding for quota in quotas))


def left_over(quotas: Sequence[Quota], members: Iterable[Set[int]]) -> tuple[Quota, ...]:
    """What the quotas still ask for when these are in the team already."""
    counts = Counter(group for groups in members for group in groups)
    return tuple(quota.left(counts[place]) for place, quota in enumerate(quotas))


def groups_of(
    grade: Grade | None, unit_path: str, levels: Mapping[int, Level], paths: Mapping[int, str]
) -> frozenset[int]:
    """The groups that somebody belongs to: by their grade, and by their unit or any above it."""
    level = LEVELS.get(grade) if grade else None
    by_level = {place for place, wanted in levels.items() if wanted is level}
    return frozenset(by_level | {place for place, path in paths.items() if unit_path.startswith(path)})
