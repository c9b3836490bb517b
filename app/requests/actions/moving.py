"""A step of a request from one state to another: one after the other, written down, and nobody asked in vain."""

from flask_babel import gettext as _

from app import clock
from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.plans import actions as plans
from app.plans.models import PlanItem
from app.requests import rules
from app.requests.actions.telling import settle_questions
from app.requests.models import TrainingRequest
from app.requests.rules import Act, State


def lock(request: TrainingRequest) -> None:
    """Let everybody who does something with a request take turns; what others have done meanwhile is seen."""
    db.session.refresh(request, with_for_update={"of": TrainingRequest})


def move(request: TrainingRequest, act: Act, *, by: Person | None, **written: object) -> State:
    """Do it and write that down with it, where the present state of a locked request allows it.

    Returns the state before.
    """
    before, after = request.state, rules.after(request.state, act)
    if after is None:
        raise Refused(_("That is not possible any more: the request has moved on meanwhile. Please look at it anew."))
    request.state, request.changed_at = after, clock.now()
    for name, value in written.items():
        setattr(request, name, value)
    record(by, f"requests.{act}", request, version=request.version)
    settle_questions(request, before)
    return before


def leave_plan(request: TrainingRequest) -> None:
    """Take the step out of the plan which the approval has put there; one of the person's own stays."""
    item = db.session.get(PlanItem, request.item_id) if request.item_id else None
    if item is not None and item.id != request.step_id and item.done_on is None:
        plans.remove(item)
    request.item_id = None
