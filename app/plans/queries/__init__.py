"""Questions about plans and proposals."""

from app.plans.queries import buddy, practice, review, talk
from app.plans.queries.items import (
    course_to_plan,
    event_to_plan,
    items_visible_to,
    plan_of,
    planned_since,
    plans_visible_to,
    removed_item,
    removed_items_visible_to,
)
from app.plans.queries.outline import Outline, PlannedWeek, outline
from app.plans.queries.proposal import (
    LeadsTo,
    ProposedCourse,
    Suggestion,
    courses_leading_to,
    next_fitting,
    offers_for,
    suggestion_for,
)
from app.plans.queries.steps import Step, movable_item_ids, open_steps, steps_of

__all__ = [
    "LeadsTo",
    "Outline",
    "PlannedWeek",
    "ProposedCourse",
    "Step",
    "Suggestion",
    "buddy",
    "course_to_plan",
    "courses_leading_to",
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
    "practice",
    "removed_item",
    "removed_items_visible_to",
    "review",
    "steps_of",
    "suggestion_for",
    "talk",
]
