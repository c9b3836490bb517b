"""Who may do what with a request: the person, whoever leads them today, HR of their unit."""

from app.people.rules import Role
from app.people.viewer import Viewer
from app.requests.models import TrainingBudget, TrainingRequest
from app.requests.rules import State


def is_own(viewer: Viewer, request: TrainingRequest) -> bool:
    """Whether the viewer asks for it: the rule of `queries.own_requests`."""
    return request.person_id == viewer.person.id


def can_decide_as_leader(viewer: Viewer, request: TrainingRequest) -> bool:
    """Whether it waits for a leader, and the viewer leads the person today: the rule of `queries.waiting_for`."""
    return request.state is State.WITH_LEADER and viewer.leads(request.person)


def is_hr(viewer: Viewer) -> bool:
    """Whether the viewer is HR for any unit."""
    return viewer.has_anywhere(Role.HR)


def can_see_as_hr(viewer: Viewer, request: TrainingRequest) -> bool:
    """Whether it was sent, and the viewer is HR for the person's unit: the rule of `queries.requests_visible_to_hr`."""
    return request.state is not State.DRAFT and viewer.has(Role.HR, path=request.person.unit.path)


def can_decide_as_hr(viewer: Viewer, request: TrainingRequest) -> bool:
    """The same, where it waits for HR; nobody decides about themselves."""
    return can_see_as_hr(viewer, request) and request.state is State.WITH_HR and not is_own(viewer, request)


def can_edit_budget(viewer: Viewer, budget: TrainingBudget) -> bool:
    """Whether the viewer is HR for the budget's unit: the rule of `queries.budgets_visible_to`."""
    return viewer.has(Role.HR, path=budget.unit.path)
