"""What can be done with bookables, bookings and seats."""

from app.bookings.actions.acceptance import accept, score_forecasts
from app.bookings.actions.admission import (
    DEMANDS,
    admit,
    approve,
    book,
    book_as_organiser,
    book_for,
    decline,
    refuse_unless_requested,
)
from app.bookings.actions.arrival import (
    CAME,
    UNDONE,
    NoRoom,
    arrive,
    arrived,
    let_in,
    limit_hall,
    lock_seats,
    note_there,
    turn_away,
    undo_arrival,
)
from app.bookings.actions.date import call_off, holders, tell_beside, tell_moved, write_to_all
from app.bookings.actions.deadline import decide_overdue
from app.bookings.actions.description import describe, refuse_another_way, resize, run_by_all
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
from app.bookings.actions.invitation import accept_invitation, decline_invitation, invite
from app.bookings.actions.leaving import accept_offer, cancel, pass_offer_on, take_back
from app.bookings.actions.line import expire_offers
from app.bookings.actions.needs import ask_needs, forget_needs, note_needs, state_needs
from app.bookings.actions.parts import lock_in_order
from app.bookings.actions.place import refuse_taken_place
from app.bookings.actions.quotas import lift, limit, set_quotas, take_along
from app.bookings.actions.reconfirm import ask_who_comes, say_coming, set_reconfirm
from app.bookings.actions.taken import rewrite_times

__all__ = [
    "CAME",
    "DEMANDS",
    "SEAT",
    "UNDONE",
    "NoRoom",
    "accept",
    "accept_handover",
    "accept_invitation",
    "accept_offer",
    "admit",
    "announce",
    "approve",
    "arrive",
    "arrived",
    "ask_needs",
    "ask_who_comes",
    "book",
    "book_as_organiser",
    "book_for",
    "call_off",
    "cancel",
    "decide_overdue",
    "decline",
    "decline_handover",
    "decline_invitation",
    "describe",
    "draw",
    "expire_offers",
    "fix_list",
    "forget_needs",
    "handover_clashes",
    "handover_closed",
    "handover_ended",
    "holders",
    "invite",
    "let_in",
    "lift",
    "limit",
    "limit_hall",
    "lock_in_order",
    "lock_seats",
    "note_needs",
    "note_there",
    "pass_offer_on",
    "propose_handover",
    "refuse_another_way",
    "refuse_taken_place",
    "refuse_unless_requested",
    "resize",
    "rewrite_times",
    "run_by_all",
    "say_coming",
    "score_forecasts",
    "seat_drawn",
    "set_quotas",
    "set_reconfirm",
    "state_needs",
    "take_along",
    "take_back",
    "tell_beside",
    "tell_moved",
    "turn_away",
    "undo_arrival",
    "withdraw_handover",
    "write_to_all",
]
