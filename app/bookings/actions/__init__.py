"""What can be done with bookables, bookings and seats."""

from app.bookings.actions.admission import admit, approve, book, decline, refuse_unless_requested
from app.bookings.actions.description import describe, resize
from app.bookings.actions.handover import (
    accept_handover,
    decline_handover,
    handover_clashes,
    handover_closed,
    handover_ended,
    propose_handover,
    withdraw_handover,
)
from app.bookings.actions.leaving import accept_offer, cancel, pass_offer_on
from app.bookings.actions.line import expire_offers
from app.bookings.actions.quotas import lift, limit, set_quotas

__all__ = [
    "accept_handover",
    "accept_offer",
    "admit",
    "approve",
    "book",
    "cancel",
    "decline",
    "decline_handover",
    "describe",
    "expire_offers",
    "handover_clashes",
    "handover_closed",
    "handover_ended",
    "lift",
    "limit",
    "pass_offer_on",
    "propose_handover",
    "refuse_unless_requested",
    "resize",
    "set_quotas",
    "withdraw_handover",
]
