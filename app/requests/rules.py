"""States of a request, and what each means for the money, in cents."""

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass, fields

MOST_CENTS = 10_000_000
"""100,000 euros: what one request can cost at most."""
MOST_HOURS = 800


class State(enum.StrEnum):
    """Where a request stands."""

    DRAFT = "draft"
    WITH_LEADER = "with-leader"
    WITH_HR = "with-hr"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    DONE = "done"


class Act(enum.StrEnum):
    """What can be done with a request."""

    SEND = "send"
    SEND_TO_HR = "send-to-hr"
    SUPPORT = "support"
    APPROVE = "approve"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    CHANGE = "change"
    REPORT = "report"


class Stage(enum.StrEnum):
    """Who decides: first the leader, then HR."""

    LEADER = "leader"
    HR = "hr"


NEXT = {
    State.DRAFT: {Act.SEND: State.WITH_LEADER, Act.SEND_TO_HR: State.WITH_HR},
    State.WITH_LEADER: {
        Act.SUPPORT: State.WITH_HR,
        Act.DECLINE: State.DECLINED,
        Act.CHANGE: State.DRAFT,
        Act.WITHDRAW: State.WITHDRAWN,
    },
    State.WITH_HR: {
        Act.APPROVE: State.APPROVED,
        Act.DECLINE: State.DECLINED,
        Act.CHANGE: State.DRAFT,
        Act.WITHDRAW: State.WITHDRAWN,
    },
    State.APPROVED: {Act.REPORT: State.DONE, Act.CHANGE: State.DRAFT, Act.WITHDRAW: State.WITHDRAWN},
    State.DECLINED: {Act.CHANGE: State.DRAFT},
    State.WITHDRAWN: {},
    State.DONE: {Act.REPORT: State.DONE},
}
"""What leads where; whoever has nobody above asks HR at once. A draft is thrown away and leaves nothing; what took
place can be reported anew, to correct its costs.
"""

DECIDES_IN = {Stage.LEADER: State.WITH_LEADER, Stage.HR: State.WITH_HR}
AGREES = {Stage.LEADER: Act.SUPPORT, Stage.HR: Act.APPROVE}
ENDED = frozenset({State.DECLINED, State.WITHDRAWN, State.DONE})


def after(state: State, act: Act) -> State | None:
    """Where the act leads from this state; None where it can't be done there."""
    return NEXT[state].get(act)


def acts(state: State) -> frozenset[Act]:
    """What can be done in this state."""
    return frozenset(NEXT[state])


@dataclass(frozen=True)
class Wish:
    """What somebody asks for, as far as it is written; a draft may have gaps."""

    title: str
    provider: str = ""
    link: str | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    place: str = ""
    fee_cents: int | None = None
    travel_cents: int | None = None
    work_hours: int | None = None
    reason: str = ""
    competence_id: int | None = None
    step_id: int | None = None

    @classmethod
    def of(cls, row: object) -> "Wish":
        """What stands in a row."""
        return cls(**{field.name: getattr(row, field.name) for field in fields(cls)})


NEEDED = ("title", "provider", "fee_cents", "travel_cents", "work_hours", "reason")
"""What leader and HR must know; there may be no date yet, and no place."""


def missing(wish: Wish) -> list[str]:
    """What must still be written before it can be sent."""
    return [name for name in NEEDED if getattr(wish, name) in (None, "")]


@dataclass(frozen=True)
class Bill:
    """A request as a budget sees it."""

    state: State
    planned: int
    real: int | None

    @property
    def committed(self) -> int:
        """What is promised and not spent yet."""
        return self.planned if self.state is State.APPROVED else 0

    @property
    def spent(self) -> int:
        """What was paid."""
        return self.real or 0


@dataclass(frozen=True)
class Funds:
    """A budget and what has become of it; what is free may be less than nothing."""

    amount: int
    committed: int = 0
    spent: int = 0

    @property
    def free(self) -> int:
        """What can still be promised."""
        return self.amount - self.committed - self.spent

    def over(self, cost: int) -> int:
        """By how much a further cost would overspend it."""
        return max(0, cost - max(self.free, 0)) if cost else 0


def funds_of(amount: int, settled: int, bills: Iterable[Bill]) -> Funds:
    """What these requests make of a budget; `settled` was spent by requests that are erased."""
    known = list(bills)
    return Funds(amount, sum(one.committed for one in known), settled + sum(one.spent for one in known))


def year_of(starts_on: dt.date | None, today: dt.date) -> int:
    """The year whose budget pays: that of the first day, the running one while there is none."""
    return (starts_on or today).year


def may_save(known: int, edition: int, last_page: str, page: str) -> bool:
    """Whether a window may save a draft: it shows what is stored, or has itself made the last change."""
    return known == edition or (bool(page) and page == last_page)


def keeps_until(state: State, changed_on: dt.date, ends_on: dt.date | None) -> dt.date:
    """The last day on which a request is kept: 36 months after the year of what took place, 12 for all other ends.

    What is approved or waits is kept until it ends; a draft for 12 months after its last change.
    """
    if state is State.DONE:
        last = max(ends_on or changed_on, changed_on)
        return dt.date(last.year + 3, 12, 31)
    if state in (State.DRAFT, State.DECLINED, State.WITHDRAWN):
        return _a_year_later(changed_on)
    return dt.date.max


def _a_year_later(day: dt.date) -> dt.date:
    return dt.date(day.year + 1, day.month, min(day.day, 28)) if day.month == 2 else day.replace(year=day.year + 1)
