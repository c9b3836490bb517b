"""What people say about levels, the goal they choose, what they hand in, and whom they ask."""

from app.competences.actions.evidence import (
    correct,
    delete,
    hand_in,
    restore,
    withdraw,
)
from app.competences.actions.inquiry import (
    answer,
    ask,
    ask_to_confirm,
    withdraw_inquiry,
)
from app.competences.actions.profile import (
    choose_goal,
    give_up_goal,
)
from app.competences.actions.share import (
    share_profile,
    withdraw_share,
)
from app.competences.actions.statement import (
    add_evidence,
    assess,
    assess_anew,
    confirm,
    retract,
    state,
    take_back,
)

__all__ = [
    "add_evidence",
    "answer",
    "ask",
    "ask_to_confirm",
    "assess",
    "assess_anew",
    "choose_goal",
    "confirm",
    "correct",
    "delete",
    "give_up_goal",
    "hand_in",
    "restore",
    "retract",
    "share_profile",
    "state",
    "take_back",
    "withdraw",
    "withdraw_inquiry",
    "withdraw_share",
]
