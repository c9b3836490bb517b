"""Who may open doors."""

from app.bookings.access import can_organise
from app.doors.models import Door
from app.people.viewer import Viewer


def can_close(viewer: Viewer, door: Door) -> bool:
    """Whether the viewer runs what it is a door of."""
    return can_organise(viewer, door.bookable)
