"""On which days a series takes place, and how that is said in one sentence."""

import datetime as dt
import enum
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule
from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from icalendar import vRecur

LAST, WEEKS_IN_MONTH, DAYS_IN_WEEK = -1, 4, 7
MOST_DATES, LEAST_DATES = 200, 2
WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
A_MONDAY = dt.date(2024, 1, 1)


class Scope(enum.StrEnum):
    """Which dates of a series a change is for."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


class TooMany(ValueError):
    """A series would have more dates than there may be."""


@dataclass(frozen=True)
class Pattern:
    """Every so many weeks on these days, or every so many months on the first, second, … or last such day.

    Weekdays are numbered from Monday, 1, to Sunday, 7; `which` is None where weeks are counted, and -1 for the last.
    Where weeks are counted, they begin on `week_begins`.
    """

    every: int
    weekdays: tuple[int, ...]
    which: int | None = None
    week_begins: int = 1

    def rule(self, number: int) -> str:
        """The same as a rule of iCalendar for so many dates, skipped ones among them."""
        days = [f"{self.which or ''}{NAMES[one - 1]}" for one in self.weekdays]
        said = {"FREQ": "MONTHLY" if self.which else "WEEKLY", "INTERVAL": self.every, "COUNT": number, "BYDAY": days}
        return str(vRecur(said | {"WKST": NAMES[self.week_begins - 1]}).to_ical(), "ascii")  # type: ignore[no-untyped-call]

    def days_from(self, first: dt.date) -> Iterator[dt.date]:
        """The days from this one on, without an end."""
        found = rrule(
            MONTHLY if self.which else WEEKLY,
            dtstart=dt.datetime.combine(first, dt.time()),
            interval=self.every,
            byweekday=[WEEKDAYS[one - 1](self.which) if self.which else WEEKDAYS[one - 1] for one in self.weekdays],
            wkst=WEEKDAYS[self.week_begins - 1],
        )
        return (moment.date() for moment in found)

    def moved(self, before: dt.date, after: dt.date) -> "Pattern":
        """The pattern whose date stands on another day: Tuesdays become Thursdays."""
        if self.which:
            return replace(self, weekdays=(after.isoweekday(),), which=which_of(after, is_last=self.which == LAST))
        shift = (after - before).days
        weekdays = tuple(sorted(_weekday(one + shift) for one in self.weekdays))
        return replace(self, weekdays=weekdays, week_begins=_weekday(self.week_begins + shift))


@dataclass(frozen=True)
class Outlook:
    """The days of a series as they were planned; on those that are skipped nothing takes place."""

    pattern: Pattern
    days: tuple[dt.date, ...]
    skipped: tuple[dt.date, ...] = ()

    @property
    def first(self) -> dt.date:
        """The day from which the rule counts."""
        return min((*self.days, *self.skipped))

    @property
    def rule(self) -> str:
        """The rule of iCalendar; it counts skipped days too."""
        return self.pattern.rule(len(self.days) + len(self.skipped))


def read_rule(rule: str) -> tuple[Pattern, int]:
    """The pattern and the number of dates of a rule that `Pattern.rule` wrote."""
    said = vRecur.from_ical(rule)
    found = [(NAMES.index(str(day)[-2:]) + 1, str(day)[:-2]) for day in said["BYDAY"]]
    which = int(found[0][1]) if found[0][1] else None
    begins = NAMES.index(str(said["WKST"][0])) + 1
    return Pattern(int(said["INTERVAL"][0]), tuple(day for day, _which in found), which, begins), int(said["COUNT"][0])


def look_ahead(
    pattern: Pattern,
    first: dt.date,
    *,
    until: dt.date | None = None,
    times: int | None = None,
    skip: Collection[dt.date] = (),
    after: int = 0,
) -> Outlook:
    """The days from the first on, until a day or so many times; raises TooMany. Skipped days don't count.

    `after`: so many days of the pattern there are already.
    """
    days, skipped = list[dt.date](), list[dt.date]()
    for day in islice(pattern.days_from(first), after, None):
        if (until and day > until) or len(days) == times:
            break
        (skipped if day in skip else days).append(day)
        if after + len(days) > MOST_DATES:
            raise TooMany
    return Outlook(pattern, tuple(days), tuple(one for one in skipped if days and one < days[-1]))


def days_of(rule: str, first: dt.date) -> list[dt.date]:
    """Every day that a rule names, skipped ones too."""
    pattern, number = read_rule(rule)
    return list(islice(pattern.days_from(first), number))


def moved_days(rule: str, first: dt.date, before: dt.date, after: dt.date) -> tuple[Pattern, dict[dt.date, dt.date]]:
    """The rule whose date `before` stands on `after`, and where each of its days goes."""
    pattern, number = read_rule(rule)
    new = pattern.moved(before, after)
    begin = first + (after - before)
    if new.which:
        months = (after.year - before.year) * 12 + after.month - before.month
        begin = _months_later(first.replace(day=1), months)
    later = list(islice(new.days_from(begin), number))
    return new, dict(zip(days_of(rule, first), later, strict=True))


def which_of(day: dt.date, *, is_last: bool = False) -> int:
    """Which such weekday of its month a day is; -1 for the last, where that is wanted or there is no other word."""
    number = (day.day - 1) // DAYS_IN_WEEK + 1
    ends_month = (day + dt.timedelta(days=DAYS_IN_WEEK)).month != day.month
    return LAST if number > WEEKS_IN_MONTH or (is_last and ends_month) else number


def series_sentence(pattern: Pattern, times: tuple[dt.time, dt.time], last: dt.date | None, number: int) -> str:
    """A series in a line: Jeden zweiten Dienstag, 14 bis 15 Uhr, bis 18. Dezember 2026 (10 Termine)."""
    start, end = times
    parts = [_rhythm(pattern), _("from %(start)s to %(end)s", start=_hour(start), end=_hour(end))]
    if last is None or not number:
        return ", ".join([*parts, _("no dates left")])
    day = format_date(last, _("d MMMM yyyy")).replace(" ", "\xa0")
    return ", ".join(
        [*parts, ngettext("until %(day)s (%(num)d date)", "until %(day)s (%(num)d dates)", number, day=day)]
    )


def _rhythm(pattern: Pattern) -> str:
    days = _listed([format_date(A_MONDAY + dt.timedelta(days=one - 1), "EEEE") for one in pattern.weekdays])
    if pattern.which is None and len(pattern.weekdays) > 1 and pattern.every > 1:
        return _("Every %(num)d weeks on %(days)s", num=pattern.every, days=days)
    if pattern.which is None and pattern.every > 1:
        return _("Every %(nth)s %(day)s", nth=_nth(pattern.every), day=days)
    if pattern.which is None:
        return _("Every %(days)s", days=days)
    if pattern.every == 1:
        return _("Every %(nth)s %(day)s of the month", nth=_nth(pattern.which), day=days)
    return _(
        "Every %(nth)s month on the %(which)s %(day)s", nth=_nth(pattern.every), which=_nth(pattern.which), day=days
    )


def _nth(number: int) -> str:
    """second, last; in German as it stands after `jeden` and `am`."""
    words = {
        LAST: _("last"),
        1: _("first"),
        2: _("second"),
        3: _("third"),
        4: _("fourth"),
        6: _("sixth"),
        12: _("twelfth"),
    }
    return words[number]


def _listed(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    return _("%(words)s and %(last)s", words=", ".join(words[:-1]), last=words[-1])


def _hour(time: dt.time) -> str:
    """14:30; on the hour as people here say it."""
    if time.minute:
        return f"{time.hour}:{time:%M}"
    return _("%(hour)d:00", hour=time.hour)


def _weekday(number: int) -> int:
    return (number - 1) % DAYS_IN_WEEK + 1


def _months_later(first: dt.date, months: int) -> dt.date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return dt.date(year, month + 1, 1)
