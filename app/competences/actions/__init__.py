"""What people say about levels, whom they let see it, and the goal they choose."""

from app.competences.actions.profile import choose_goal, give_up_goal
from app.competences.actions.share import share_profile, withdraw_share
from app.competences.actions.statement import add_evidence, assess, assess_anew, confirm, retract, state

__all__ = [
    "add_evidence",
    "assess",
    "assess_anew",
    "choose_goal",
    "confirm",
    "give_up_goal",
    "retract",
    "share_profile",
    "state",
    "withdraw_share",
]
