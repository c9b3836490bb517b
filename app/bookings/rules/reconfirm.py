"""Asking people with a seat whether they come: when, and where it helps somebody."""

import datetime as dt
import enum

from app.bookings.rules.admission import Terms
from app.bookings.rules.states import State

ROUNDS = (7, 2)
"""So many days before a date, people with a seat are asked; the second time only those who have not answered."""


class Reconfirm(enum.StrEnum):
    """Whether people with a seat are asked before the date: where a seat or a forecast depends on it, always, never."""

    WHERE_IT_HELPS = "where-it-helps"
    ALWAYS = "always"
    NEVER = "never"


class Answer(enum.StrEnum):
    """Where people with a seat stand: have said that they come, were asked and are silent, were not asked."""

    COMING = "coming"
    SILENT = "silent"
    UNASKED = "unasked"


def asked_from(starts_at: dt.datetime, days: int) -> dt.datetime:
    """From when on a round asks; whoever got their seat later has just said that they come."""
    return starts_at - dt.timedelta(days=days)


def round_at(starts_at: dt.datetime, now: dt.datetime) -> int | None:
    """The round that asks now, by its days before the date; None where it is too early, or the date has begun."""
    if now >= starts_at:
        return None
    return next((days for days in reversed(ROUNDS) if now >= asked_from(starts_at, days)), None)


def is_asked(
    state: State, terms: Terms, asked_about: dt.datetime | None, now: dt.datetime, *, has_answered: bool
) -> bool:
    """Whether a question waits for an answer: about the date as it is now, which may have moved, and still ahead."""
    is_ahead = not terms.is_cancelled and now < terms.starts_at
    return state is State.CONFIRMED and is_ahead and asked_about == terms.starts_at and not has_answered
