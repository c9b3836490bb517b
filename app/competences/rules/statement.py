"""Who may read a statement, who may make one, and who may take it back."""

import datetime as dt
import enum
from collections.abc import Collection
from dataclasses import dataclass

from app.competences.rules.current import GRANTS_ONLY, Kind

WORDS_OF_OTHERS = frozenset({Kind.LEADER, Kind.ASSESSOR, Kind.COLLEAGUE})


class Visibility(enum.StrEnum):
    """Who may read a statement besides its author: the person alone, or also the person's leader of today."""

    PERSON = "person"
    AGREED = "agreed"


@dataclass(frozen=True)
class Said:
    """A statement as the rule for readers sees it."""

    id: int
    person_id: int
    actor_id: int | None
    visibility: Visibility


@dataclass(frozen=True)
class Reader:
    """Who reads: who leads the person today, if they are one of these, and the statements of live shares to them."""

    id: int
    leaders: Collection[int] = frozenset()
    shared: Collection[int] = frozenset()


def may_read(reader: Reader, said: Said) -> bool:
    """Whether the reader may know of a statement: SQL twin of `queries.statements_visible_to`.

    What was agreed with a former leader is not read by the next one, unless the person shares it.
    """
    is_own = reader.id in (said.person_id, said.actor_id)
    is_agreed_here = said.visibility is Visibility.AGREED and said.actor_id in reader.leaders
    return is_own or is_agreed_here or said.id in reader.shared


class Obstacle(enum.StrEnum):
    """Why somebody may not make a statement."""

    SELF_BY_ANOTHER = "self-by-another"
    OTHER_BY_ONESELF = "other-by-oneself"
    NOT_THE_LEADER = "not-the-leader"
    NOT_AN_ASSESSOR = "not-an-assessor"
    NO_REASON = "no-reason"
    IN_THE_FUTURE = "in-the-future"
    ENDS_BEFORE = "ends-before"


@dataclass(frozen=True)
class Claim:
    """What somebody wants to say, whether it is about themselves, and how they stand to the person that day."""

    kind: Kind
    is_by_person: bool
    is_by_leader: bool
    is_by_assessor: bool
    source: str | None
    visibility: Visibility
    observed_on: dt.date
    valid_until: dt.date | None = None


def obstacle(claim: Claim, today: dt.date) -> Obstacle | None:
    """Why this can't be said; None: it can.

    A leader, an assessor or a colleague says something only when there is a reason for it, which the source names: the
    person asked, or both have released a talk.
    """
    needs_reason = claim.kind in WORDS_OF_OTHERS or claim.visibility is Visibility.AGREED
    checks = {
        Obstacle.SELF_BY_ANOTHER: claim.kind is Kind.SELF and not claim.is_by_person,
        Obstacle.OTHER_BY_ONESELF: claim.is_by_person and claim.kind is not Kind.SELF and claim.kind not in GRANTS_ONLY,
        Obstacle.NOT_THE_LEADER: claim.kind is Kind.LEADER and not claim.is_by_leader,
        Obstacle.NOT_AN_ASSESSOR: claim.kind is Kind.ASSESSOR and not claim.is_by_assessor,
        Obstacle.NO_REASON: needs_reason and not (claim.source or "").strip(),
        Obstacle.IN_THE_FUTURE: claim.observed_on > today,
        Obstacle.ENDS_BEFORE: claim.valid_until is not None and claim.valid_until < claim.observed_on,
    }
    return next((found for found, is_so in checks.items() if is_so), None)


def may_retract(kind: Kind, *, is_agreed: bool, person_id: int, actor_id: int | None, by_id: int) -> bool:
    """Whether somebody may take a word back: its author; the person, where nobody else stands behind it.

    What two have agreed neither of them takes back alone: they agree on something else in their next talk.
    """
    if is_agreed:
        return False
    if actor_id is not None:
        return actor_id == by_id
    return by_id == person_id and kind in (Kind.PRACTICE, Kind.EXTERNAL)
