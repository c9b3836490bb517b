"""My plan, its steps, the proposal, and templates of plans."""

from app.plans.views import (
    buddy,
    plan,
    practice,
    proposal,
    review,
    talk,
    template,
    template_item,
)
from app.plans.views.blueprint import (
    bp,
)

__all__ = [
    "bp",
    "buddy",
    "plan",
    "practice",
    "proposal",
    "review",
    "talk",
    "template",
    "template_item",
]
