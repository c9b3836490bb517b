"""The only place that asks the time. Inside Lotse time is aware UTC; local() is for the edge."""

import datetime as dt
from zoneinfo import ZoneInfo

HOUSE = ZoneInfo("Europe/Berlin")


def now() -> dt.datetime:
    """This moment, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The day it is in the house."""
    return local(now()).date()


def local(moment: dt.datetime) -> dt.datetime:
    """The wall time of a moment in the house."""
    return moment.astimezone(HOUSE)


def last_day_before(moment: dt.datetime) -> dt.date:
    """The last day in the house of what ends at a moment: an end at midnight belongs to the day before."""
    return local(moment - dt.timedelta(microseconds=1)).date()


def at(day: dt.date, time: dt.time) -> dt.datetime:
    """The moment of a wall time in the house, in UTC."""
    return dt.datetime.combine(day, time, HOUSE).astimezone(dt.UTC)


def start_of(day: dt.date) -> dt.datetime:
    """The midnight at which a day of the house begins, in UTC."""
    return at(day, dt.time())


def end_of(day: dt.date) -> dt.datetime:
    """The midnight at which a day of the house is over, in UTC."""
    return start_of(day + dt.timedelta(days=1))


def shifted(moment: dt.datetime, by: dt.timedelta) -> dt.datetime:
    """So much later, at the same time on the clocks of the house."""
    here = local(moment)
    return at(here.date() + by, here.time())
