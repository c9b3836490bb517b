"""Who plans events, who runs one, and who composes a programme."""

from app.bookings import access as bookings
from app.events.models import Event, Room, Slot, TimeBand
from app.people.rules import Role
from app.people.viewer import Viewer


def can_create(viewer: Viewer) -> bool:
    """Whether the viewer may plan an event: who is an organiser, for whatever unit."""
    return viewer.has_anywhere(Role.ORGANISER)


def can_organise(viewer: Viewer, event: Event) -> bool:
    """Whether the viewer runs it: sees who comes, and changes everything about it."""
    return bookings.can_organise(viewer, event.bookable)


def can_copy(viewer: Viewer, event: Event) -> bool:
    """Whether the viewer may take it as the beginning of another one."""
    return can_create(viewer) and can_organise(viewer, event)


def can_edit_band(viewer: Viewer, band: TimeBand) -> bool:
    """Whether the viewer runs the event of this time."""
    return can_organise(viewer, band.programme.event)


def can_edit_slot(viewer: Viewer, slot: Slot) -> bool:
    """Whether the viewer runs the event of this slot."""
    return can_edit_band(viewer, slot.band)


def can_edit_room(viewer: Viewer, room: Room) -> bool:
    """Whether the viewer runs the event of this room."""
    return can_organise(viewer, room.programme.event)


def can_compose(viewer: Viewer, event: Event) -> bool:
    """Whether the event is for the viewer's unit; whether they have a seat in it is asked when they choose."""
    return bookings.can_book(viewer, event.bookable)


def can_choose(viewer: Viewer, slot: Slot) -> bool:
    """The same for a slot of it."""
    return can_compose(viewer, slot.band.programme.event)
