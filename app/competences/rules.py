"""Levels, how the current one follows from statements, and the gap to a target."""

import datetime as dt
import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


class Stage(enum.StrEnum):
    """Where a framework stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    OUTDATED = "outdated"


class ProfileKind(enum.StrEnum):
    """What a profile describes."""

    JOB = "job"
    ROLE = "role"
    LEADERSHIP = "leadership"


class Kind(enum.StrEnum):
    """Whose word a statement is, or what it follows from."""

    SELF = "self"
    LEADER = "leader"
    COLLEAGUE = "colleague"
    ASSESSOR = "assessor"
    TEST = "test"
    COMPLETION = "completion"
    ATTENDANCE = "attendance"
    PRACTICE = "practice"
    EXTERNAL = "external"


GRANTS_ONLY = frozenset({Kind.COMPLETION, Kind.ATTENDANCE, Kind.PRACTICE, Kind.EXTERNAL, Kind.TEST})
"""What proves a level but never takes one away."""


@dataclass(frozen=True)
class Word:
    """A statement as the rules see it."""

    level: int
    kind: Kind
    observed_on: dt.date
    sequence: int
    source: str | None = None


@dataclass(frozen=True)
class Current:
    """A level, and the statement that it follows from."""

    level: int
    because: Word


def current(words: Iterable[Word]) -> Current | None:
    """The level that follows from the statements a reader may see; None without any.

    The newest judgement counts (self, leader, colleague, assessor); a proof of a higher level that is at least as new
    lifts it, since taking part grants a level but never takes one away.
    """
    words = list(words)
    judgements = [word for word in words if word.kind not in GRANTS_ONLY]
    judged = max(judgements, key=_newest, default=None)
    since = judged.observed_on if judged else dt.date.min
    proofs = [word for word in words if word.kind in GRANTS_ONLY and word.observed_on >= since]
    proven = max(proofs, key=lambda word: (word.level, *_newest(word)), default=None)
    best = proven if judged is None or (proven and proven.level > judged.level) else judged
    return Current(best.level, best) if best else None


@dataclass(frozen=True)
class Gap:
    """How far a person is from what a profile asks for in one competence."""

    competence: int
    target: int
    current: int | None

    @property
    def size(self) -> int:
        """Missing levels; what nobody has said anything about counts as 0."""
        return max(0, self.target - (self.current or 0))


def gaps(targets: Mapping[int, int], held: Mapping[int, int]) -> list[Gap]:
    """What a profile asks for against what a person holds, widest gap first, then higher target first."""
    found = [Gap(competence, level, held.get(competence)) for competence, level in targets.items()]
    return sorted(found, key=lambda gap: (-gap.size, -gap.target, gap.competence))


def coverage(found: Iterable[Gap]) -> float:
    """The share of the targets' levels that is reached: 0.0 to 1.0; 1.0 without targets."""
    rows = list(found)
    asked = sum(gap.target for gap in rows)
    return 1 - sum(gap.size for gap in rows) / asked if asked else 1.0


@dataclass(frozen=True)
class Axis:
    """The average of an area's competences, today and as the goal asks for."""

    label: str
    current: float
    target: float
    max: int


def averages(levels: Iterable[tuple[str, int, int]], highest: int) -> list[Axis]:
    """The average of each area, from rows of (area, target, level), in their order.

    With a target, more than the target doesn't count, so that one competence can't hide the gap of another.
    """
    by_area: dict[str, list[tuple[int, int]]] = {}
    for area, target, held in levels:
        by_area.setdefault(area, []).append((target, min(held, target) if target else held))
    return [
        Axis(area, _average(held for _, held in rows), _average(target for target, _ in rows), highest)
        for area, rows in by_area.items()
    ]


def _average(numbers: Iterable[int]) -> float:
    found = list(numbers)
    return round(sum(found) / len(found), 1)


def _newest(word: Word) -> tuple[dt.date, int]:
    return word.observed_on, word.sequence
