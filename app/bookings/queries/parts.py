"""The parts of a whole, as the slots of an event."""

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload

from app.bookings.models import Bookable, Booking
from app.bookings.queries.clashes import overlap
from app.bookings.rules import LIVE, State


def locked_whole(bookable_id: int, person_id: int) -> Select[Booking]:
    """The person's booking of the whole, locked until the transaction ends."""
    return (
        select(Booking)
        .where(Booking.bookable_id == bookable_id, Booking.person_id == person_id, Booking.state.in_(LIVE))
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def parts_in_order(whole_id: int) -> Select[Bookable]:
    """All parts of a whole, in the order in which they are locked."""
    return select(Bookable).where(Bookable.part_of_id == whole_id).order_by(Bookable.id)


def parts_of(bookable_id: int, person_id: int) -> Select[Booking]:
    """A person's live bookings of the parts of a whole, in the order in which they are locked."""
    return (
        select(Booking)
        .join(Booking.bookable)
        .where(Bookable.part_of_id == bookable_id, Booking.person_id == person_id, Booking.state.in_(LIVE))
        .order_by(Booking.bookable_id)
        .options(contains_eager(Booking.bookable), joinedload(Booking.offer))
        .execution_options(populate_existing=True)
    )


def parts_at_the_same_time(bookable: Bookable, person_id: int) -> Select[Bookable]:
    """Other parts of the same whole in which the person has a seat and which overlap with this one."""
    return (
        select(Bookable)
        .join(Booking, Booking.bookable_id == Bookable.id)
        .where(
            Bookable.part_of_id == bookable.part_of_id,
            Bookable.id != bookable.id,
            Bookable.cancelled_at.is_(None),
            Booking.person_id == person_id,
            Booking.state == State.CONFIRMED,
            overlap(Bookable.id, bookable.id),
        )
        .order_by(Bookable.starts_at, Bookable.id)
    )
