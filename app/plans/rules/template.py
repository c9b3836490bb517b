"""Plan templates: whom a rule reaches, and which steps follow a change of the template."""

import datetime as dt
import enum
import hashlib
from dataclasses import astuple, dataclass

from app.plans.rules.steps import ItemKind, Priority


class Beginning(enum.StrEnum):
    """From which day the due dates of a template count."""

    ASSIGNMENT = "assignment"
    ENTRY = "entry"


TEMPLATE_KINDS = (ItemKind.COURSE, ItemKind.PRACTICE, ItemKind.EXTERNAL, ItemKind.TALK, ItemKind.EVIDENCE)


@dataclass(frozen=True)
class Reach:
    """Whom a template is for: everybody of a unit and below, of a family of jobs, who began then or lately."""

    unit_id: int | None = None
    family_id: int | None = None
    since: dt.date | None = None
    within_days: int | None = None

    @property
    def is_everybody(self) -> bool:
        """Whether nothing narrows it down."""
        return self == Reach()

    def first_entry(self, today: dt.date) -> dt.date | None:
        """The earliest day of entry that counts."""
        lately = today - dt.timedelta(days=self.within_days) if self.within_days is not None else None
        return max((day for day in (self.since, lately) if day), default=None)


@dataclass(frozen=True)
class Content:
    """What a template puts into a step, and what the person may have changed since."""

    kind: ItemKind
    title: str
    minutes: int
    due_on: dt.date | None
    reason: str
    priority: Priority
    link: str | None = None
    course_id: int | None = None
    competence_id: int | None = None
    target_level: int | None = None

    @property
    def hash(self) -> str:
        """Tells whether two of them say the same."""
        return hashlib.sha256(repr([str(part) for part in astuple(self)]).encode()).hexdigest()


class Fate(enum.StrEnum):
    """What becomes of a delivered step when its template has changed."""

    KEEP = "keep"
    UPDATE = "update"
    REMOVE = "remove"


def fate(delivered_hash: str, now: Content | None, wanted: Content | None) -> Fate:
    """Only a step that is still as it was delivered follows its template.

    `now` is the step in the plan, None where the person took it out or has done it; `wanted` what the template says
    today, None where it has the step no longer.
    """
    if now is None or now.hash != delivered_hash:
        return Fate.KEEP
    if wanted is None:
        return Fate.REMOVE
    return Fate.KEEP if wanted.hash == delivered_hash else Fate.UPDATE


def begins_on(beginning: Beginning, entered_on: dt.date, assigned_on: dt.date) -> dt.date:
    """The day from which the due dates count for a person."""
    return entered_on if beginning is Beginning.ENTRY else assigned_on


@dataclass(frozen=True)
class TemplateStep:
    """What HR types in about a step of a template; of a course, title and minutes are the course's own."""

    kind: ItemKind
    title: str = ""
    minutes: int = 0
    due_days: int | None = None
    reason: str = ""
    priority: Priority = Priority.NORMAL
    link: str | None = None
    course_id: int | None = None
    competence_id: int | None = None
    target_level: int | None = None
