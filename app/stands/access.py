"""Who may change a stand, and who gives it a place."""

from app.bookings import access as bookings
from app.people.viewer import Viewer
from app.stands.models import Stand


def can_organise(viewer: Viewer, stand: Stand) -> bool:
    """Whether the viewer runs the fair: gives places and declines."""
    return bookings.can_organise(viewer, stand.fair.bookable)


def can_hold(viewer: Viewer, stand: Stand) -> bool:
    """Whether the viewer has registered it, or runs the fair: changes it and counts its visits."""
    return stand.contact_id == viewer.person.id or can_organise(viewer, stand)


def can_mark(viewer: Viewer, stand: Stand) -> bool:
    """Whether the fair is for the viewer's unit."""
    return bookings.can_book(viewer, stand.fair.bookable)
