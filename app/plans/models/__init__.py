"""What is stored of learning plans."""

from app.plans.models.plan import Plan, PlanItem
from app.plans.models.template import Assignment, Delivery, PlanTemplate, TemplateItem

__all__ = ["Assignment", "Delivery", "Plan", "PlanItem", "PlanTemplate", "TemplateItem"]
