"""What is decided about seats, as plain values."""

from app.bookings.rules.admission import (
    ASKING,
    LONGEST_TEXT,
    MOST_SEATS,
    NO_WISH,
    TOTAL,
    Mode,
    Seats,
    Terms,
    Way,
    Wish,
    cancel_closed_reason,
    closed_reason,
    is_in_audience,
    least_seats,
    serves_line,
    state_for,
    taking_back_closed_reason,
)
from app.bookings.rules.aftermath import Aftermath
from app.bookings.rules.arrival import ALL_COME, SEATS_GO, Hall
from app.bookings.rules.deadline import DAYS_TO_DECIDE, MOST_DAYS_TO_DECIDE, Undecided, decide_by, is_overdue
from app.bookings.rules.description import Description, Kind
from app.bookings.rules.draw import (
    ONE,
    UNDRAWN,
    WITH_BONUS,
    DrawStage,
    Limited,
    LotList,
    drawn_order,
    drawn_seats,
    quotas_on,
    sealed_on,
)
from app.bookings.rules.experience import FEWEST_OF_A_DATE, Assumed, Learnt, Record, learn, share_of
from app.bookings.rules.forecast import MOST_ACCEPTED_A_SEAT, Forecast, Show, forecast, guessed, most_to_accept
from app.bookings.rules.giving import Leaving
from app.bookings.rules.handover import Stage, handover_closed_reason, handover_ended_reason
from app.bookings.rules.invitation import Reply, invitation_closed_reason
from app.bookings.rules.needs import NEEDS_LAST
from app.bookings.rules.outlook import Answered, Outlook
from app.bookings.rules.quotas import Group, servable
from app.bookings.rules.reconfirm import ROUNDS, Answer, Reconfirm, asked_from, is_asked, round_at
from app.bookings.rules.sealing import apart, seal
from app.bookings.rules.states import LIVE, NEXT, Because, State, may_follow
from app.bookings.rules.waitlist import expires_at, is_night

__all__ = [
    "ALL_COME",
    "ASKING",
    "DAYS_TO_DECIDE",
    "FEWEST_OF_A_DATE",
    "LIVE",
    "LONGEST_TEXT",
    "MOST_ACCEPTED_A_SEAT",
    "MOST_DAYS_TO_DECIDE",
    "MOST_SEATS",
    "NEEDS_LAST",
    "NEXT",
    "NO_WISH",
    "ONE",
    "ROUNDS",
    "SEATS_GO",
    "TOTAL",
    "UNDRAWN",
    "WITH_BONUS",
    "Aftermath",
    "Answer",
    "Answered",
    "Assumed",
    "Because",
    "Description",
    "DrawStage",
    "Forecast",
    "Group",
    "Hall",
    "Kind",
    "Learnt",
    "Leaving",
    "Limited",
    "LotList",
    "Mode",
    "Outlook",
    "Reconfirm",
    "Record",
    "Reply",
    "Seats",
    "Show",
    "Stage",
    "State",
    "Terms",
    "Undecided",
    "Way",
    "Wish",
    "apart",
    "asked_from",
    "cancel_closed_reason",
    "closed_reason",
    "decide_by",
    "drawn_order",
    "drawn_seats",
    "expires_at",
    "forecast",
    "guessed",
    "handover_closed_reason",
    "handover_ended_reason",
    "invitation_closed_reason",
    "is_asked",
    "is_in_audience",
    "is_night",
    "is_overdue",
    "learn",
    "least_seats",
    "may_follow",
    "most_to_accept",
    "quotas_on",
    "round_at",
    "seal",
    "sealed_on",
    "servable",
    "serves_line",
    "share_of",
    "state_for",
    "taking_back_closed_reason",
]
