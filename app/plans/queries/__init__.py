"""Questions about plans and proposals."""

from app.plans.queries import (
    buddy,
    practice,
    review,
    talk,
)
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
from app.plans.queries.minutes import (
    CHOICES,
    Fitting,
    next_fitting,
)
from app.plans.queries.offers import (
    LeadsTo,
    courses_leading_to,
)
from app.plans.queries.outline import (
    Outline,
    PlannedWeek,
    outline,
)
from app.plans.queries.proposal import (
    ProposedCourse,
    Suggestion,
    suggestion_for,
)
from app.plans.queries.situation import (
    Situation,
    pinned,
    proposal_of,
    situation_of,
)
from app.plans.queries.steps import (
    Step,
    movable_item_ids,
    open_steps,
    steps_of,
)
from app.plans.queries.template import (
    assignments_of,
    count_of,
    courses_to_choose,
    deliveries_of,
    families_to_choose,
    leading_to,
    people_reached,
    people_to_assign,
    plans_with_templates,
    template_items_visible_to,
    templates_that_assign,
    templates_visible_to,
    units_to_choose,
)

__all__ = [
    "CHOICES",
    "Fitting",
    "LeadsTo",
    "Outline",
    "PlannedWeek",
    "ProposedCourse",
    "Situation",
    "Step",
    "Suggestion",
    "assignments_of",
    "buddy",
    "count_of",
    "course_to_plan",
    "courses_leading_to",
    "courses_to_choose",
    "dates_for",
    "deliveries_of",
    "event_to_plan",
    "families_to_choose",
    "items_visible_to",
    "leading_to",
    "movable_item_ids",
    "next_fitting",
    "open_steps",
    "outline",
    "people_reached",
    "people_to_assign",
    "pinned",
    "plan_of",
    "planned_since",
    "plans_visible_to",
    "plans_with_templates",
    "practice",
    "proposal_of",
    "removed_item",
    "removed_items_visible_to",
    "review",
    "situation_of",
    "steps_of",
    "suggestion_for",
    "talk",
    "template_items_visible_to",
    "template_of",
    "templates_that_assign",
    "templates_visible_to",
    "units_to_choose",
]
