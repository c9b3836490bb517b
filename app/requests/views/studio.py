"""What HR sees and decides: the list with filters, one request, and the list as a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response as FileResponse
from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.db import db
from app.people.models import OrgUnit
from app.people.viewer import require_viewer
from app.requests import access, actions, lists, queries
from app.requests.forms import HrDecisionForm
from app.requests.models import TrainingRequest
from app.requests.rules import State
from app.requests.views.blueprint import bp
from app.text import spreadsheet
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown


@dataclass(frozen=True)
class Asked:
    """What the address filters by."""

    state: State | None
    unit: OrgUnit | None
    year: int | None

    @property
    def kept(self) -> dict[str, object]:
        """The same for an address."""
        named = {"state": self.state, "unit": self.unit and self.unit.id, "year": self.year}
        return {name: value for name, value in named.items() if value}


@bp.get("/studio/requests")
@policy(find=queries.requests_visible_to_hr, may=access.is_hr, data="C", purpose="training")
def list_for_hr(found: Select[TrainingRequest]) -> str:
    viewer = require_viewer()
    units = queries.units_in_scope(viewer)
    asked = _asked(units)
    requests = page(queries.for_hr(viewer, asked.state, asked.unit, asked.year))
    shown(one.person_id for one in requests.rows)
    return render_template(
        "requests/list_for_hr.html",
        requests=requests,
        asked=asked,
        units=units,
        years=[(year, year) for year in queries.years_of_requests(viewer)],
        numbers=queries.numbers_of_states(viewer, asked.unit, asked.year),
    )


@bp.get("/studio/requests.xlsx")
@policy(find=queries.requests_visible_to_hr, may=access.is_hr, data="C", purpose="training")
def export_requests(found: Select[TrainingRequest]) -> Response:
    """The same list as a spreadsheet."""
    return _file(lists.as_workbook(_all()), spreadsheet.MIMETYPE, "lotse-training-requests.xlsx")


@bp.get("/studio/requests.csv")
@policy(find=queries.requests_visible_to_hr, may=access.is_hr, data="C", purpose="training")
def export_requests_as_text(found: Select[TrainingRequest]) -> Response:
    """The same list as text, separated by semicolons."""
    return _file(lists.as_csv(_all()).encode(), "text/csv", "lotse-training-requests.csv")


@bp.route("/studio/requests/<int:request_id>", methods=["GET", "POST"])
@policy(find=queries.requests_visible_to_hr, may=access.can_see_as_hr, data="C", purpose="training")
def decide_for_hr(training_request: TrainingRequest) -> Response | str | tuple[str, int]:
    viewer = require_viewer()
    form = HrDecisionForm(data={"version": training_request.version})
    may_decide = access.can_decide_as_hr(viewer, training_request)
    if form.accepted and form.carry(actions.decide_as_hr, training_request, by=viewer.person):
        name = training_request.person.name
        said = _("Approved: the costs are committed, and %(name)s is told.", name=name)
        flash(said if form.values["is_yes"] else _("Declined. %(name)s gets your answer.", name=name), "success")
        return redirect(url_for("requests.list_for_hr", state=State.WITH_HR), 303)
    account = actions.nearest_account(training_request) if may_decide else None
    return render_form(
        "requests/decide_for_hr.html",
        form,
        training=training_request,
        may_decide=may_decide,
        account=account,
        over=account.funds.over(training_request.cost_cents) if account else 0,
    )


def _asked(units: Sequence[OrgUnit]) -> Asked:
    typed = request.args.get("state", "")
    state = State(typed) if typed in set(State) - {State.DRAFT} else None
    unit = next((one for one in units if one.id == request.args.get("unit", type=int)), None)
    year = request.args.get("year", type=int)
    return Asked(state, unit, year if year is not None and 2000 <= year <= 2100 else None)


def _all() -> Sequence[TrainingRequest]:
    """Every request that the address asks for."""
    viewer = require_viewer()
    asked = _asked(queries.units_in_scope(viewer))
    found = db.session.scalars(queries.for_hr(viewer, asked.state, asked.unit, asked.year)).all()
    shown(one.person_id for one in found)
    return found


def _file(content: bytes, mimetype: str, name: str) -> Response:
    return FileResponse(content, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})
