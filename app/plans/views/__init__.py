"""My plan, its steps, the proposal, and templates of plans."""

from app.plans.views import plan, proposal, template, template_item
from app.plans.views.blueprint import bp

__all__ = ["bp", "plan", "proposal", "template", "template_item"]
