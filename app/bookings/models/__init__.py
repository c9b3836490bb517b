"""Bookables, pools, bookings, offers, their history, draws, and attendance."""

from app.bookings.models.bookable import Bookable, Organiser, Pool, SeatDraw, Span
from app.bookings.models.booking import (
    Attendance,
    Booking,
    BookingChange,
    CountedIn,
    Lot,
    Offer,
    Reconfirmation,
    TakenTime,
)
from app.bookings.models.forecast import Acceptance, Score
from app.bookings.models.handover import Handover
from app.bookings.models.invitation import Invitation
from app.bookings.models.need import Need, TurnedAway

__all__ = [
    "Acceptance",
    "Attendance",
    "Bookable",
    "Booking",
    "BookingChange",
    "CountedIn",
    "Handover",
    "Invitation",
    "Lot",
    "Need",
    "Offer",
    "Organiser",
    "Pool",
    "Reconfirmation",
    "Score",
    "SeatDraw",
    "Span",
    "TakenTime",
    "TurnedAway",
]
