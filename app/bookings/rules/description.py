"""What the owner of a bookable says about it."""

import datetime as dt
import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.bookings.rules.admission import Mode
from app.bookings.rules.deadline import DAYS_TO_DECIDE, Undecided


class Kind(enum.StrEnum):
    """What a bookable belongs to."""

    SESSION = "session"
    EVENT = "event"
    SLOT = "slot"


@dataclass(frozen=True)
class Description:
    """All that a letter, a list or a calendar must be able to say; the calendar's uid names it for ever.

    A part of a whole (a slot of an event) is for those who have a seat in the whole, and parts never overlap for one
    person. Without `closes_at` and `cancel_until` both lie at the beginning of the first span. `seats` None: not
    limited. The last two say how long a leader has to decide, and what happens where nobody has.
    """

    kind: Kind
    calendar_uid: str
    title: str
    path: str
    place: str
    spans: Sequence[tuple[dt.datetime, dt.datetime]]
    seats: int | None
    mode: Mode = Mode.FIRST_COME
    opens_at: dt.datetime | None = None
    closes_at: dt.datetime | None = None
    cancel_until: dt.datetime | None = None
    has_waitlist: bool = True
    price_cents: int = 0
    audience_id: int | None = None
    organiser_ids: Collection[int] = ()
    is_draft: bool = False
    part_of_id: int | None = None
    decide_within_days: int = DAYS_TO_DECIDE
    undecided: Undecided = Undecided.GO_UP

    @property
    def starts_at(self) -> dt.datetime:
        """When it first begins."""
        return min(start for start, _ in self.spans)

    @property
    def ends_at(self) -> dt.datetime:
        """When it is over."""
        return max(end for _, end in self.spans)
