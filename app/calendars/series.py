"""Dates and series as entries of a calendar."""

import datetime as dt
from collections.abc import Iterator, Sequence

from app import clock
from app.bookings.models import Bookable
from app.bookings.rules import Mode, is_in_audience
from app.events import queries as events
from app.events import rules
from app.events.models import Event, EventSeries
from app.people.models import Person
from app.text.calendar import Again, Entry, uid


def date(bookable: Bookable, stamped_at: dt.datetime, base: str) -> Entry:
    """A date by itself."""
    return Entry(
        uid=uid(bookable.calendar_uid, base),
        title=bookable.title,
        stamped_at=stamped_at,
        spans=bookable.times,
        place=bookable.place,
        url=base + bookable.path,
        sequence=bookable.calendar_sequence,
    )


def kept(person: Person, base: str) -> Iterator[Entry]:
    """What the person keeps without a seat: single dates, and series as a rule with its exceptions.

    Three statements, one where nothing is kept.
    """
    marks = events.marks_of(person.id)
    dates = events.marked(marks)
    series = {mark.series_id: mark.marked_at for mark in marks if mark.series_id}
    singles = {mark.event_id: mark.marked_at for mark in marks if mark.event_id}
    for series_id, marked_at in series.items():
        if rows := [event for event in dates if event.series_id == series_id]:
            yield _again(rows, marked_at, person, base)
    for event in dates:
        if event.id in singles and event.series_id not in series and _takes_place_for(person, event):
            yield date(event.bookable, singles[event.id], base)


def _again(dates: Sequence[Event], marked_at: dt.datetime, person: Person, base: str) -> Entry:
    """A series as it comes again, without what is cancelled, not published or needs a seat."""
    series = dates[0].series
    if series is None:
        raise ValueError("a date of no series")
    shown = {event.series_day: event for event in dates if _takes_place_for(person, event)}
    left_out, changed = [], []
    for day in rules.days_of(series.rule, series.first_on):
        usual = _usual(series, day)
        event = shown.get(day)
        if event is None:
            left_out.append(usual[0])
        elif _differs(event, series, usual):
            changed.append((usual[0], _other(event, series, marked_at, base)))
    return Entry(
        uid=_uid(series, base),
        title=series.title,
        stamped_at=marked_at,
        spans=[_usual(series, series.first_on)],
        place=series.place,
        url=f"{base}/events/series/{series.id}",
        sequence=series.calendar_sequence,
        again=Again(series.rule, left_out, changed),
    )


def _other(event: Event, series: EventSeries, marked_at: dt.datetime, base: str) -> Entry:
    bookable = event.bookable
    return Entry(
        uid=_uid(series, base),
        title=bookable.title,
        stamped_at=marked_at,
        spans=bookable.times,
        place=bookable.place,
        url=base + bookable.path,
        sequence=series.calendar_sequence + bookable.calendar_sequence,
    )


def _differs(event: Event, series: EventSeries, usual: tuple[dt.datetime, dt.datetime]) -> bool:
    bookable = event.bookable
    return bookable.times != [usual] or bookable.title != series.title or bookable.place != series.place


def _usual(series: EventSeries, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    return clock.at(day, series.starts), clock.at(day, series.ends)


def _takes_place_for(person: Person, event: Event) -> bool:
    bookable = event.bookable
    is_open = bookable.mode is Mode.DROP_IN and bookable.cancelled_at is None
    return is_open and is_in_audience(bookable.audience_id, person.unit.path)


def _uid(series: EventSeries, base: str) -> str:
    return uid(f"series-{series.key}", base)
