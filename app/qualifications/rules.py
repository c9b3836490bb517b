"""How long a qualification holds, and what a file of old records says."""

import calendar
import datetime as dt
import enum
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.text.csv_table import Row, RowError, columns

FOR_EVER = dt.date(9999, 12, 31)
"""Until when something holds that has no end."""
EARLIEST = dt.date(1960, 1, 1)
MOST_MONTHS = 600
LONGEST_DETAIL = 200
SOON = dt.timedelta(days=60)
WHO = ("person", "personalnummer", "personnel_number", "e-mail", "email")
WHAT = ("qualification", "qualifikation")
SINCE = ("from", "since", "von", "seit", "datum")
UNTIL = ("until", "bis", "gültig bis")
NOTE = ("note", "bemerkung", "nachweis")
NAMES = (*WHO, *WHAT, *SINCE, *UNTIL, *NOTE)


class Source(enum.StrEnum):
    """How a holding came about."""

    COURSE = "course"
    ATTENDANCE = "attendance"
    RECORD = "record"
    ENTRY = "entry"


class Effect(enum.StrEnum):
    """What a course has to do with a qualification."""

    GRANTS = "grants"
    RENEWS = "renews"
    REQUIRES = "requires"


class State(enum.StrEnum):
    """Where somebody stands with a qualification."""

    HELD = "held"
    EXPIRED = "expired"
    MISSING = "missing"


def last_day(since: dt.date, months: int | None) -> dt.date | None:
    """Until when something holds that was acquired that day; None for ever. A month that is too short ends earlier."""
    if months is None:
        return None
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    return dt.date(year, month + 1, min(since.day, calendar.monthrange(year, month + 1)[1]))


def state(until: dt.date | None, on: dt.date) -> State:
    """Where somebody stands who holds it until that day at the latest; None: they never did."""
    if until is None:
        return State.MISSING
    return State.HELD if until >= on else State.EXPIRED


def ends_soon(until: dt.date | None, on: dt.date) -> bool:
    """Whether it still holds, but not for long."""
    return until is not None and on <= until <= on + SOON


@dataclass(frozen=True)
class Kind:
    """A qualification as a file of records names it."""

    id: int
    title: str
    months: int | None


@dataclass(frozen=True)
class Known:
    """What a file may name: people by number and address, qualifications by key and title; and what is there already.

    All in plain letters; `held` are (person, qualification, from, until).
    """

    people: Mapping[str, int]
    kinds: Mapping[str, Kind]
    held: Collection[tuple[int, int, dt.date, dt.date | None]] = frozenset()


@dataclass(frozen=True)
class Record:
    """A line of the file that says something new."""

    line: int
    who: str
    person_id: int
    kind: Kind
    since: dt.date
    until: dt.date | None
    note: str


@dataclass(frozen=True)
class Intake:
    """What a file brings: new records, and how many were there already."""

    records: tuple[Record, ...] = ()
    known: int = 0


def read_records(rows: Sequence[Row], known: Known, today: dt.date) -> tuple[Intake, list[RowError]]:
    """What the file brings, and what is wrong, row by row: all that is wrong with each."""
    if not rows:
        return Intake(), [RowError(1, _("The file is empty."))]
    places = columns(rows[0], NAMES)
    who, what, since, until, note = (_first(places, names) for names in (WHO, WHAT, SINCE, UNTIL, NOTE))
    if None in (who, what, since):
        return Intake(), [
            RowError(rows[0].line, _("The first line must name the columns person, qualification and from."))
        ]
    errors: list[RowError] = []
    found: dict[tuple[int, int, dt.date], Record] = {}
    before = 0
    for row in rows[1:]:
        cells = [row.cell(place) for place in (who, what, since, until, note)]
        wrong = list(_wrong(cells, known, today))
        errors += [RowError(row.line, sentence) for sentence in wrong]
        if wrong:
            continue
        record = _record(row.line, cells, known)
        same = record.person_id, record.kind.id, record.since
        if same in found:
            errors.append(RowError(row.line, _("This record stands in line %(line)s already.", line=found[same].line)))
            continue
        found[same] = record
        before += (*same, record.until) in known.held
    new = (one for one in found.values() if (one.person_id, one.kind.id, one.since, one.until) not in known.held)
    return Intake(tuple(new), before), errors


def day_of(typed: str) -> dt.date | None:
    """The day in a cell, as people here and spreadsheets write it; None where it is none."""
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"):
        try:
            return dt.datetime.strptime(typed, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _wrong(cells: Sequence[str], known: Known, today: dt.date) -> Iterator[str]:
    who, what, since, until, note = cells
    if not who:
        yield _("The person is missing.")
    elif who.casefold() not in known.people:
        yield _("Nobody who works here has the number or address “%(who)s”.", who=who)
    if not what:
        yield _("The qualification is missing.")
    elif what.casefold() not in known.kinds:
        yield _("There is no qualification “%(what)s”.", what=what)
    yield from _wrong_days(since, until, today)
    if len(note) > LONGEST_DETAIL:
        yield _("The note is longer than 200 characters.")


def _wrong_days(since: str, until: str, today: dt.date) -> Iterator[str]:
    first, last = day_of(since), day_of(until)
    if not since:
        yield _("The day from which it holds is missing.")
    elif first is None or not EARLIEST <= first <= today:
        yield _(
            "“%(day)s” is no day on which it can have begun: write it as 31.12.2025, today at the latest.", day=since
        )
    elif until and (last is None or last < first):
        yield _("“%(day)s” is no day until which it can hold: write it as 31.12.2025, or leave it empty.", day=until)


def _record(line: int, cells: Sequence[str], known: Known) -> Record:
    who, what, since, until, note = cells
    kind, first = known.kinds[what.casefold()], day_of(since)
    assert first is not None, "checked before"  # noqa: S101
    return Record(
        line, who, known.people[who.casefold()], kind, first, day_of(until) or last_day(first, kind.months), note
    )


def _first(places: Mapping[str, int | None], names: Sequence[str]) -> int | None:
    return next((places[name] for name in names if places[name] is not None), None)
