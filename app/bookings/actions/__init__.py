"""What can be done with bookables, bookings and seats."""

from app.bookings.actions.admission import admit, approve, book, decline, refuse_unless_requested
from app.bookings.actions.description import describe, resize
from app.bookings.actions.leaving import accept_offer, cancel, pass_offer_on
from app.bookings.actions.line import expire_offers
from app.bookings.actions.parts import lock_in_order

__all__ = [
    "accept_offer",
    "admit",
    "approve",
    "book",
    "cancel",
    "decline",
    "describe",
    "expire_offers",
    "lock_in_order",
    "pass_offer_on",
    "refuse_unless_requested",
    "resize",
]
