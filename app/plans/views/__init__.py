"""My plan, its steps, and the proposal."""

from app.plans.views import plan, proposal
from app.plans.views.blueprint import bp

__all__ = ["bp", "plan", "proposal"]
