"""Seats by lot: who is on the list, and who was drawn before whom."""

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload

from app.bookings.models import Booking, Lot, SeatDraw
from app.bookings.rules import State
from app.people.models import Person


def applicants(bookable_id: int) -> Select[Booking]:
    """Who waits for the draw, in the order in which they were written down."""
    return (
        select(Booking)
        .where(Booking.bookable_id == bookable_id, Booking.state == State.REQUESTED)
        .order_by(Booking.id)
        .options(joinedload(Booking.lot))
    )


def locked_draw(bookable_id: int) -> Select[SeatDraw]:
    """The draw of a bookable, locked until the transaction ends, as it is then."""
    found = select(SeatDraw).where(SeatDraw.bookable_id == bookable_id)
    return found.with_for_update().execution_options(populate_existing=True)


def lots_of(draw_id: int) -> Select[Lot]:
    """The list with its bookings, by pseudonym."""
    joined = select(Lot).join(Lot.booking).where(Lot.draw_id == draw_id).order_by(Lot.pseudonym)
    return joined.options(contains_eager(Lot.booking))


def still_to_seat(draw_id: int) -> Select[int]:
    """The ids of bookings that were drawn and are not decided yet, in the order of the draw."""
    waiting = select(Booking.id).join(Booking.lot).where(Lot.draw_id == draw_id, Booking.state == State.REQUESTED)
    return waiting.order_by(Booking.rank)


def drawn_people(draw_id: int) -> Select[Booking]:
    """Everybody on the list with their people and units, in the order of the draw."""
    found = select(Booking).join(Booking.lot).join(Booking.person).where(Lot.draw_id == draw_id)
    return found.order_by(Booking.rank, Booking.id).options(
        contains_eager(Booking.lot), contains_eager(Booking.person).joinedload(Person.unit)
    )
