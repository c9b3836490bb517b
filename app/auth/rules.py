"""How long to wait after failed attempts, and how long a sign-in lasts."""

import datetime as dt

WINDOW = dt.timedelta(minutes=15)
FREE_TRIES = 3
MOST_PER_ACCOUNT = 10
MOST_PER_NETWORK = 100
LONGEST_SIGN_IN = dt.timedelta(hours=10)
TOUCH_EVERY = dt.timedelta(minutes=1)
SHORTEST_PASSWORD = 12


def wait(failures: int, most: int, since_last: dt.timedelta) -> dt.timedelta:
    """How long until the next attempt is judged: doubled with each failure of the last 15 minutes (R21).

    Nobody is locked out for good: what lies back longer than the window is forgotten.
    """
    if failures >= most:
        return max(dt.timedelta(0), WINDOW - since_last)
    if failures < FREE_TRIES:
        return dt.timedelta(0)
    return max(dt.timedelta(0), dt.timedelta(seconds=2 ** min(failures - FREE_TRIES, 9)) - since_last)


def is_alive(
    *, seen_at: dt.datetime, expires_at: dt.datetime, ended_at: dt.datetime | None, idle: dt.timedelta, now: dt.datetime
) -> bool:
    """Whether a sign-in still counts: not ended, not too old, not idle for too long."""
    return ended_at is None and now < expires_at and now - seen_at < idle
