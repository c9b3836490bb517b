"""Dated runs of a course."""

import datetime as dt
from dataclasses import dataclass

from app.bookings.rules import Seats

LOOKED_AT_BEFORE = dt.timedelta(days=21)
"""So long before a date begins, those who run it see that too few have signed up."""


@dataclass(frozen=True)
class Run:
    """What a session says besides its bookable: who leads it from outside, from how many on, and what it costs.

    `needed_days` None: whoever was there on all days has completed the course.
    """

    trainer: str = ""
    link: str | None = None
    minimum: int | None = None
    needed_days: int | None = None
    costs_cents: int = 0
    cost_centre: str | None = None
    voucher: str | None = None


def lacking(minimum: int | None, seats: Seats, starts_at: dt.datetime, now: dt.datetime) -> int:
    """How many people are missing shortly before the date; 0: none, or it is too early to look, or over."""
    is_time = starts_at - LOOKED_AT_BEFORE <= now < starts_at
    return max(0, (minimum or 0) - seats.held) if is_time else 0
