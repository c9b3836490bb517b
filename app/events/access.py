"""Who plans events, and who runs one."""

from app.bookings import access as bookings
from app.events.models import Event
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
