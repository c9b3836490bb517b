"""Questions about series: their dates, how far they reach, and what somebody keeps in their calendar."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, false, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from app import clock
from app.bookings import queries as bookings
from app.bookings.models import Bookable
from app.db import db
from app.events import rules
from app.events.models import Event, EventSeries, Mark
from app.events.queries.event import Entry, entries, events_visible_to, upcoming
from app.events.rules import Scope
from app.people.models import Person
from app.people.viewer import Viewer

MOST_SHOWN = 3


@dataclass(frozen=True)
class Kept:
    """What a person keeps in their calendar of a date and its series."""

    event: bool
    series: bool


@dataclass(frozen=True)
class SeriesView:
    """A series as somebody sees it: how many dates take place, the last of them, and the next ones."""

    series: EventSeries
    number: int
    last: dt.date | None
    next: Sequence[Entry] = ()

    @property
    def sentence(self) -> str:
        """When it takes place, in a line."""
        pattern, _number = rules.read_rule(self.series.rule)
        return rules.series_sentence(pattern, (self.series.starts, self.series.ends), self.last, self.number)


@dataclass(frozen=True)
class Reach:
    """How many dates a change is for, and how many people have a seat there or wait for one."""

    dates: int
    claims: int


def series_visible_to(viewer: Viewer) -> Select[EventSeries]:
    """Series of which the viewer sees at least one date."""
    return select(EventSeries).where(exists().where(Event.series_id == EventSeries.id, *_seen(viewer)))


def dates_in(viewer: Viewer, series: EventSeries) -> Select[Event]:
    """The dates that the viewer sees: those to come by date, then those that are over, the latest first."""
    is_over = Bookable.ends_at <= clock.now()
    found = events_visible_to(viewer).where(Event.series_id == series.id)
    return found.order_by(is_over, case((~is_over, Bookable.starts_at)), Bookable.starts_at.desc(), Event.id)


def series_view(viewer: Viewer, series: EventSeries, but: Event | None = None) -> SeriesView:
    """The series for a page, with its next dates but this one; four statements, however many dates there are."""
    now = clock.now()
    extent = select(func.count(), func.max(Bookable.starts_at)).where(Event.series_id == series.id, *_seen(viewer))
    number, last = db.session.execute(extent.where(Bookable.cancelled_at.is_(None))).one()
    found: list[Entry] = []
    if but is not None:
        following = upcoming(events_visible_to(viewer), now).where(Event.series_id == series.id, Event.id != but.id)
        rows = db.session.scalars(following.limit(MOST_SHOWN)).all()
        found = entries(rows, viewer.person, now)
    return SeriesView(series, number, clock.local(last).date() if last else None, found)


def further_dates(viewer: Viewer, events: Collection[Event], now: dt.datetime) -> dict[int, int]:
    """How many more dates follow each of these that are part of a series, by event; one statement."""
    ids = {event.series_id for event in events if event.series_id}
    if not ids:
        return {}
    asked = select(Event.series_id, Bookable.starts_at).where(
        Event.series_id.in_(ids), *_seen(viewer), Event.published_at.is_not(None), Bookable.cancelled_at.is_(None)
    )
    rows = db.session.execute(asked.where(Bookable.ends_at > now)).all()
    return {
        event.id: sum(series == event.series_id and starts_at > event.bookable.starts_at for series, starts_at in rows)
        for event in events
        if event.series_id
    }


def dates_to_change(event: Event, scope: Scope) -> Select[Event]:
    """The other dates that a change is for: to come, not cancelled; by date."""
    found = _with_all().where(Event.series_id == event.series_id, Event.id != event.id)
    found = found.where(Bookable.cancelled_at.is_(None), Bookable.starts_at > clock.now())
    if scope is Scope.ONE or event.series_id is None:
        return found.where(false())
    if scope is Scope.FOLLOWING:
        found = found.where(Event.series_day > event.series_day)
    return found.order_by(Event.series_day)


def reach_of(event: Event, now: dt.datetime) -> dict[Scope, Reach]:
    """How many dates and claims each scope of a change means; two statements."""
    rows = db.session.execute(
        select(Event.bookable_id, Event.series_day)
        .join(Event.bookable)
        .where(Event.series_id == event.series_id, Bookable.cancelled_at.is_(None), Bookable.starts_at > now)
    ).all()
    days = {row.bookable_id: row.series_day for row in rows} | {event.bookable_id: event.series_day}
    seats = bookings.seats_of(list(days), now)
    wanted = {
        Scope.ONE: [event.bookable_id],
        Scope.FOLLOWING: [one for one, day in days.items() if day and event.series_day and day >= event.series_day],
        Scope.ALL: list(days),
    }
    return {
        scope: Reach(len(ids), sum(seats[one].held + seats[one].waiting + seats[one].run_out for one in ids))
        for scope, ids in wanted.items()
    }


def dates_from(series: EventSeries, day: dt.date) -> Select[Event]:
    """All dates that stand for this day of the rule or a later one, whatever became of them."""
    return _with_all().where(Event.series_id == series.id, Event.series_day >= day)


def number_of_dates(series: EventSeries) -> int:
    """How many dates the series has, cancelled ones and drafts too."""
    return db.session.scalar(select(func.count()).where(Event.series_id == series.id)) or 0


def mark_of(person_id: int, **what: int) -> Select[Mark]:
    """The person's mark on a date (`event_id`) or a series (`series_id`)."""
    return select(Mark).filter_by(person_id=person_id, **what)


def marks_on(series: EventSeries) -> Select[Mark]:
    """Everybody's marks on a series."""
    return select(Mark).where(Mark.series_id == series.id)


def kept_by(person: Person, event: Event) -> Kept:
    """What the person keeps of this date; one statement."""
    is_of_it = or_(Mark.event_id == event.id, Mark.series_id == event.series_id)
    found = db.session.scalars(select(Mark).where(Mark.person_id == person.id, is_of_it)).all()
    return Kept(any(mark.event_id for mark in found), any(mark.series_id for mark in found))


def keeps_series(person: Person, series: EventSeries) -> bool:
    """Whether the person keeps all its dates in their calendar; one statement."""
    return db.session.scalars(mark_of(person.id, series_id=series.id)).first() is not None


def marks_of(person_id: int) -> Sequence[Mark]:
    """All that the person keeps; one statement."""
    return db.session.scalars(select(Mark).where(Mark.person_id == person_id).order_by(Mark.id)).all()


def marked(marks: Collection[Mark]) -> Sequence[Event]:
    """The published dates behind these marks, with their times and series; two statements, none without marks."""
    ids = [mark.event_id for mark in marks if mark.event_id]
    series = [mark.series_id for mark in marks if mark.series_id]
    if not marks:
        return []
    found = select(Event).join(Event.bookable).where(or_(Event.id.in_(ids), Event.series_id.in_(series)))
    found = found.where(Event.published_at.is_not(None)).order_by(Bookable.starts_at, Event.id)
    loaded = (contains_eager(Event.bookable).selectinload(Bookable.spans), joinedload(Event.series))
    return db.session.scalars(found.options(*loaded)).all()


def _seen(viewer: Viewer) -> tuple[ColumnElement[Any], ...]:
    is_shown = or_(Event.published_at.is_not(None), bookings.is_run_by(viewer))
    return Event.bookable_id == Bookable.id, bookings.is_visible_to(viewer), is_shown


def _with_all() -> Select[Event]:
    eager = contains_eager(Event.bookable)
    loaded = (eager.selectinload(part) for part in (Bookable.organisers, Bookable.pools, Bookable.spans))
    return select(Event).join(Event.bookable).options(*loaded)
