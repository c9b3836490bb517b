"""How long to wait after failed attempts, and how long a sign-in lasts."""

import datetime as dt
from dataclasses import dataclass

WINDOW = dt.timedelta(minutes=15)
LONGEST_SIGN_IN = dt.timedelta(hours=10)
TOUCH_EVERY = dt.timedelta(minutes=1)
FAILURES_KEPT = dt.timedelta(days=90)
SHORTEST_PASSWORD, SHORTEST_OF_ADMINISTRATORS = 12, 15
LEAST_GUESSES = 10**10
"""How many guesses a password withstands at least, by somebody who tries first what people choose."""
KNOWN_BROWSER = dt.timedelta(days=180)


@dataclass(frozen=True)
class Limit:
    """How many failures of the window are free, after how many none is judged any more, and the longest wait."""

    free: int
    most: int
    longest: dt.timedelta


ACCOUNT = Limit(free=3, most=10, longest=WINDOW)
NETWORK = Limit(free=300, most=2000, longest=dt.timedelta(minutes=1))
"""A town hall often has one address for all: a network gets slower, but never stands still."""


BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "Linux": "Linux",
}


def wait(failures: int, limit: Limit, since_last: dt.timedelta) -> dt.timedelta:
    """How long until the next attempt is judged: doubled with each failure of the last 15 minutes (R21).

    Nobody is locked out for good: what lies back longer than the window is forgotten.
    """
    if failures < limit.free:
        return dt.timedelta(0)
    doubled = limit.longest if failures >= limit.most else dt.timedelta(seconds=2 ** min(failures - limit.free, 10))
    return max(dt.timedelta(0), min(doubled, limit.longest) - since_last)


def device_names(user_agent: str) -> tuple[str | None, str | None]:
    """The browser and the system that a user agent names, where they are well known."""
    browser = next((name for word, name in BROWSERS.items() if f"{word}/" in user_agent), None)
    system = next((name for word, name in SYSTEMS.items() if word in user_agent), None)
    return browser, system


def is_alive(
    *, seen_at: dt.datetime, expires_at: dt.datetime, ended_at: dt.datetime | None, idle: dt.timedelta, now: dt.datetime
) -> bool:
    """Whether a sign-in still counts: not ended, not too old, not idle for too long."""
    return ended_at is None and now < expires_at and now - seen_at < idle
