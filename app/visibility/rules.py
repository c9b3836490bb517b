"""Shares: what can be shared, and for how long."""

import datetime as dt
import enum

DEFAULT_DAYS = 30
MOST_DAYS = 365


class ShareKind(enum.StrEnum):
    """What a share names a version of."""

    PROFILE = "profile"
    PLAN = "plan"


def is_live(starts_at: dt.datetime, ends_at: dt.datetime, withdrawn_at: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether the reader may see what is shared at this moment."""
    return withdrawn_at is None and starts_at <= now < ends_at


def may_end_on(last_day: dt.date, today: dt.date) -> bool:
    """Whether a share may last until this day: at least today, at most twelve months."""
    return today <= last_day <= today + dt.timedelta(days=MOST_DAYS)
