"""Questions about plans and proposals."""

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
from app.plans.queries.offers import LeadsTo, courses_leading_to, next_fitting
from app.plans.queries.outline import Outline, PlannedWeek, outline
from app.plans.queries.proposal import ProposedCourse, Suggestion, suggestion_for
from app.plans.queries.situation import Situation, pinned, proposal_of, situation_of
from app.plans.queries.steps import Step, movable_item_ids, open_steps, steps_of

__all__ = [
    "LeadsTo",
    "Outline",
    "PlannedWeek",
    "ProposedCourse",
    "Situation",
    "Step",
    "Suggestion",
    "course_to_plan",
    "courses_leading_to",
    "event_to_plan",
    "items_visible_to",
    "movable_item_ids",
    "next_fitting",
    "open_steps",
    "outline",
    "pinned",
    "plan_of",
    "planned_since",
    "plans_visible_to",
    "proposal_of",
    "removed_item",
    "removed_items_visible_to",
    "situation_of",
    "steps_of",
    "suggestion_for",
]
