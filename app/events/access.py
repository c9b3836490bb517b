"""Who runs an event."""

from app.bookings import access as bookings
from app.events.models import Event
from app.people.viewer import Viewer


def can_organise(viewer: Viewer, event: Event) -> bool:
    """Whether the viewer runs it: sees who comes, and changes the seats."""
    return bookings.can_organise(viewer, event.bookable)
