"""What is stored of learning plans."""

from app.plans.models.plan import Plan, PlanItem

__all__ = ["Plan", "PlanItem"]
