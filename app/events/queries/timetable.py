"""One person's timetable of an event: what they have, what they can choose from, and what clashes."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from app import clock
from app.bookings import queries as bookings
from app.bookings.models import Bookable, Booking
from app.bookings.rules import Seats, State, closed_reason
from app.db import db
from app.events.models import Event, Programme, Release
from app.events.queries.wishes import own_wishes
from app.events.rules import BandKind, BandText, Choosing, SlotText, from_plain
from app.people.models import Person


@dataclass(frozen=True)
class Choice:
    """A slot of a band, and how the person stands to it."""

    slot: SlotText
    seats: Seats
    booking_id: int | None
    closed: str | None
    is_blocked: bool
    is_taken_elsewhere: bool

    @property
    def is_mine(self) -> bool:
        """Whether the person has a seat."""
        return self.booking_id is not None

    @property
    def is_open(self) -> bool:
        """Whether the person can take a seat."""
        return not (self.is_mine or self.closed or self.is_blocked or self.seats.is_full)


@dataclass(frozen=True)
class Line:
    """A time band of the timetable."""

    band: BandText
    choices: Sequence[Choice]

    @property
    def mine(self) -> SlotText | None:
        """Where the person has a seat at this time."""
        return next((choice.slot for choice in self.choices if choice.is_mine), None)

    @property
    def is_for_choosing(self) -> bool:
        """Whether there is something to choose from."""
        return self.band.kind is BandKind.SLOTS


@dataclass(frozen=True)
class Timetable:
    """A person's programme, by day."""

    programme: Programme
    release: Release
    days: Mapping[dt.date, Sequence[Line]]
    has_seat: bool
    wishes: Mapping[int, int]
    now: dt.datetime
    is_called_off: bool = False

    @property
    def lines(self) -> list[Line]:
        """All times at which there is something to choose from."""
        return [line for day in self.days.values() for line in day if line.is_for_choosing]

    @property
    def chosen(self) -> int:
        """At how many of them the person has a seat."""
        return sum(line.mine is not None for line in self.lines)

    @property
    def waits_for_wishes(self) -> bool:
        """Whether people still rank, or wait for what they get."""
        return self.programme.choosing is Choosing.WISHES and self.programme.assigned_at is None

    @property
    def can_rank(self) -> bool:
        """Whether wishes can be changed now."""
        until = self.programme.wishes_until
        is_time = not self.is_called_off and (until is None or self.now < until)
        return is_time and self.waits_for_wishes and not self.programme.assignment


def timetable(person: Person, event: Event) -> Timetable | None:
    """The person's timetable; None before the first release. Six statements at most, eight where slots have quotas."""
    now = clock.now()
    found = db.session.execute(_latest_release(event.id)).first()
    if found is None:
        return None
    release, programme = found
    parts = {bookable.id: bookable for bookable in db.session.scalars(bookings.parts_in_order(event.bookable_id))}
    mine = bookings.live_bookings_of(person.id, [event.bookable_id, *parts])
    seated = {bookable_id for bookable_id, booking in mine.items() if booking.state is State.CONFIRMED}
    bands = from_plain(release.content)
    topics = {slot.topic for band in bands for slot in band.slots if slot.bookable_id in seated}
    seats = bookings.seats_of(parts, now) if parts else {}
    blocked = bookings.blocked_for(person, [one for one, counted in seats.items() if counted.has_quotas], now)
    days: dict[dt.date, list[Line]] = {}
    for band in sorted(bands, key=lambda band: (band.starts_at, band.id)):
        choices = [
            Choice(
                slot,
                seats[slot.bookable_id],
                mine[slot.bookable_id].id if slot.bookable_id in seated else None,
                closed_reason(parts[slot.bookable_id].terms, now),
                slot.bookable_id in blocked,
                slot.topic in topics and slot.bookable_id not in seated,
            )
            for slot in band.slots
            if slot.bookable_id in parts
        ]
        days.setdefault(clock.local(band.starts_at).date(), []).append(Line(band, choices))
    wishes = own_wishes(person.id, programme) if programme.choosing is Choosing.WISHES else {}
    is_called_off = event.bookable.cancelled_at is not None
    return Timetable(programme, release, days, event.bookable_id in seated, wishes, now, is_called_off)


def seats_at_the_same_time(bookable: Bookable, person_id: int) -> Select[Booking]:
    """The person's seats in other slots of the event that overlap with this one."""
    others = bookings.parts_at_the_same_time(bookable, person_id).with_only_columns(Bookable.id).order_by(None)
    return (
        select(Booking)
        .join(Booking.bookable)
        .where(Booking.person_id == person_id, Booking.state == State.CONFIRMED, Booking.bookable_id.in_(others))
        .order_by(Booking.bookable_id)
        .options(contains_eager(Booking.bookable))
    )


def _latest_release(event_id: int) -> Select[Release, Programme]:
    return (
        select(Release, Programme)
        .join(Programme, Programme.id == Release.programme_id)
        .where(Programme.event_id == event_id)
        .order_by(Release.number.desc())
        .limit(1)
    )
