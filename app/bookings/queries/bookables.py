"""Which bookables somebody may know of, and which they run."""

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import selectinload

from app.bookings.models import Bookable, Booking, Organiser
from app.bookings.rules import LIVE
from app.people.viewer import Viewer


def bookables_visible_to(viewer: Viewer) -> Select[Bookable]:
    """What is open to the viewer's unit, what they run, and what they have booked."""
    return select(Bookable).where(is_visible_to(viewer)).options(selectinload(Bookable.organisers))


def is_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The same as a condition, for queries of the packages above."""
    units = [int(number) for number in viewer.person.unit.path.split("/") if number]
    has_booked = exists().where(
        Booking.bookable_id == Bookable.id, Booking.person_id == viewer.person.id, Booking.state.in_(LIVE)
    )
    return or_(Bookable.audience_id.is_(None), Bookable.audience_id.in_(units), _is_run_by(viewer), has_booked)


def bookables_organised_by(viewer: Viewer) -> Select[Bookable]:
    """What the viewer runs: SQL twin of `access.can_organise`."""
    return select(Bookable).where(_is_run_by(viewer)).options(selectinload(Bookable.organisers))


def _is_run_by(viewer: Viewer) -> ColumnElement[bool]:
    return exists().where(Organiser.bookable_id == Bookable.id, Organiser.person_id == viewer.person.id)
