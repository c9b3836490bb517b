"""How long an offered seat is held."""

import datetime as dt

NIGHT_BEGINS, NIGHT_ENDS = dt.time(20), dt.time(7)
HELD = [
    (dt.timedelta(days=7), dt.timedelta(hours=48)),
    (dt.timedelta(days=3), dt.timedelta(hours=24)),
    (dt.timedelta(0), dt.timedelta(hours=2)),
]


def expires_at(made_at: dt.datetime, starts_at: dt.datetime) -> dt.datetime:
    """Until when an offer made now is held: 48, 24 or 2 hours, the nearer the date the shorter.

    `made_at` is in the wall time of the house: the hours from 20 to 7 o'clock there don't count. The offer ends at
    the latest when the date begins. The answer is in UTC.
    """
    left = starts_at - made_at
    held = next(hours for distance, hours in HELD if left >= distance) if left >= dt.timedelta(0) else dt.timedelta(0)
    return min(_after_waking_hours(made_at, held), starts_at.astimezone(dt.UTC))


def _after_waking_hours(moment: dt.datetime, hours: dt.timedelta) -> dt.datetime:
    local = moment
    while hours > dt.timedelta(0):
        local = _awake(local)
        night = local.replace(hour=NIGHT_BEGINS.hour, minute=0, second=0, microsecond=0)
        step = min(hours, night - local)
        local, hours = local + step, hours - step
    return local.astimezone(dt.UTC)


def is_night(local: dt.datetime) -> bool:
    """Whether nobody is asked or told anything now that can wait; in the wall time of the house."""
    return not NIGHT_ENDS <= local.time() < NIGHT_BEGINS


def _awake(local: dt.datetime) -> dt.datetime:
    if local.time() >= NIGHT_BEGINS:
        local += dt.timedelta(days=1)
    elif local.time() >= NIGHT_ENDS:
        return local
    return local.replace(hour=NIGHT_ENDS.hour, minute=0, second=0, microsecond=0)
