"""Yes or no of the leader, then of HR, which commits the money."""

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.notifications.rules import Kind
from app.people.models import OrgUnit, Person
from app.plans import actions as plans
from app.plans.models import PlanItem
from app.plans.rules import Details, ItemKind
from app.requests import queries, rules
from app.requests.actions.moving import lock, move
from app.requests.actions.telling import tell_hr, tell_person
from app.requests.models import Decision, TrainingBudget, TrainingRequest
from app.requests.queries import Account
from app.requests.rules import Act, Stage
from app.text.language import speaking


def decide_as_leader(request: TrainingRequest, *, is_yes: bool, note: str, version: int, by: Person) -> None:
    """Pass a request on to HR, or decline it with a reason."""
    _check(request, version, by)
    move(request, Act.SUPPORT if is_yes else Act.DECLINE, by=by)
    _write(request, Stage.LEADER, is_yes=is_yes, note=note, by=by)
    if is_yes:
        tell_person(request, Kind.TRAINING_SUPPORTED)
        tell_hr(request, Kind.TRAINING_WITH_HR)
    else:
        tell_person(request, Kind.TRAINING_DECLINED, note)


def decide_as_hr(
    request: TrainingRequest, *, is_yes: bool, note: str, version: int, overspends: bool = False, by: Person
) -> None:
    """Approve a request, which commits its costs and puts it into the person's plan, or decline it with a reason.

    Whoever overspends a budget says so, and why: it is written down.
    """
    _check(request, version, by)
    move(request, Act.APPROVE if is_yes else Act.DECLINE, by=by)
    over = _pay(request, overspends=overspends, note=note, by=by) if is_yes else 0
    _write(request, Stage.HR, is_yes=is_yes, note=note, by=by, over_cents=over)
    if is_yes:
        _plan(request)
        tell_person(request, Kind.TRAINING_APPROVED)
    else:
        tell_person(request, Kind.TRAINING_DECLINED, note)


def nearest_account(request: TrainingRequest) -> Account | None:
    """The budget that would pay a request today, with what is free; None where no unit upwards has one."""
    year = rules.year_of(request.starts_on, clock.today())
    budget = db.session.scalars(queries.nearest_budget(request.person.unit.path, year)).one_or_none()
    return queries.account_of(budget) if budget else None


def lock_budgets() -> None:
    """Let opening a budget and approving what no budget pays take turns, so that nothing falls between the two."""
    top = select(OrgUnit.id).where(OrgUnit.parent_id.is_(None)).order_by(OrgUnit.id)
    db.session.execute(top.with_for_update(key_share=True))


def _check(request: TrainingRequest, version: int, by: Person) -> None:
    lock(request)
    if request.person_id == by.id:
        raise Refused(_("Somebody else decides on your own request."))
    if request.version != version:
        raise Refused(_("The request was changed since you opened this page. Please look at it anew."))


def _pay(request: TrainingRequest, *, overspends: bool, note: str, by: Person) -> int:
    """Let the nearest budget pay, which is locked until then; returns by how much it is overspent."""
    request.year = rules.year_of(request.starts_on, clock.today())
    account = nearest_account(request)
    if account is None:
        lock_budgets()
        account = nearest_account(request)
    if account is None:
        return 0
    budget = account.budget
    found = select(TrainingBudget.id).where(TrainingBudget.id == budget.id).with_for_update()
    if db.session.scalar(found) is None:
        raise Refused(_("The budget was removed meanwhile. Please decide again."))
    db.session.refresh(budget)
    over = queries.account_of(budget).funds.over(request.cost_cents)
    if over and not overspends:
        raise Refused(_("This overspends the budget. Please confirm that you want that, and say why."), "overspends")
    if over and not note:
        raise Refused(_("Please say why the budget may be overspent."), "note")
    request.budget = budget
    if over:
        record(by, "requests.overspent", budget, request=request.id, over_cents=over)
    return over


def _write(request: TrainingRequest, stage: Stage, *, is_yes: bool, note: str, by: Person, over_cents: int = 0) -> None:
    if not is_yes and not note:
        raise Refused(_("Please give a reason: the person reads it."), "note")
    row = Decision(version=request.version, stage=stage, is_yes=is_yes, note=note, over_cents=over_cents)
    row.decided_by_id, row.decided_at = by.id, clock.now()
    request.decisions.append(row)
    db.session.flush()


def _plan(request: TrainingRequest) -> None:
    """Let it be a step of the person's plan: the one it is for, or a new one; a full plan is left as it is."""
    step = db.session.get(PlanItem, request.step_id) if request.step_id else None
    if step is not None and step.removed_at is None and step.done_on is None:
        request.item_id = step.id
        return
    with speaking(request.person.language):
        reason = _("From an approved training request.")
    details = Details(kind=ItemKind.EXTERNAL, link=request.link, competence_id=request.competence_id, reason=reason)
    minutes = (request.work_hours or 1) * 60
    try:
        with db.session.begin_nested():
            item = plans.add_own_step(
                request.person, title=request.title, minutes=minutes, due_on=request.starts_on, details=details
            )
            db.session.flush()
    except Refused:
        return
    request.item_id = item.id
    db.session.flush()
