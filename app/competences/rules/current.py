"""Kinds of statements, and how the current level follows from those that a reader may see."""

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.competences.rules.freshness import LASTING, Ageing, Freshness


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


class Rule(enum.StrEnum):
    """Why the level is what it is: the names of the two halves of the rule in `current`."""

    NEWEST_JUDGEMENT = "newest-judgement"
    HIGHER_PROOF = "higher-proof"


GRANTS_ONLY = frozenset({Kind.COMPLETION, Kind.ATTENDANCE, Kind.PRACTICE, Kind.EXTERNAL, Kind.TEST})
"""What proves a level but never takes one away."""


class Word(NamedTuple):
    """A statement as the rules see it; a tuple, since somebody may have thousands."""

    level: int
    kind: Kind
    observed_on: dt.date
    sequence: int
    source: str | None = None
    is_agreed: bool = False
    valid_until: dt.date | None = None
    is_unconfirmed: bool = False
    """Whether it is evidence of the person's own that nobody has confirmed; said to other readers alone."""
    merged_from: str | None = None
    """What the competence was called that the word was about, where that has become part of this one."""


@dataclass(frozen=True)
class Current:
    """A level, the statement that it follows from, and the judgement that would have counted without it.

    `confirmed_on` is the last day on which the level was seen, `practised_on` the last day of practice at any level.
    """

    level: int
    because: Word
    rule: Rule
    over: Word | None
    confirmed_on: dt.date
    practised_on: dt.date | None
    freshness: Freshness


def current(words: Iterable[Word], *, on: dt.date, ageing: Ageing = LASTING) -> Current | None:
    """The level that follows that day from the statements a reader may see; None without any.

    The newest judgement counts (self, leader, colleague, assessor); a proof of a higher level that is at least as new
    lifts it, since taking part grants a level but never takes one away. A newer judgement of one's own doesn't outdo a
    proof that was fresh on its day; that of somebody else does. What has expired doesn't count. Where several
    competences have become one, the words about this one come first; without any the highest of the others counts.
    """
    sources = by_source(words)
    own = _of_one(sources.pop(None, []), on, ageing)
    if own or not sources:
        return own
    others = [found for said in sources.values() if (found := _of_one(said, on, ageing))]
    return max(others, key=lambda found: (found.level, *_newest(found.because)), default=None)


def by_source(words: Iterable[Word]) -> dict[str | None, list[Word]]:
    """The words by the competence that they were about: None is the one itself."""
    found: dict[str | None, list[Word]] = {}
    for word in words:
        found.setdefault(word.merged_from, []).append(word)
    return found


def _of_one(words: list[Word], on: dt.date, ageing: Ageing) -> Current | None:
    """The level that follows from words about one competence."""
    known = [word for word in words if word.observed_on <= on and (word.valid_until or on) >= on]
    counted = (
        [word for word in known if not ageing.has_expired(word.observed_on, on)] if ageing.expires_after else known
    )
    judged = max((word for word in counted if word.kind not in GRANTS_ONLY), key=_newest, default=None)
    proven = max(_proofs(counted, judged, ageing), key=lambda word: (word.level, *_newest(word)), default=None)
    if proven and (judged is None or proven.level > judged.level):
        because, rule, over = proven, Rule.HIGHER_PROOF, judged
    elif judged:
        others = (word for word in counted if word.kind not in GRANTS_ONLY and word.kind is not judged.kind)
        because, rule, over = judged, Rule.NEWEST_JUDGEMENT, max(others, key=_newest, default=None)
    else:
        return None
    confirmed_on = max(word.observed_on for word in counted if word is because or word.level >= because.level)
    practised_on = max((word.observed_on for word in counted if word.kind is Kind.PRACTICE), default=None)
    freshness = ageing.freshness(confirmed_on, on)
    return Current(because.level, because, rule, over, confirmed_on, practised_on, freshness)


def _proofs(words: list[Word], judged: Word | None, ageing: Ageing) -> list[Word]:
    """The proofs that can lift the newest judgement: no older than what somebody else said, nor faded before it."""
    by_others = (word.observed_on for word in words if word.kind not in GRANTS_ONLY and word.kind is not Kind.SELF)
    first_on = max(by_others, default=dt.date.min)
    proofs = [word for word in words if word.kind in GRANTS_ONLY and word.observed_on >= first_on]
    if judged is None:
        return proofs
    return [one for one in proofs if ageing.is_fresh(one.observed_on, judged.observed_on)]


def side_by_side(words: Iterable[Word]) -> list[Word]:
    """The newest word of each kind, in the order of the kinds: they stand beside each other and never overwrite.

    A word about a competence that has become part of this one stands there only where its kind has no other.
    """
    newest: dict[Kind, Word] = {}
    for word in sorted(words, key=lambda word: (word.merged_from is None, *_newest(word))):
        newest[word.kind] = word
    return [newest[kind] for kind in Kind if kind in newest]


def _newest(word: Word) -> tuple[dt.date, int]:
    return word.observed_on, word.sequence
