"""What can be done with bookables, bookings and seats."""

from app.bookings.actions.acceptance import accept
from app.bookings.actions.admission import admit, approve, book, book_for, decline, refuse_unless_requested
from app.bookings.actions.arrival import CAME, UNDONE, arrive, arrived, let_in, limit_hall, lock_seats, undo_arrival
from app.bookings.actions.date import call_off, holders, tell_moved
from app.bookings.actions.deadline import decide_overdue
from app.bookings.actions.description import describe, resize
from app.bookings.actions.draw import SEAT, announce, draw, fix_list, seat_drawn
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
from app.bookings.actions.parts import lock_in_order
from app.bookings.actions.quotas import lift, limit, set_quotas, take_along

__all__ = [
    "CAME",
    "SEAT",
    "UNDONE",
    "accept",
    "accept_handover",
    "accept_offer",
    "admit",
    "announce",
    "approve",
    "arrive",
    "arrived",
    "book",
    "book_for",
    "call_off",
    "cancel",
    "decide_overdue",
    "decline",
    "decline_handover",
    "describe",
    "draw",
    "expire_offers",
    "fix_list",
    "handover_clashes",
    "handover_closed",
    "handover_ended",
    "holders",
    "let_in",
    "lift",
    "limit",
    "limit_hall",
    "lock_in_order",
    "lock_seats",
    "pass_offer_on",
    "propose_handover",
    "refuse_unless_requested",
    "resize",
    "seat_drawn",
    "set_quotas",
    "take_along",
    "tell_moved",
    "undo_arrival",
    "withdraw_handover",
]
