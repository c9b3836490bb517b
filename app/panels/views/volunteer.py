"""Calling for volunteers, and putting oneself forward."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.panels import access, actions, queries
from app.panels.forms import CallForm
from app.panels.models import Panel
from app.panels.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown

PER_PAGE = 50


@bp.route("/panels/<int:panel_id>/call", methods=["GET", "POST"])
@policy(find=queries.panels_visible_to, may=access.can_run)
def call_for_volunteers(panel: Panel) -> Response | str | tuple[str, int]:
    form = CallForm(closes_on=panel.last_day, seed_source=panel.seed_source, seed_on=panel.seed_on)
    if form.accepted and form.carry(actions.volunteer.call, panel, by=require_viewer().person):
        flash(_("The call stands: everybody in the house can put themselves forward."), "success")
        return redirect(url_for("panels.organise_panel", panel_id=panel.id), 303)
    return render_form("panels/call_for_volunteers.html", form, panel=panel)


@bp.get("/panels/<int:panel_id>/volunteers")
@policy(find=queries.panels_visible_to, may=access.can_run, data="C", purpose="panel")
def list_volunteers(panel: Panel) -> str:
    name = request.args.get("q", "").strip()
    found = page(queries.draw.volunteers(panel, name), per_page=PER_PAGE)
    shown(one.person_id for one in found.rows)
    number = queries.draw.number_of_volunteers(panel)
    return render_template("panels/list_volunteers.html", panel=panel, page=found, name=name, number=number)


@bp.post("/panels/<int:panel_id>/volunteering")
@policy(find=queries.panels_visible_to)
def create_volunteer(panel: Panel) -> Response:
    actions.volunteer.put_forward(panel, require_viewer().person)
    flash(_("Thank you. You take part in the draw."), "success")
    return redirect(url_for("panels.show_panel", panel_id=panel.id), 303)


@bp.post("/panels/<int:panel_id>/volunteering/withdrawal")
@policy(find=queries.panels_visible_to)
def withdraw_volunteer(panel: Panel) -> Response:
    actions.volunteer.withdraw(panel, require_viewer().person)
    flash(_("You no longer take part in the draw."), "success")
    return redirect(url_for("panels.show_panel", panel_id=panel.id), 303)
