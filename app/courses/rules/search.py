"""What somebody looks for in the catalogue."""

import datetime as dt
from dataclasses import dataclass, replace

from app.courses.rules.catalogue import Format, Length, TargetGroup, Topic, When

LONGEST_QUERY = 100
FACETS = ("format", "topic", "length", "target", "provider", "language")
"""The filters of which a course has its values by itself."""
FILTERS = (*FACETS, "competence", "level", "date")
IN_HOUSE = "in-house"
"""The provider of what the administration offers itself."""
SOON = dt.timedelta(weeks=4)


@dataclass(frozen=True)
class Wanted:
    """The words typed, and what is ticked in each group of filters; nothing ticked means everything."""

    typed: str = ""
    words: tuple[str, ...] = ()
    format: tuple[Format, ...] = ()
    topic: tuple[Topic, ...] = ()
    length: tuple[Length, ...] = ()
    target: tuple[TargetGroup, ...] = ()
    provider: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    competence: tuple[str, ...] = ()
    level: tuple[int, ...] = ()
    date: tuple[When, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def ticked(self) -> int:
        """How many filters are set."""
        return sum(len(getattr(self, name)) for name in FILTERS) + sum(map(bool, (self.since, self.until)))

    @property
    def finds_nothing(self) -> bool:
        """Whether only signs were typed that no course is found by."""
        return bool(self.typed) and not self.words

    @property
    def asks_for_dates(self) -> bool:
        """Whether only courses are wanted that have certain dates."""
        return bool(self.date or self.since or self.until)

    def without_filters(self) -> "Wanted":
        """The same words, looked for everywhere."""
        return Wanted(self.typed, self.words)

    def with_date(self, when: When) -> "Wanted":
        """The same, and the dates must be like this as well."""
        return replace(self, date=(*self.date, when))


@dataclass(frozen=True)
class Dated:
    """A date on which a course takes place, and whether somebody who signs up now gets a seat."""

    course_id: int
    day: dt.date
    is_free: bool

    def fits(self, wanted: Wanted, today: dt.date) -> bool:
        """Whether the date is as wanted."""
        return (
            (self.is_free or When.FREE not in wanted.date)
            and (self.day <= today + SOON or When.SOON not in wanted.date)
            and (wanted.since is None or wanted.since <= self.day)
            and (wanted.until is None or self.day <= wanted.until)
        )
