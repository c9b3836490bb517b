"""What people say about levels, and the goal they choose."""

from app.competences.actions.profile import choose_goal, give_up_goal
from app.competences.actions.statement import add_evidence, assess, assess_anew, state

__all__ = ["add_evidence", "assess", "assess_anew", "choose_goal", "give_up_goal", "state"]
