"""What organisers do with a programme: writing it."""

import datetime as dt

from flask_babel import gettext as _
from flask_babel import ngettext

from app import clock
from app.db import db
from app.errors import Refused
from app.events import queries
from app.events.actions.event import refuse_called_off
from app.events.models import Event, Programme, Room, Slot, TimeBand
from app.events.rules import BandKind, Choosing

MOST_BANDS, MOST_SLOTS, MOST_ROOMS = 60, 30, 100


def set_choosing(event: Event, *, choosing: Choosing, wishes_until: dt.datetime | None) -> Programme:
    """Say how people come to their slots; begins the programme. After the first release the way stays."""
    programme = _locked(event)
    if programme.assigned_at or programme.assignment:
        raise Refused(_("The wishes are met already, so this can’t change any more."))
    if programme.choosing is not choosing and programme.release:
        raise Refused(_("The programme is released, so the way stays as people know it."), "choosing")
    if wishes_until and clock.local(wishes_until).date() > clock.local(event.bookable.starts_at).date():
        raise Refused(_("Please choose a day before the event begins, so that the seats can be given."), "day")
    programme.choosing = choosing
    programme.wishes_until = wishes_until if choosing is Choosing.WISHES else None
    db.session.flush()
    return programme


def add_band(event: Event, *, kind: BandKind, title: str, starts_at: dt.datetime, ends_at: dt.datetime) -> TimeBand:
    """Put a time band into the programme."""
    programme = _locked(event)
    if len(programme.bands) >= MOST_BANDS:
        raise Refused(_("A programme has at most %(most)d times.", most=MOST_BANDS))
    band = TimeBand(kind=kind, title=title, starts_at=starts_at, ends_at=ends_at)
    _refuse_unless_free(programme, event, band)
    programme.bands.append(band)
    db.session.flush()
    return band


def change_band(
    band: TimeBand, *, kind: BandKind, title: str, starts_at: dt.datetime, ends_at: dt.datetime
) -> TimeBand:
    """Change a time band; what has slots stays a time for slots."""
    programme = _locked(band.programme.event)
    if kind is not BandKind.SLOTS and band.slots:
        raise Refused(_("There are slots at this time. Please remove them first."), "kind")
    band.kind, band.title, band.starts_at, band.ends_at = kind, title, starts_at, ends_at
    _refuse_unless_free(programme, programme.event, band)
    db.session.flush()
    return band


def remove_band(band: TimeBand) -> None:
    """Take a time band out, with slots that were never released."""
    programme = _locked(band.programme.event)
    if any(slot.bookable_id for slot in band.slots):
        raise Refused(_("Slots of this time were released. Please cancel them one by one; then people are told."))
    programme.bands.remove(band)
    db.session.flush()


def add_room(event: Event, *, name: str, capacity: int) -> Room:
    """Name a room, and how many people it holds."""
    programme = _locked(event)
    if len(programme.rooms) >= MOST_ROOMS:
        raise Refused(_("An event has at most %(most)d rooms.", most=MOST_ROOMS))
    _refuse_known_room(programme, name)
    room = Room(name=name, capacity=capacity)
    programme.rooms.append(room)
    db.session.flush()
    return room


def change_room(room: Room, *, name: str, capacity: int) -> Room:
    """Change a room; slots in it have the new name at the next release."""
    _refuse_known_room(_locked(room.programme.event), name, room)
    room.name, room.capacity = name, capacity
    db.session.flush()
    return room


def remove_room(room: Room) -> None:
    """Take a room out in which nothing takes place."""
    programme = _locked(room.programme.event)
    number = queries.slots_in(Slot.room_id, room.id)
    if number:
        raise Refused(
            ngettext(
                "%(num)d slot is in this room. Please give it another room first.",
                "%(num)d slots are in this room. Please give them other rooms first.",
                number,
            )
        )
    programme.rooms.remove(room)
    db.session.flush()


def add_slot(band: TimeBand, *, title: str, summary: str, room_id: int | None, seats: int, speakers: list[str]) -> Slot:
    """Put a slot into a time band; nobody but the organisers sees it before the release."""
    programme = _locked(band.programme.event)
    if band.kind is not BandKind.SLOTS:
        raise Refused(_("This time is for all together, so there are no slots side by side."))
    if len(band.slots) >= MOST_SLOTS:
        raise Refused(_("At most %(most)d slots can take place side by side.", most=MOST_SLOTS))
    slot = Slot(title=title, summary=summary, room=_room(programme, room_id), seats=seats, speakers=speakers)
    band.slots.append(slot)
    db.session.flush()
    return slot


def change_slot(slot: Slot, *, title: str, summary: str, room_id: int | None, seats: int, speakers: list[str]) -> Slot:
    """Change a slot; participants see it with the next release. Who has a seat keeps it."""
    programme = _locked(slot.band.programme.event)
    taken = queries.seats_taken(programme.event)[slot.bookable_id] if slot.bookable_id else 0
    if seats < taken:
        raise Refused(
            ngettext(
                "%(num)d person has a seat already, so there can’t be fewer.",
                "%(num)d people have a seat already, so there can’t be fewer.",
                taken,
            ),
            "seats",
        )
    slot.title, slot.summary, slot.seats, slot.speakers = title, summary, seats, speakers
    slot.room = _room(programme, room_id)
    db.session.flush()
    return slot


def drop_slot(slot: Slot) -> None:
    """Take a slot out; one that was released is cancelled with the next release and can come back until then."""
    _locked(slot.band.programme.event)
    if slot.bookable_id is None:
        slot.band.slots.remove(slot)
    else:
        slot.dropped_at = slot.dropped_at or clock.now()
    db.session.flush()


def restore_slot(slot: Slot) -> Slot:
    """Leave a slot in that was to be cancelled."""
    if slot.bookable and slot.bookable.cancelled_at:
        raise Refused(_("This slot is cancelled already, and people were told. Please add a new one."))
    slot.dropped_at = None
    db.session.flush()
    return slot


def _locked(event: Event) -> Programme:
    programme = db.session.scalars(queries.locked_programme(event.id)).one_or_none()
    refuse_called_off(event)
    if programme is None:
        programme = Programme(event_id=event.id, choosing=Choosing.DIRECT)
        programme.event = event
        db.session.add(programme)
        db.session.flush()
    return programme


def _refuse_unless_free(programme: Programme, event: Event, band: TimeBand) -> None:
    days = [clock.local(moment).date() for moment in (event.bookable.starts_at, event.bookable.ends_at)]
    if not days[0] <= clock.local(band.starts_at).date() <= days[1]:
        raise Refused(_("The event does not take place on this day."), "day")
    for other in programme.bands:
        if other is not band and other.starts_at < band.ends_at and band.starts_at < other.ends_at:
            raise Refused(_("At this time there is “%(title)s” already.", title=other.title), "starts")


def _refuse_known_room(programme: Programme, name: str, room: Room | None = None) -> None:
    if any(other.name.casefold() == name.casefold() and other is not room for other in programme.rooms):
        raise Refused(_("There is a room of this name already."), "name")


def _room(programme: Programme, room_id: int | None) -> Room | None:
    room = next((room for room in programme.rooms if room.id == room_id), None)
    if room_id is not None and room is None:
        raise Refused(_("This room is not there any more. Please choose another one."), "room_id")
    return room
