"""What people say about levels, the goal they choose, what they hand in, and whom they ask."""

from app.competences.actions.evidence import correct, delete, hand_in, restore, withdraw
from app.competences.actions.inquiry import answer, ask, ask_to_confirm, withdraw_inquiry
from app.competences.actions.profile import choose_goal, give_up_goal
from app.competences.actions.statement import add_evidence, assess, assess_anew, state, take_back

__all__ = [
    "add_evidence",
    "answer",
    "ask",
    "ask_to_confirm",
    "assess",
    "assess_anew",
    "choose_goal",
    "correct",
    "delete",
    "give_up_goal",
    "hand_in",
    "restore",
    "state",
    "take_back",
    "withdraw",
    "withdraw_inquiry",
]
