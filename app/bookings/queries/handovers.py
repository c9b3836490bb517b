"""Seats that are to be passed to a colleague."""

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from app.bookings.models import Bookable, Booking, Handover
from app.bookings.rules import Stage
from app.people.viewer import Viewer


def open_handover(booking_id: int) -> Select[Handover]:
    """To whom a seat is to be passed, as long as they have not answered."""
    return (
        select(Handover)
        .where(Handover.booking_id == booking_id, Handover.stage == Stage.OPEN)
        .options(joinedload(Handover.to))
    )


def handovers_of(viewer: Viewer) -> Select[Handover]:
    """What the viewer wants to pass on or was asked to take: SQL twin of `access.can_see_handover`."""
    mine = viewer.person.id
    return _whole().where(or_(Handover.to_id == mine, Booking.person_id == mine))


def handovers_to(viewer: Viewer) -> Select[Handover]:
    """What the viewer was asked to take: SQL twin of `access.can_answer_handover`."""
    return _whole().where(Handover.to_id == viewer.person.id)


def handovers_from(viewer: Viewer) -> Select[Handover]:
    """What the viewer wants to pass on."""
    return _whole().where(Booking.person_id == viewer.person.id)


def _whole() -> Select[Handover]:
    return (
        select(Handover)
        .join(Handover.booking)
        .join(Booking.bookable)
        .options(
            contains_eager(Handover.booking).contains_eager(Booking.bookable).selectinload(Bookable.spans),
            contains_eager(Handover.booking).joinedload(Booking.person),
            joinedload(Handover.to),
            joinedload(Handover.wanted).selectinload(Bookable.spans),
        )
    )
