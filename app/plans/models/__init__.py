"""What is stored of learning plans."""

from app.plans.models.plan import Plan, PlanItem
from app.plans.models.proposal import Proposal

__all__ = ["Plan", "PlanItem", "Proposal"]
