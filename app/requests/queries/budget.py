"""Budgets, and what has become of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, case, func, literal, or_, select
from sqlalchemy.orm import contains_eager

from app.db import db
from app.people.models import OrgUnit, Person
from app.people.rules import Role, UnitKind, is_within
from app.people.tree import in_tree_order
from app.people.viewer import Viewer
from app.requests.models import TrainingBudget, TrainingRequest
from app.requests.queries.hr import in_scope
from app.requests.rules import Bill, Funds, State

WITH_BUDGETS = (UnitKind.HOUSE, UnitKind.DEPARTMENT, UnitKind.OFFICE, UnitKind.DIVISION)


@dataclass(frozen=True)
class Account:
    """A budget and what has become of it."""

    budget: TrainingBudget
    funds: Funds


def budgets_visible_to(viewer: Viewer) -> Select[TrainingBudget]:
    """The budgets of units in the viewer's scope, with the unit: SQL twin of `access.can_edit_budget`."""
    return (
        select(TrainingBudget)
        .join(TrainingBudget.unit)
        .where(in_scope(viewer))
        .options(contains_eager(TrainingBudget.unit))
    )


def is_within_scope(viewer: Viewer, unit: OrgUnit) -> bool:
    """Whether the viewer is HR for a unit."""
    return any(is_within(unit.path, scope) for scope in viewer.scopes.get(Role.HR, ()))


def accounts(viewer: Viewer, year: int) -> list[Account]:
    """The budgets of a year in the order of the tree, with their sums; two statements."""
    found = {one.unit_id: one for one in db.session.scalars(budgets_visible_to(viewer).where(_is_of(year)))}
    sums = _sums([one.id for one in found.values()])
    ordered = in_tree_order(one.unit for one in found.values())
    return [_account(found[unit.id], sums.get(found[unit.id].id, (0, 0))) for unit in ordered]


def account_of(budget: TrainingBudget) -> Account:
    """One budget with its sums; one statement."""
    return _account(budget, _sums([budget.id]).get(budget.id, (0, 0)))


def bills_of(budget_id: int) -> list[Bill]:
    """Every request that counts against a budget; one statement."""
    return [
        one.bill for one in db.session.scalars(select(TrainingRequest).where(TrainingRequest.budget_id == budget_id))
    ]


def nearest_budget(path: str, year: int) -> Select[TrainingBudget]:
    """The budget of the nearest unit at or above this path that has one for the year."""
    return (
        select(TrainingBudget)
        .join(TrainingBudget.unit)
        .where(literal(path).startswith(OrgUnit.path), _is_of(year))
        .options(contains_eager(TrainingBudget.unit))
        .order_by(func.length(OrgUnit.path).desc())
        .limit(1)
    )


def unpaid_within(path: str, year: int) -> Select[TrainingRequest]:
    """What was approved or took place at or below a unit in a year, while no budget was there to pay."""
    costs = or_(TrainingRequest.state == State.APPROVED, TrainingRequest.spent_cents > 0)
    return (
        select(TrainingRequest)
        .join(TrainingRequest.person)
        .join(Person.unit)
        .where(OrgUnit.path.startswith(path), TrainingRequest.year == year, TrainingRequest.budget_id.is_(None), costs)
        .order_by(TrainingRequest.id)
    )


def units_in_scope(viewer: Viewer) -> list[OrgUnit]:
    """The units down to divisions where the viewer is HR, in the order of the tree; one statement."""
    return in_tree_order(db.session.scalars(select(OrgUnit).where(OrgUnit.kind.in_(WITH_BUDGETS), in_scope(viewer))))


def years_of_budgets(viewer: Viewer) -> Sequence[int]:
    """The years for which there are budgets; one statement."""
    found = budgets_visible_to(viewer).with_only_columns(TrainingBudget.year).distinct()
    return sorted(db.session.scalars(found))


def _is_of(year: int) -> ColumnElement[bool]:
    return TrainingBudget.year == year


def _sums(budget_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """What is committed and what is spent by budget: SQL twin of `Bill`."""
    planned = func.coalesce(TrainingRequest.fee_cents, 0) + func.coalesce(TrainingRequest.travel_cents, 0)
    committed = func.sum(case((TrainingRequest.state == State.APPROVED, planned), else_=0))
    spent = func.sum(func.coalesce(TrainingRequest.spent_cents, 0))
    found = select(TrainingRequest.budget_id, committed, spent).where(TrainingRequest.budget_id.in_(budget_ids))
    rows = db.session.execute(found.group_by(TrainingRequest.budget_id))
    return {budget_id: (int(committed), int(spent)) for budget_id, committed, spent in rows}


def _account(budget: TrainingBudget, sums: tuple[int, int]) -> Account:
    committed, spent = sums
    return Account(budget, Funds(budget.amount_cents, committed, budget.settled_cents + spent))
