"""Questions about plans and proposals."""

from app.plans.queries.items import (
    course_to_plan,
    dates_for,
    event_to_plan,
    items_visible_to,
    plan_of,
    planned_since,
    plans_visible_to,
    removed_item,
    removed_items_visible_to,
    template_of,
)
from app.plans.queries.minutes import CHOICES, Fitting, next_fitting
from app.plans.queries.outline import Outline, PlannedWeek, outline
from app.plans.queries.proposal import (
    LeadsTo,
    ProposedCourse,
    Suggestion,
    courses_leading_to,
    offers_for,
    suggestion_for,
)
from app.plans.queries.steps import Step, movable_item_ids, open_steps, steps_of

__all__ = [
    "CHOICES",
    "Fitting",
    "LeadsTo",
    "Outline",
    "PlannedWeek",
    "ProposedCourse",
    "Step",
    "Suggestion",
    "course_to_plan",
    "courses_leading_to",
    "dates_for",
    "event_to_plan",
    "items_visible_to",
    "movable_item_ids",
    "next_fitting",
    "offers_for",
    "open_steps",
    "outline",
    "plan_of",
    "planned_since",
    "plans_visible_to",
    "removed_item",
    "removed_items_visible_to",
    "steps_of",
    "suggestion_for",
    "template_of",
]
