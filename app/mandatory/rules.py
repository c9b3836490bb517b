"""Until when somebody must do what, where they stand, and what is to be said to whom."""

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.qualifications.rules import FOR_EVER

MOST_DAYS = 730
USUAL_DUE, USUAL_REMIND = 60, 30
ESCALATED_AFTER = dt.timedelta(days=7)
"""How long after the date the leader is told: until then it is between Lotse and the person."""


class State(enum.StrEnum):
    """Where somebody stands with what they must."""

    DONE = "done"
    OPEN = "open"
    OVERDUE = "overdue"


class Step(enum.StrEnum):
    """What is said about a duty, each once for each date."""

    REMINDED = "reminded"
    OVERDUE = "overdue"
    ESCALATED = "escalated"


@dataclass(frozen=True)
class Duty:
    """Until when somebody must have done it (anew), and until when it holds what they have, if they have it."""

    due_on: dt.date
    until: dt.date | None
    state: State

    @property
    def is_for_ever(self) -> bool:
        """Whether it never has to be renewed."""
        return self.until == FOR_EVER


def duty(*, since: dt.date, due_days: int, until: dt.date | None, today: dt.date) -> Duty:
    """What follows for somebody who must since a day and holds it until another one; None: they never did.

    What they hold gives them time until it ends, and who is new to it has the days of the rule.
    """
    first = since + dt.timedelta(days=due_days)
    due_on = first if until is None else max(first, until)
    if until is not None and until >= today:
        return Duty(due_on, until, State.DONE)
    return Duty(due_on, until, State.OPEN if today <= due_on else State.OVERDUE)


def since(on_since: dt.date, entered_on: dt.date, placed_on: dt.date | None) -> dt.date:
    """Since when somebody must: the rule holds, they work here, and where they do."""
    return max(on_since, entered_on, placed_on or entered_on)


def steps(one: Duty, today: dt.date, remind_days: int) -> list[Step]:
    """What is to be said by that day, unless it was."""
    if one.state is State.OVERDUE:
        late = today > one.due_on + ESCALATED_AFTER
        return [Step.OVERDUE, Step.ESCALATED] if late else [Step.OVERDUE]
    return [Step.REMINDED] if today >= one.due_on - dt.timedelta(days=remind_days) else []


def strictest(duties: Iterable[Duty]) -> Duty:
    """What counts where several rules ask for the same: the earliest date."""
    found = list(duties)
    first = min(found, key=lambda one: one.due_on)
    is_late = any(one.state is State.OVERDUE for one in found)
    return replace(first, state=State.OVERDUE) if is_late else first


@dataclass(frozen=True)
class Count:
    """How many must, and where they stand."""

    done: int = 0
    open: int = 0
    overdue: int = 0

    @property
    def all(self) -> int:
        """How many must."""
        return self.done + self.open + self.overdue

    def __add__(self, other: "Count") -> "Count":
        return Count(self.done + other.done, self.open + other.open, self.overdue + other.overdue)
