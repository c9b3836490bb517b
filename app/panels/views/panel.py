"""Teams: which there are, what one is for, and how it stands."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.panels import access, actions, queries, sentences
from app.panels.forms import NewPanelForm, PanelForm, quotas_form
from app.panels.models import Panel
from app.panels.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown
from app.web.render import render


@bp.get("/panels")
@policy(find=queries.panels_visible_to)
def list_panels(found: Select[Panel]) -> str:
    viewer = require_viewer()
    panels = page(found)
    return render_template(
        "panels/list_panels.html",
        page=panels,
        standings=queries.standings(panels.rows, viewer),
        can_start=access.can_start(viewer),
    )


@bp.route("/panels/new", methods=["GET", "POST"])
@policy(find=None, may=access.can_start)
def create_panel() -> Response | str | tuple[str, int]:
    form = NewPanelForm()
    if form.accepted:
        panel = actions.start(by=require_viewer().person, **form.values)
        flash(_("The team is started. Now ask people, or call for volunteers."), "success")
        return redirect(url_for("panels.organise_panel", panel_id=panel.id), 303)
    return render_form("panels/create_panel.html", form)


@bp.get("/panels/<int:panel_id>")
@policy(find=queries.panels_visible_to, data="A", purpose="panel")
def show_panel(panel: Panel) -> str:
    viewer = require_viewer()
    (standing,) = queries.standings([panel], viewer)
    is_inside = standing.member is not None and standing.member.is_in
    roster = queries.roster(panel) if is_inside or access.can_run(viewer, panel) else None
    shown([panel.run_by_id, *(member.person_id for member in (roster.inside if roster else ()))])
    return render_template(
        "panels/show_panel.html",
        panel=panel,
        standing=standing,
        roster=roster,
        chance=queries.draw.chance_of(panel, standing.volunteer),
        sentences=sentences,
    )


@bp.get("/panels/<int:panel_id>/organise")
@policy(find=queries.panels_visible_to, may=access.can_run, data="C", purpose="panel")
def organise_panel(panel: Panel) -> str:
    roster = queries.roster(panel)
    shown(member.person_id for member in roster.members)
    return render(
        "panels/organise_panel.html",
        fragment="panels/_draw.html",
        panel=panel,
        roster=roster,
        state=sentences.state(roster.now, len(roster.waiting)),
        missing=sentences.missing(roster.now),
        if_all_agree=sentences.missing_if_all_agree(roster.now, roster.hoped),
        desk=queries.draw.desk(panel, require_viewer().today),
        sentences=sentences,
    )


@bp.route("/panels/<int:panel_id>/description", methods=["GET", "POST"])
@policy(find=queries.panels_visible_to, may=access.can_run)
def edit_panel(panel: Panel) -> Response | str | tuple[str, int]:
    form = PanelForm(obj=panel)
    if form.accepted and form.carry(actions.revise, panel, by=require_viewer().person):
        flash(_("Saved."), "success")
        return redirect(url_for("panels.organise_panel", panel_id=panel.id), 303)
    return render_form("panels/edit_panel.html", form, panel=panel)


@bp.route("/panels/<int:panel_id>/quotas", methods=["GET", "POST"])
@policy(find=queries.panels_visible_to, may=access.can_run)
def edit_quotas(panel: Panel) -> Response | str | tuple[str, int]:
    form = quotas_form(panel.groups)
    if form.accepted and form.carry(actions.set_quotas, panel, by=require_viewer().person):
        flash(_("The cross-section is saved."), "success")
        return redirect(url_for("panels.organise_panel", panel_id=panel.id), 303)
    return render_form("panels/edit_quotas.html", form, panel=panel)
