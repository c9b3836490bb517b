"""Budgets of units: opened for a year, changed, removed while nothing counts against them."""

from flask_babel import gettext as _
from sqlalchemy import select

from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.people.models import OrgUnit, Person
from app.requests import queries
from app.requests.actions.decision import lock_budgets
from app.requests.models import TrainingBudget, TrainingRequest


def open_budget(unit: OrgUnit, *, year: int, amount_cents: int, by: Person) -> TrainingBudget:
    """Give a unit and all below it money for a year.

    It pays what was approved there while there was no budget; what another budget pays stays with that one.
    """
    lock_budgets()
    same = select(TrainingBudget.id).where(TrainingBudget.unit_id == unit.id, TrainingBudget.year == year)
    if db.session.scalar(same) is not None:
        raise Refused(_("%(unit)s has a budget for %(year)s already.", unit=unit.name, year=year), "unit_id")
    budget = TrainingBudget(unit=unit, year=year, amount_cents=amount_cents)
    db.session.add(budget)
    db.session.flush()
    for request in db.session.scalars(queries.unpaid_within(unit.path, year)):
        request.budget = budget
    record(by, "requests.budget-opened", budget, unit=unit.id, year=year, amount_cents=amount_cents)
    db.session.flush()
    return budget


def change_budget(budget: TrainingBudget, *, amount_cents: int, version: int, by: Person) -> None:
    """Give more or less; less than is promised is allowed, since it can't be unpromised, and is shown."""
    _lock(budget, version)
    if budget.amount_cents != amount_cents:
        record(by, "requests.budget-changed", budget, before=budget.amount_cents, amount_cents=amount_cents)
        budget.amount_cents, budget.version = amount_cents, budget.version + 1
    db.session.flush()


def remove_budget(budget: TrainingBudget, *, by: Person) -> None:
    """Remove a budget that was opened by mistake: nothing may count against it."""
    _lock(budget, None)
    used = select(TrainingRequest.id).where(TrainingRequest.budget_id == budget.id).limit(1)
    if budget.settled_cents or db.session.scalar(used) is not None:
        raise Refused(_("Requests count against this budget, so it can’t be removed. You can change its amount."))
    record(by, "requests.budget-removed", budget, unit=budget.unit_id, year=budget.year)
    db.session.delete(budget)
    db.session.flush()


def _lock(budget: TrainingBudget, version: int | None) -> None:
    db.session.refresh(budget, with_for_update={"of": TrainingBudget})
    if version is not None and budget.version != version:
        raise Refused(_("Somebody else has changed this budget meanwhile. Please look at it anew."))
