"""What can be done with bookables, bookings and seats."""

from app.bookings.actions.admission import admit, approve, book, decline, refuse_unless_requested
from app.bookings.actions.date import call_off, holders, tell_moved
from app.bookings.actions.description import describe, resize
from app.bookings.actions.leaving import accept_offer, cancel, pass_offer_on
from app.bookings.actions.line import expire_offers
from app.bookings.actions.parts import lock_in_order
from app.bookings.actions.quotas import lift, limit, set_quotas, take_along

__all__ = [
    "accept_offer",
    "admit",
    "approve",
    "book",
    "call_off",
    "cancel",
    "decline",
    "describe",
    "expire_offers",
    "holders",
    "lift",
    "limit",
    "lock_in_order",
    "pass_offer_on",
    "refuse_unless_requested",
    "resize",
    "set_quotas",
    "take_along",
    "tell_moved",
]
