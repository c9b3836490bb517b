"""Kinds of statements, and how the current level follows from them."""

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass


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


def _newest(word: Word) -> tuple[dt.date, int]:
    return word.observed_on, word.sequence
