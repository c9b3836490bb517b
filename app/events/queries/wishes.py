"""Questions about wishes: one's own, how many want what, and all of them, to be met."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, exists, func, select

from app.bookings import queries as bookings
from app.bookings.models import Bookable, Booking
from app.bookings.rules import State
from app.db import db
from app.events.models import Event, Programme, Release, Slot, SlotWish, TimeBand
from app.events.rules import BandKind, BandText, Choosing, Option, from_plain
from app.people.viewer import Viewer

LEAST_SHOWN = 5
"""Fewer wishes than these are not told apart: who ranked what is nobody's business."""


@dataclass(frozen=True)
class Wishes:
    """What is to be met: bands of slots with free seats, everybody's list, and what people hold already."""

    bands: Sequence[Sequence[Option]]
    wishes: Mapping[int, Sequence[int]]
    held: Mapping[int, Sequence[int]]
    bookables: Mapping[int, int]


@dataclass(frozen=True)
class Demand:
    """How many people have a slot on their list, and how many on top of it; None: fewer than are told apart."""

    wished: int | None
    first: int | None


def wishes_due(viewer: Viewer, now: dt.datetime) -> Select[Programme]:
    """Programmes in which the time for wishes is over, whose wishes the viewer, who runs the event, has to meet."""
    joined = select(Programme).join(Programme.event).join(Event.bookable)
    is_due = Programme.choosing == Choosing.WISHES, Programme.assigned_at.is_(None), Programme.wishes_until <= now
    is_ahead = Bookable.cancelled_at.is_(None), Bookable.is_draft.is_(False), Bookable.starts_at > now
    has_release = exists().where(Release.programme_id == Programme.id)
    found = joined.where(*is_due, *is_ahead, has_release, bookings.is_run_by(viewer))
    return found.order_by(Bookable.starts_at, Programme.id)


def slots_of_programme(programme: Programme) -> Select[int]:
    """The ids of all its slots."""
    return select(Slot.id).join(Slot.band).where(TimeBand.programme_id == programme.id)


def own_wishes(person_id: int, programme: Programme) -> dict[int, int]:
    """A person's ranks by slot; one statement."""
    query = select(SlotWish.slot_id, SlotWish.rank).where(
        SlotWish.person_id == person_id, SlotWish.slot_id.in_(slots_of_programme(programme))
    )
    return dict(db.session.execute(query).all())


def demand(programme: Programme) -> tuple[dict[int, Demand], int]:
    """How much each slot is wished for, and by how many people in all; two statements."""
    query = (
        select(SlotWish.slot_id, func.count(), func.count().filter(SlotWish.rank == 1))
        .where(SlotWish.slot_id.in_(slots_of_programme(programme)))
        .group_by(SlotWish.slot_id)
    )
    found = {slot: Demand(_shown(wished), _shown(first)) for slot, wished, first in db.session.execute(query)}
    people = select(func.count(SlotWish.person_id.distinct())).where(
        SlotWish.slot_id.in_(slots_of_programme(programme))
    )
    return found, db.session.scalar(people) or 0


def wishes_to_meet(programme: Programme, now: dt.datetime) -> Wishes:
    """The wishes of everybody who has a seat in the event, with the seats that are free; four statements."""
    bands = _chosen_from(from_plain(programme.releases[-1].content))
    bookables = {slot.id: slot.bookable_id for band in bands for slot in band.slots if slot.bookable_id}
    seats = bookings.seats_of(bookables.values(), now)
    free = {slot: seats[bookable].free for slot, bookable in bookables.items()}
    topics = _numbers(bands)
    options = [[Option(slot.id, topics[slot.topic], free[slot.id]) for slot in band.slots] for band in bands]
    return Wishes(options, _lists(programme), _held(bookables), bookables)


def _chosen_from(bands: Sequence[BandText]) -> list[BandText]:
    return [band for band in bands if band.kind is BandKind.SLOTS and band.slots]


def _numbers(bands: Sequence[BandText]) -> dict[str, int]:
    """A number for each topic."""
    return {topic: at for at, topic in enumerate(sorted({slot.topic for band in bands for slot in band.slots}))}


def _lists(programme: Programme) -> dict[int, list[int]]:
    event = programme.event
    query = (
        select(SlotWish.person_id, SlotWish.slot_id)
        .join(Booking, Booking.person_id == SlotWish.person_id)
        .where(
            SlotWish.slot_id.in_(slots_of_programme(programme)),
            Booking.bookable_id == event.bookable_id,
            Booking.state == State.CONFIRMED,
        )
        .order_by(SlotWish.person_id, SlotWish.rank, SlotWish.slot_id)
    )
    found: dict[int, list[int]] = defaultdict(list)
    for person, slot in db.session.execute(query):
        found[person].append(slot)
    return dict(found)


def _held(bookables: Mapping[int, int]) -> dict[int, list[int]]:
    slots = {bookable: slot for slot, bookable in bookables.items()}
    query = select(Booking.person_id, Booking.bookable_id).where(
        Booking.bookable_id.in_(slots), Booking.state == State.CONFIRMED
    )
    found: dict[int, list[int]] = defaultdict(list)
    for person, bookable in db.session.execute(query):
        found[person].append(slots[bookable])
    return dict(found)


def _shown(number: int) -> int | None:
    return number if number >= LEAST_SHOWN or number == 0 else None
