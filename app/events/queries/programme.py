"""Questions about the programme of an event, as its organisers work on it."""

from collections import Counter
from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, contains_eager, joinedload, selectinload

from app.bookings import queries as bookings
from app.bookings.models import Bookable, Booking
from app.bookings.rules import State
from app.db import db
from app.events.models import Event, Programme, Release, Room, Slot, TimeBand
from app.events.rules import BandText, SlotText
from app.people.models import Person
from app.people.viewer import Viewer

T = TypeVar("T")


def programme_of(event: Event) -> Programme | None:
    """The programme with all that is in it; five statements at most."""
    query = (
        select(Programme)
        .where(Programme.event_id == event.id)
        .options(
            selectinload(Programme.bands).selectinload(TimeBand.slots).joinedload(Slot.room),
            selectinload(Programme.rooms),
            selectinload(Programme.releases).load_only(Release.number, Release.released_at, Release.content),
        )
    )
    return db.session.scalars(query).one_or_none()


def locked_programme(event_id: int) -> Select[Programme]:
    """The programme, held against others who work on it until the transaction ends."""
    return (
        select(Programme)
        .where(Programme.event_id == event_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def bands_visible_to(viewer: Viewer) -> Select[TimeBand]:
    """The time bands of events that the viewer may know of, with the event's organisers."""
    found = select(TimeBand).join(TimeBand.programme).options(_event(contains_eager(TimeBand.programme)))
    return _of_visible_events(found, viewer)


def slots_visible_to(viewer: Viewer) -> Select[Slot]:
    """The same for slots, also those that are not released yet: `access` says who may do what with them."""
    to_programme = contains_eager(Slot.band).contains_eager(TimeBand.programme)
    found = (
        select(Slot).join(Slot.band).join(TimeBand.programme).options(_event(to_programme), joinedload(Slot.bookable))
    )
    return _of_visible_events(found, viewer)


def released_slots_visible_to(viewer: Viewer) -> Select[Slot]:
    """Slots in which people can have a seat."""
    return slots_visible_to(viewer).where(Slot.bookable_id.is_not(None))


def rooms_visible_to(viewer: Viewer) -> Select[Room]:
    """The same for rooms."""
    return _of_visible_events(select(Room).join(Room.programme).options(_event(contains_eager(Room.programme))), viewer)


def texts(programme: Programme) -> list[BandText]:
    """The programme as it is written down now, without what is dropped."""
    return [
        BandText(
            band.id,
            band.kind,
            band.title,
            band.starts_at,
            band.ends_at,
            tuple(text_of(slot) for slot in band.slots if not slot.dropped_at),
        )
        for band in programme.bands
    ]


def text_of(slot: Slot) -> SlotText:
    """A slot as it is written down now."""
    room = slot.room.name if slot.room else ""
    return SlotText(slot.id, slot.title, slot.summary, room, slot.seats, tuple(slot.speakers), slot.bookable_id)


def slots_in(column: InstrumentedAttribute[Any], number: int) -> int:
    """How many slots are in a room or a band."""
    return db.session.scalar(select(func.count()).select_from(Slot).where(column == number)) or 0


def seats_taken(event: Event) -> Counter[int]:
    """How many have a seat in each slot, by bookable; one statement."""
    query = (
        select(Booking.bookable_id, func.count())
        .join(Booking.bookable)
        .where(Bookable.part_of_id == event.bookable_id, Booking.state == State.CONFIRMED)
        .group_by(Booking.bookable_id)
    )
    return Counter(dict(db.session.execute(query).all()))


def people_in(bookable_ids: Collection[int]) -> Select[Person]:
    """Who has a seat in any of these, each person once."""
    seated = select(Booking.person_id).where(Booking.bookable_id.in_(bookable_ids), Booking.state == State.CONFIRMED)
    return select(Person).where(Person.id.in_(seated)).order_by(Person.id)


def _of_visible_events(found: Select[T], viewer: Viewer) -> Select[T]:
    return (
        found.join(Programme.event)
        .join(Event.bookable)
        .where(bookings.is_visible_to(viewer), or_(Event.published_at.is_not(None), bookings.is_run_by(viewer)))
    )


def _event(to_programme: Any) -> Any:
    return to_programme.contains_eager(Programme.event).contains_eager(Event.bookable).selectinload(Bookable.organisers)
