"""Dated runs of a course."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.bookings.rules import Mode


@dataclass(frozen=True)
class Run:
    """What is said when a session is scheduled; `seats` None: not limited."""

    spans: Sequence[tuple[dt.datetime, dt.datetime]]
    place: str
    trainer: str
    seats: int | None
    mode: Mode = Mode.FIRST_COME
    closes_at: dt.datetime | None = None
    cancel_until: dt.datetime | None = None
    price_cents: int = 0
    organiser_ids: Collection[int] = ()
