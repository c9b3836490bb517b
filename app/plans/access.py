"""Who may see and change a plan: nobody but the person, until something is shared."""

from app.people.viewer import Viewer
from app.plans.models import Plan, PlanItem


def can_see_plan(viewer: Viewer, plan: Plan) -> bool:
    """Whether the viewer may see the plan; the rule of `queries.plans_visible_to`."""
    return plan.person_id == viewer.person.id


def can_change_item(viewer: Viewer, item: PlanItem) -> bool:
    """Whether the viewer may change the step; the rule of `queries.items_visible_to`."""
    return can_see_plan(viewer, item.plan)
