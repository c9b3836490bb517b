"""Jinja filters: dates, times, durations and numbers, as people here write them."""

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from flask import Flask
from flask_babel import format_date, format_decimal, ngettext
from flask_babel import gettext as _

from app import clock
from app.text.language import language

HOUR = 60
ORDINAL = re.compile(r"(\b\d{1,2}\.) (?=[^\W\d])")


def init_app(app: Flask) -> None:
    """Give templates the filters of this module, each under its own name."""
    dates = (day, short_day, long_day, month_name, weekday, tile, time, moment, deadline, span)
    for filter_ in (*dates, minutes, hours, number, euro):
        app.jinja_env.filters[filter_.__name__] = _remembered(filter_)
    app.jinja_env.filters.update(in_days=in_days, iso=iso, unbroken=unbroken)


def _remembered(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """Remember what was written in this year: lists show the same days and lengths again and again."""

    @lru_cache(maxsize=4096)
    def written(_language: str, _year: int, *values: Any) -> Any:
        return filter_(*values)

    return lambda *values: written(language(), clock.today().year, *values)


def day(value: dt.date | dt.datetime) -> str:
    """24.11.2026"""
    return format_date(_date(value), "dd.MM.yyyy" if _is_german() else "d MMM yyyy")


def short_day(value: dt.date | dt.datetime) -> str:
    """Di., 24.11.; Di., 05.01.2027 in another year."""
    shown = _date(value)
    year = "" if shown.year == clock.today().year else "yyyy" if _is_german() else " yyyy"
    return format_date(shown, f"EE, dd.MM.{year}" if _is_german() else f"EE d MMM{year}")


def long_day(value: dt.date | dt.datetime) -> str:
    """Dienstag, 24. November 2026; day, month and year stay on one line."""
    return format_date(_date(value), "EEEE, d.\xa0MMMM\xa0yyyy" if _is_german() else "EEEE d\xa0MMMM\xa0yyyy")


def month_name(value: dt.date | dt.datetime) -> str:
    """November 2026"""
    return format_date(_date(value), "LLLL yyyy")


def weekday(value: dt.date | dt.datetime) -> str:
    """Dienstag"""
    return format_date(_date(value), "EEEE")


def tile(value: dt.date | dt.datetime) -> tuple[str, int, str, str]:
    """What a small sheet of a calendar shows, as `day` in components/list.html takes it: Di., 24, Nov, 2026-11-24."""
    shown = _date(value)
    return format_date(shown, "EEEEEE"), shown.day, format_date(shown, "LLL"), shown.isoformat()


def time(value: dt.datetime) -> str:
    """14:30 Uhr"""
    return _("%(time)s", time=f"{clock.local(value):%H:%M}")


def moment(value: dt.datetime) -> str:
    """24.11.2026, 14:30 Uhr"""
    return f"{day(value)}, {time(value)}"


def deadline(value: dt.datetime) -> str:
    """Samstag, 5. Dezember 2026 where it ends with that day; else 05.12.2026, 14:30 Uhr"""
    return long_day(value) if f"{clock.local(value):%H:%M}" == "23:59" else moment(value)


def span(start: dt.datetime, end: dt.datetime) -> str:
    """Dienstag, 24. November 2026, 9:00 bis 16:30 Uhr; with both days where they differ."""
    first, last = clock.local(start), clock.local(end)
    if first.date() == last.date():
        times = _("%(start)s–%(end)s", start=f"{first:%H:%M}", end=f"{last:%H:%M}")
        return f"{long_day(start)}, {times}"
    return _("%(start)s to %(end)s", start=f"{long_day(start)}, {time(start)}", end=f"{long_day(end)}, {time(end)}")


def minutes(value: int) -> str:
    """45 Min.; 1 Std. 30 Min."""
    full, rest = divmod(value, HOUR)
    parts = [_("%(n)s h", n=full)] if full else []
    return " ".join(parts + ([_("%(n)s min", n=rest)] if rest or not full else []))


def hours(value: int) -> str:
    """Minutes as hours with one decimal: 2,5 Stunden."""
    return ngettext("%(shown)s hour", "%(shown)s hours", 1 if value == HOUR else 2, shown=number(value / HOUR, 1))


def number(value: float, decimals: int = 0, least: int = 0) -> str:
    """1.234,5; with `least` at least so many decimals."""
    return format_decimal(round(value, decimals), f"#,##0.{'0' * least}{'#' * (3 - least)}")


def euro(cents: int) -> str:
    """120,00 €"""
    return f"{format_decimal(cents / 100, '#,##0.00')} €"


def in_days(value: dt.date | dt.datetime) -> str:
    """heute; morgen; in 3 Tagen; vor 3 Tagen."""
    distance = (_date(value) - clock.today()).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if distance in near:
        return near[distance]
    if distance > 0:
        return ngettext("in %(num)d day", "in %(num)d days", distance)
    return ngettext("%(num)d day ago", "%(num)d days ago", -distance)


def unbroken(text: str) -> str:
    """The same, but that a line never ends after an ordinal: "1. Obergeschoss", "13. April"."""
    return ORDINAL.sub("\\1\xa0", text)


def iso(value: dt.date | dt.datetime) -> str:
    """The machine's form, for <time datetime=…>."""
    return clock.local(value).isoformat() if isinstance(value, dt.datetime) else value.isoformat()


def _date(value: dt.date | dt.datetime) -> dt.date:
    return clock.local(value).date() if isinstance(value, dt.datetime) else value


def _is_german() -> bool:
    return language() == "de"
