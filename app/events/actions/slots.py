"""The seats of slots, and what happens to a programme when something happens to its event."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from app import clock
from app.bookings import actions as bookings
from app.bookings.rules import Description, Kind
from app.db import db
from app.events import queries
from app.events.models import Event, Programme, Room, Slot, TimeBand
from app.events.rules import Choosing
from app.people.models import Person


def seat(programme: Programme, band: TimeBand, slot: Slot, *, by: Person) -> None:
    """Bring the seats of a slot in line with what is written about it; one that was dropped is cancelled."""
    if slot.dropped_at:
        if slot.bookable and not slot.bookable.cancelled_at:
            slot.bookable.cancelled_at = clock.now()
        return
    whole = programme.event.bookable
    waits = programme.choosing is Choosing.WISHES and programme.assigned_at is None
    slot.bookable = bookings.describe(
        Description(
            kind=Kind.SLOT,
            calendar_uid=f"slot-{slot.id}",
            title=slot.title,
            path=f"/events/{programme.event_id}/programme",
            place=_place(whole.place, slot.room),
            spans=[(band.starts_at, band.ends_at)],
            seats=slot.seats,
            opens_at=band.starts_at if waits else None,
            has_waitlist=False,
            audience_id=whole.audience_id,
            organiser_ids=[organiser.person_id for organiser in whole.organisers],
            is_draft=whole.is_draft,
            part_of_id=whole.id,
        ),
        by=by,
    )
    db.session.flush()


def follow_event(event: Event, *, by: Person) -> None:
    """Let released slots be where the event is, for whom it is and run by whom runs it; the rest is as released."""
    programme, whole = queries.programme_of(event), event.bookable
    for slot in _slots(programme) if programme else []:
        if slot.bookable and not slot.bookable.cancelled_at:
            said = slot.bookable.description
            bookings.describe(
                replace(
                    said,
                    place=_place(whole.place, slot.room),
                    audience_id=whole.audience_id,
                    organiser_ids=[organiser.person_id for organiser in whole.organisers],
                    is_draft=whole.is_draft,
                ),
                by=by,
            )


def copy_programme(event: Event, made: Event, shifted: Callable[[dt.datetime], dt.datetime]) -> None:
    """Take the programme as it is written down now as the draft of another event's; seats and wishes stay behind."""
    before = queries.programme_of(event)
    if before is None:
        return
    until = shifted(before.wishes_until) if before.wishes_until else None
    programme = Programme(event=made, choosing=before.choosing, wishes_until=until)
    rooms = {room.id: Room(name=room.name, capacity=room.capacity) for room in before.rooms}
    programme.rooms = list(rooms.values())
    for band in before.bands:
        programme.bands.append(
            TimeBand(
                kind=band.kind,
                title=band.title,
                starts_at=shifted(band.starts_at),
                ends_at=shifted(band.ends_at),
                slots=[_copy(slot, rooms) for slot in band.slots if not slot.dropped_at],
            )
        )
    db.session.add(programme)
    db.session.flush()


def _copy(slot: Slot, rooms: dict[int, Room]) -> Slot:
    room = rooms[slot.room_id] if slot.room_id else None
    return Slot(title=slot.title, summary=slot.summary, room=room, seats=slot.seats, speakers=list(slot.speakers))


def _slots(programme: Programme) -> list[Slot]:
    return sorted(
        (slot for band in programme.bands for slot in band.slots if slot.bookable_id),
        key=lambda slot: slot.bookable_id or 0,
    )


def _place(place: str, room: Room | None) -> str:
    return f"{room.name}, {place}" if room else place
