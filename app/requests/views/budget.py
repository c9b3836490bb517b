"""Budgets of units, by year."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.people.viewer import require_viewer
from app.requests import access, actions, queries
from app.requests.forms import BudgetForm, EditBudgetForm
from app.requests.models import TrainingBudget
from app.requests.views.blueprint import bp
from app.web.form import render_form
from app.web.policy import policy


@bp.get("/studio/budgets")
@policy(find=queries.budgets_visible_to, may=access.is_hr)
def list_budgets(found: Select[TrainingBudget]) -> str:
    viewer = require_viewer()
    years = sorted({*queries.years_of_budgets(viewer), viewer.today.year, viewer.today.year + 1})
    asked = request.args.get("year", type=int)
    year = asked if asked in years else viewer.today.year
    return render_template(
        "requests/list_budgets.html", accounts=queries.accounts(viewer, year), year=year, years=years
    )


@bp.route("/studio/budgets/new", methods=["GET", "POST"])
@policy(find=None, may=access.is_hr)
def create_budget() -> Response | str | tuple[str, int]:
    viewer = require_viewer()
    form = BudgetForm(queries.units_in_scope(viewer), request.args.get("year", viewer.today.year, type=int))
    if form.accepted and form.carry(actions.open_budget, by=viewer.person):
        flash(_("The budget is open."), "success")
        return _to(form.year.data)
    return render_form("requests/create_budget.html", form)


@bp.route("/studio/budgets/<int:budget_id>", methods=["GET", "POST"])
@policy(find=queries.budgets_visible_to, may=access.can_edit_budget)
def edit_budget(training_budget: TrainingBudget) -> Response | str | tuple[str, int]:
    form = EditBudgetForm(obj=training_budget)
    if form.accepted and form.carry(actions.change_budget, training_budget, by=require_viewer().person):
        flash(_("The budget is changed."), "success")
        return _to(training_budget.year)
    return render_form("requests/edit_budget.html", form, account=queries.account_of(training_budget))


@bp.post("/studio/budgets/<int:budget_id>/removal")
@policy(find=queries.budgets_visible_to, may=access.can_edit_budget)
def remove_budget(training_budget: TrainingBudget) -> Response:
    year = training_budget.year
    actions.remove_budget(training_budget, by=require_viewer().person)
    flash(_("The budget is removed."), "success")
    return _to(year)


def _to(year: int | None) -> Response:
    return redirect(url_for("requests.list_budgets", year=year), 303)
