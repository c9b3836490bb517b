"""content/events/*.md → events with dates counted from today, for the demo city.

A file says how many days ahead an event lies, and how often it comes again; real events are planned in the browser.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app import clock
from app.bookings import actions as bookings
from app.bookings.rules import (
    DAYS_TO_DECIDE,
    MOST_DAYS,
    MOST_DAYS_TO_DECIDE,
    MOST_SEATS,
    Description,
    Kind,
    Mode,
    Undecided,
)
from app.competences.queries import named
from app.content.source import BadContent, Problem, Source, read_each
from app.db import db
from app.events import actions, queries, rules
from app.events.models import Event
from app.events.rules import Outlook, Pattern, Text
from app.people.models import Person
from app.text.holidays import days_off_among, is_between_the_years
from app.text.markdown import to_html

T = TypeVar("T")
END_OF_DAY = dt.time(23, 59)
FARTHEST_DAYS = 400
HIGHEST_LEVEL = 9


@dataclass(frozen=True)
class EventText:
    """One file, read and in order."""

    source: Source
    text: Text
    place: str
    in_days: int
    weekday: int
    days: int
    start: dt.time
    end: dt.time
    seats: int
    mode: Mode
    has_waitlist: bool
    closes_days_before: int
    cancel_until_days_before: int
    decide_within_days: int
    undecided: Undecided
    seed_source: str | None
    seed_days_before: int
    times: int
    every_weeks: int
    every_months: int
    outcomes: tuple[tuple[str, int], ...]

    def day(self, today: dt.date) -> dt.date:
        """The first such weekday that lies so many days ahead; what takes place once keeps clear of Christmas."""
        day = today + dt.timedelta(days=self.in_days)
        day += dt.timedelta(days=(self.weekday - day.isoweekday()) % 7)
        days = range(self.days if self.times < rules.LEAST_DATES else 0)
        while any(is_between_the_years(day + dt.timedelta(days=number)) for number in days):
            day += dt.timedelta(days=7)
        return day

    def outlook(self, first: dt.date, land: str) -> Outlook | None:
        """The days of a series from this one on, without days off; None where it takes place once."""
        if self.times < rules.LEAST_DATES:
            return None
        which = rules.which_of(first) if self.every_months else None
        pattern = Pattern(self.every_months or self.every_weeks, (first.isoweekday(),), which)
        ahead = [first + dt.timedelta(days=number) for number in range(2 * FARTHEST_DAYS)]
        return rules.look_ahead(pattern, first, times=self.times, skip=days_off_among(ahead, land))


Reading = tuple[EventText, ...]


def read(root: Path, highest_levels: Mapping[str, int] | None = None) -> tuple[Reading, list[Problem]]:
    """The events in the content folder, and what is wrong with those that can't be taken over.

    Where the scales of the competences are given, what events lead to must be on them.
    """
    reading, problems = read_each(root, "events/*.md", _text)
    if highest_levels is not None:
        problems += [problem for text in reading for problem in _off_the_scale(text, highest_levels)]
    return reading, problems


def _off_the_scale(text: EventText, highest_levels: Mapping[str, int]) -> Iterator[Problem]:
    for key, level in text.outcomes:
        if key not in highest_levels:
            yield text.source.problem(f"there is no competence {key}", "outcomes")
        elif level > highest_levels[key]:
            yield text.source.problem(f"the scale of {key} ends at {highest_levels[key]}", "outcomes")


def schedule(reading: Reading, today: dt.date, organiser: Person, land: str = "") -> list[Event]:
    """Plan and publish each event once, run by this person; one that is planned already keeps its date.

    A series keeps all its dates; where its file has changed and nobody edited a date here, its text is written anew.
    """
    known = {event.key: event for event in db.session.scalars(select(Event).options(joinedload(Event.series)))}
    return [
        _renewed(known[text.text.key], text) if text.text.key in known else _plan(text, today, organiser, land)
        for text in reading
    ]


def _renewed(event: Event, text: EventText) -> Event:
    """Take over new words for a date and those that come with it; times, places and seats are the house's by now."""
    if event.origin_hash != text.source.hash and event.series:
        for date in db.session.scalars(queries.dates_from(event.series, event.series.first_on)).unique():
            if date.edited_at is None:
                date.summary, date.body, date.body_html = text.text.summary, text.text.body, to_html(text.text.body)
        event.origin_hash = text.source.hash
        db.session.flush()
    return event


def _plan(text: EventText, today: dt.date, organiser: Person, land: str) -> Event:
    event = actions.create(text.text, _description(text, today, organiser), by=organiser)
    event.origin, event.origin_hash = text.source.path, text.source.hash
    if text.seed_source:
        seed_on = text.day(today) - dt.timedelta(days=text.seed_days_before)
        bookings.announce(event.bookable, seed_source=text.seed_source, seed_on=seed_on, by=organiser)
    known = {one.key: one.id for one in named()}
    actions.lead_to(event, {known[key]: level for key, level in text.outcomes if key in known})
    if outlook := text.outlook(clock.local(event.bookable.starts_at).date(), land):
        actions.come_again(event, outlook, by=organiser)
        actions.publish_dates(event, by=organiser)
    return actions.publish(event, by=organiser)


def _description(text: EventText, today: dt.date, organiser: Person) -> Description:
    day = text.day(today)
    days = [day + dt.timedelta(days=number) for number in range(text.days)]
    spans = [(clock.at(one, text.start), clock.at(one, text.end)) for one in days]
    starts_at = spans[0][0]

    def days_before(number: int) -> dt.datetime:
        return min(clock.at(day - dt.timedelta(days=number), END_OF_DAY), starts_at)

    return Description(
        kind=Kind.EVENT,
        calendar_uid=f"event-{text.text.key}",
        title=text.text.title,
        path="",
        place=text.place,
        spans=spans,
        seats=None if text.mode is Mode.DROP_IN else text.seats,
        mode=text.mode,
        closes_at=days_before(text.closes_days_before),
        cancel_until=days_before(text.cancel_until_days_before),
        has_waitlist=text.has_waitlist,
        decide_within_days=text.decide_within_days,
        undecided=text.undecided,
        organiser_ids=[organiser.id],
    )


def _text(source: Source) -> EventText:
    start, end = _value(source, "start", dt.time.fromisoformat), _value(source, "end", dt.time.fromisoformat)
    if end <= start:
        raise BadContent(source.problem("end must be later than start", "end"))
    mode = _value(source, "mode", Mode)
    return EventText(
        source=source,
        text=Text(
            key=source.text("id"),
            title=source.text("title"),
            summary=source.text("summary"),
            body=source.body,
        ),
        place=source.text("place"),
        in_days=source.number("in_days", 0, FARTHEST_DAYS),
        weekday=source.number("weekday", 1, 7),
        days=source.number("days", 1, MOST_DAYS, 1),
        start=start,
        end=end,
        seats=0 if mode is Mode.DROP_IN else source.number("seats", 0, MOST_SEATS),
        mode=mode,
        has_waitlist=bool(source.meta.get("waitlist", True)),
        closes_days_before=source.number("closes_days_before", 0, FARTHEST_DAYS, 0),
        cancel_until_days_before=source.number("cancel_until_days_before", 0, FARTHEST_DAYS, 0),
        decide_within_days=source.number("decide_within_days", 1, MOST_DAYS_TO_DECIDE, DAYS_TO_DECIDE),
        undecided=_value(source, "undecided", Undecided) if "undecided" in source.meta else Undecided.GO_UP,
        seed_source=source.text("seed_source", longest=300) if mode is Mode.DRAW else None,
        seed_days_before=source.number("seed_days_before", 1, FARTHEST_DAYS) if mode is Mode.DRAW else 0,
        times=source.number("times", 1, rules.MOST_DATES, 1),
        every_weeks=source.number("every_weeks", 1, 4, 1),
        every_months=source.number("every_months", 0, 3, 0),
        outcomes=_outcomes(source),
    )


def _outcomes(source: Source) -> tuple[tuple[str, int], ...]:
    """A mapping of keys of competences to levels, as `outcomes: {data-collecting: 1}`."""
    found = source.meta.get("outcomes") or {}
    if not isinstance(found, dict) or not all(_is_outcome(key, level) for key, level in found.items()):
        raise BadContent(source.problem("outcomes must name competences, each with a level from 1 to 9", "outcomes"))
    return tuple(found.items())


def _is_outcome(key: object, level: object) -> bool:
    return isinstance(key, str) and type(level) is int and 1 <= level <= HIGHEST_LEVEL


def _value(source: Source, key: str, kind: Callable[[str], T]) -> T:
    try:
        return kind(source.text(key))
    except ValueError as error:
        raise BadContent(source.problem(f"{key} is not one of the possible values", key)) from error
