"""Kinds and states of steps, who may set which, and when one is late."""

import datetime as dt
import enum
from dataclasses import dataclass
from urllib.parse import urlsplit


class ItemKind(enum.StrEnum):
    """What a step is."""

    COURSE = "course"
    SESSION = "session"
    EVENT = "event"
    PRACTICE = "practice"
    EXTERNAL = "external"
    TALK = "talk"
    EVIDENCE = "evidence"
    OWN = "own"


FROM_CATALOGUE = frozenset({ItemKind.COURSE, ItemKind.SESSION, ItemKind.EVENT})
"""Done where something real happened: a course completed, a date attended. All others are ticked by the person."""


class ItemState(enum.StrEnum):
    """How binding a step is; a step that is done stays what it was agreed to be."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"
    ACTIVE = "active"
    DONE = "done"


NEXT = {
    ItemState.DRAFT: frozenset({ItemState.ACTIVE}),
    ItemState.PROPOSED: frozenset({ItemState.DRAFT, ItemState.ACTIVE}),
    ItemState.AGREED: frozenset({ItemState.ACTIVE}),
    ItemState.ACTIVE: frozenset({ItemState.DRAFT}),
    ItemState.DONE: frozenset({ItemState.ACTIVE}),
}
"""What the person alone can make of a step: proposing and agreeing takes somebody else."""


class Priority(enum.StrEnum):
    """How much a step matters to the person."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True)
class Details:
    """What a step may have beside its title and its minutes."""

    kind: ItemKind = ItemKind.OWN
    link: str | None = None
    priority: Priority = Priority.NORMAL
    state: ItemState = ItemState.ACTIVE
    due_days: int | None = None
    competence_id: int | None = None
    target_level: int | None = None
    note: str | None = None
    reason: str | None = None


def due_day(starts_on: dt.date, days: int | None, due_on: dt.date | None) -> dt.date | None:
    """The day on which a step is due: so many days after the start, or the day itself."""
    return due_on if days is None else starts_on + dt.timedelta(days=days)


def is_web_address(text: str) -> bool:
    """Whether a link leads to a page of the web, and nowhere else."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(c.isspace() for c in text)


def is_ticked(kind: ItemKind) -> bool:
    """Whether the person says themselves that a step of this kind is done."""
    return kind not in FROM_CATALOGUE


def may_become(old: ItemState, new: ItemState) -> bool:
    """Whether the person alone can set this state."""
    return new is old or new in NEXT[old]


def state_when(state: ItemState, *, is_done: bool) -> ItemState:
    """The state of a step that is ticked or not: what was agreed, proposed or only noted is so either way."""
    if is_done:
        return ItemState.DONE if state is ItemState.ACTIVE else state
    return ItemState.ACTIVE if state is ItemState.DONE else state


def is_overdue(due_on: dt.date | None, is_done: bool, today: dt.date) -> bool:
    """Whether the day that the person has set has passed; the day itself still counts."""
    return due_on is not None and not is_done and due_on < today
