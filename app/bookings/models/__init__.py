"""Bookables, pools, bookings, offers, their history, draws, and attendance."""

from app.bookings.models.bookable import Acceptance, Bookable, Organiser, Pool, SeatDraw, Span
from app.bookings.models.booking import Attendance, Booking, BookingChange, CountedIn, Lot, Offer
from app.bookings.models.handover import Handover
from app.bookings.models.need import Need, TurnedAway

__all__ = [
    "Acceptance",
    "Attendance",
    "Bookable",
    "Booking",
    "BookingChange",
    "CountedIn",
    "Handover",
    "Lot",
    "Need",
    "Offer",
    "Organiser",
    "Pool",
    "SeatDraw",
    "Span",
    "TurnedAway",
]
