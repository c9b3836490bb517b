"""The times of seats in parts of a whole, as the database knows them, so that it refuses two at once."""

from sqlalchemy import delete, insert, select

from app.bookings.models import Bookable, Booking, Span, TakenTime
from app.bookings.rules import State
from app.db import db


def note_time(booking: Booking, before: State | None) -> None:
    """Write down when the seat is once the person has it, and forget it once they have it no more; parts only."""
    whole_id = booking.bookable.part_of_id
    if whole_id is None:
        return
    if before is State.CONFIRMED:
        db.session.execute(delete(TakenTime).where(TakenTime.booking_id == booking.id))
    if booking.state is State.CONFIRMED:
        whose = {"booking_id": booking.id, "person_id": booking.person_id, "whole_id": whole_id}
        db.session.add_all(TakenTime(**whose, starts_at=start, ends_at=end) for start, end in booking.bookable.times)


def rewrite_times(whole: Bookable) -> None:
    """Write down anew when all seats in parts of this whole are: some parts have another time now, or are no more."""
    db.session.flush()
    db.session.execute(delete(TakenTime).where(TakenTime.whole_id == whole.id))
    seats = (
        select(Booking.id, Booking.person_id, Bookable.part_of_id, Span.starts_at, Span.ends_at)
        .join(Booking.bookable)
        .join(Span, Span.bookable_id == Bookable.id)
        .where(Booking.state == State.CONFIRMED, Bookable.part_of_id == whole.id, Bookable.cancelled_at.is_(None))
    )
    columns = ["booking_id", "person_id", "whole_id", "starts_at", "ends_at"]
    db.session.execute(insert(TakenTime).from_select(columns, seats))
