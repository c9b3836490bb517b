"""What is known of how many people come."""

from sqlalchemy import Select, func, select

from app.bookings.models import Acceptance, Attendance, Booking
from app.db import db


def acceptances_of(bookable_id: int) -> Select[Acceptance]:
    """What was chosen, the latest first."""
    return select(Acceptance).where(Acceptance.bookable_id == bookable_id).order_by(Acceptance.id.desc())


def came(bookable_id: int) -> int:
    """How many people with a booking were there on at least one day."""
    there = select(func.count(Attendance.booking_id.distinct())).join(Booking, Booking.id == Attendance.booking_id)
    return db.session.scalar(there.where(Booking.bookable_id == bookable_id)) or 0
