"""Questions about events."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Select, and_, case, exists, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, with_expression
from sqlalchemy.sql.base import ExecutableOption

from app import clock
from app.bookings import queries as bookings
from app.bookings.models import Bookable, Booking, Organiser
from app.bookings.rules import Kind, Mode, Seats, closed_reason
from app.db import db
from app.events.models import Event, EventOutcome, Programme, Release
from app.people.models import Person
from app.people.viewer import Viewer

MOST_OF_MINE = 5
MOST_IN_MONTH = 200
MOST_DRAFTS = 50


@dataclass(frozen=True)
class Entry:
    """An event as a line: its seats, and where the reader stands."""

    event: Event
    seats: Seats
    booking: Booking | None
    now: dt.datetime
    is_invited: bool = False

    @property
    def state(self) -> str | None:
        """What stands at the edge of the line: my own state, or why there is nothing to do; None: seats are free."""
        if self.booking:
            return self.booking.badge
        if self.event.bookable.cancelled_at:
            return "cancelled"
        if self.event.bookable.mode is Mode.DROP_IN:
            return None
        terms = self.event.bookable.terms
        if terms.is_by_invitation and self.now < terms.starts_at:
            return "invited" if self.is_invited else "by-invitation"
        if terms.opens_at and self.now < terms.opens_at:
            return "not-open"
        if closed_reason(terms, self.now):
            return "closed"
        return "full" if self.seats.is_full else None


def events_visible_to(viewer: Viewer) -> Select[Event]:
    """What is published for the viewer's unit, and what they run or have booked."""
    return _with_bookable().where(
        bookings.is_visible_to(viewer), or_(Event.published_at.is_not(None), bookings.is_run_by(viewer))
    )


def published_for(viewer: Viewer) -> Select[Event]:
    """The same without drafts: what stands in the agenda and in the calendar."""
    return events_visible_to(viewer).where(Event.published_at.is_not(None))


def event_visible_to(viewer: Viewer) -> Select[Event]:
    """The same for the page of one event, with its meetings, those who run it, and what there is to show of it."""
    return events_visible_to(viewer).options(*_of_a_page())


def event_to_organise(viewer: Viewer) -> Select[Event]:
    """The same for the desk of those who run it, with its seats."""
    pools = contains_eager(Event.bookable).selectinload(Bookable.pools)
    return events_visible_to(viewer).options(_organisers(), pools)


def event_to_edit(viewer: Viewer) -> Select[Event]:
    """The same for the form of those who run it, with all that stands in it."""
    return with_meetings(event_to_organise(viewer)).options(joinedload(Event.series))


def upcoming(found: Select[Event], now: dt.datetime) -> Select[Event]:
    """Those that are not over, the next one first."""
    return found.where(Bookable.ends_at > now).order_by(Bookable.starts_at, Event.id)


def one_per_series(found: Select[Event], now: dt.datetime) -> Select[Event]:
    """Of the dates of a series that are not over only the next one, and what was cancelled before it.

    Drafts stand for themselves, and so do dates for another unit.
    """
    other, its = aliased(Event), aliased(Bookable)
    is_before = or_(its.starts_at < Bookable.starts_at, and_(its.starts_at == Bookable.starts_at, other.id < Event.id))
    has_earlier = exists().where(
        other.series_id == Event.series_id,
        other.bookable_id == its.id,
        other.published_at.is_(None) == Event.published_at.is_(None),
        its.audience_id.is_not_distinct_from(Bookable.audience_id),
        its.cancelled_at.is_(None),
        its.ends_at > now,
        is_before,
    )
    return found.where(or_(Event.series_id.is_(None), Bookable.ends_at <= now, ~has_earlier))


def with_meetings(found: Select[Event]) -> Select[Event]:
    """The same events with all their times; one statement more."""
    return found.options(_meetings())


def between(found: Select[Event], start: dt.datetime, end: dt.datetime) -> Select[Event]:
    """Those that take place in a span of time, by date."""
    return (
        found.where(Bookable.starts_at < end, Bookable.ends_at > start)
        .order_by(Bookable.starts_at, Event.id)
        .limit(MOST_IN_MONTH)
    )


def entries(events: Sequence[Event], person: Person, now: dt.datetime) -> list[Entry]:
    """The lines of these events; two statements, however many they are, and one more where some are by invitation."""
    ids = [event.bookable_id for event in events]
    seats = bookings.seats_of(ids, now) if ids else {}
    mine = bookings.live_bookings_of(person.id, ids) if ids else {}
    invited = _invited(person, now) if any(event.bookable.mode is Mode.INVITATION for event in events) else frozenset()
    return [
        Entry(event, seats[one], mine.get(one), now, one in invited) for one, event in zip(ids, events, strict=True)
    ]


def _invited(person: Person, now: dt.datetime) -> Collection[int]:
    """The dates to which somebody is invited and has not answered yet."""
    waiting = bookings.waiting_invitations(person.id, now).with_only_columns(Bookable.id)
    return set(db.session.scalars(waiting))


def run_by(viewer: Viewer, now: dt.datetime) -> Select[Event]:
    """What the viewer runs and is not over, the next one first; without drafts that were given up."""
    is_given_up = and_(Event.published_at.is_(None), Bookable.cancelled_at.is_not(None))
    found = upcoming(_with_bookable().where(bookings.is_run_by(viewer), ~is_given_up), now)
    return one_per_series(found, now).limit(MOST_OF_MINE)


def drafts_of(viewer: Viewer) -> Select[Event]:
    """What the viewer runs and has not published; a draft that was given up is left out."""
    found = _with_bookable().where(bookings.is_run_by(viewer), Event.published_at.is_(None))
    found = found.where(Bookable.cancelled_at.is_(None)).order_by(Bookable.starts_at, Event.id)
    return one_per_series(found, clock.now()).limit(MOST_DRAFTS)


def published_by(viewer: Viewer) -> Select[Event]:
    """What the viewer runs and has published: the next one first, then what is over, the latest first."""
    found = _with_bookable().where(bookings.is_run_by(viewer), Event.published_at.is_not(None))
    found, is_over = one_per_series(found, clock.now()), Bookable.ends_at <= clock.now()
    return found.order_by(is_over, case((~is_over, Bookable.starts_at)), Bookable.starts_at.desc(), Event.id.desc())


def own_bookings(person: Person, now: dt.datetime) -> Select[Booking]:
    """The person's next bookings of events."""
    mine = bookings.upcoming_bookings_of(person.id, now).where(Bookable.kind == Kind.EVENT).limit(MOST_OF_MINE)
    return bookings.with_meetings(mine)


@cache
def _of_a_page() -> tuple[ExecutableOption, ...]:
    released = exists().where(Release.programme_id == Programme.id, Programme.event_id == Event.id)
    return (
        _organisers(),
        _meetings(),
        joinedload(Event.series),
        with_expression(Event.has_programme, released),
        with_expression(Event.has_outcomes, exists().where(EventOutcome.event_id == Event.id)),
    )


@cache
def _organisers() -> ExecutableOption:
    return contains_eager(Event.bookable).joinedload(Bookable.organisers).joinedload(Organiser.person)


@cache
def _meetings() -> ExecutableOption:
    return contains_eager(Event.bookable).selectinload(Bookable.spans)


@cache
def _with_bookable() -> Select[Event]:
    return select(Event).join(Event.bookable).options(contains_eager(Event.bookable))
