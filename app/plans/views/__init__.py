"""My plan, its steps, and the proposal."""

from app.plans.views import buddy, plan, practice, proposal, review, talk
from app.plans.views.blueprint import bp

__all__ = ["bp", "buddy", "plan", "practice", "proposal", "review", "talk"]
