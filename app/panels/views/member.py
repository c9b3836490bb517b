"""Asking people by name, and their answers."""

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.panels import access, actions, queries
from app.panels.forms import CircleForm, MemberForm
from app.panels.models import Panel, PanelMember
from app.panels.rules import Circle
from app.panels.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/panels/<int:panel_id>/members/new", methods=["GET", "POST"])
@policy(find=queries.panels_visible_to, may=access.can_run)
def create_member(panel: Panel) -> Response | str | tuple[str, int]:
    form = MemberForm(name=request.args.get("q"))
    if form.accepted and form.carry(actions.member.ask, panel, by=require_viewer().person):
        flash(_("We have asked. You get a message with the answer."), "success")
        return redirect(url_for("panels.organise_panel", panel_id=panel.id), 303)
    return render_form("panels/create_member.html", form, panel=panel)


@bp.post("/panels/members/<int:member_id>/acceptance")
@policy(find=queries.memberships_of, may=access.is_oneself)
def accept_membership(panel_member: PanelMember) -> Response:
    actions.member.accept(panel_member)
    flash(_("Thank you. You are in the team."), "success")
    return redirect(url_for("panels.show_panel", panel_id=panel_member.panel_id), 303)


@bp.post("/panels/members/<int:member_id>/refusal")
@policy(find=queries.memberships_of, may=access.is_oneself)
def decline_membership(panel_member: PanelMember) -> Response:
    actions.member.decline(panel_member)
    flash(_("That is all right. We tell whoever asked."), "success")
    return redirect(url_for("panels.list_panels"), 303)


@bp.post("/panels/members/<int:member_id>/departure")
@policy(find=queries.memberships_of, may=access.is_oneself)
def leave_panel(panel_member: PanelMember) -> Response:
    actions.member.leave(panel_member)
    flash(_("You have left the team. Thank you for having been part of it."), "success")
    return redirect(url_for("panels.list_panels"), 303)


@bp.post("/panels/members/<int:member_id>/withdrawal")
@policy(find=queries.members_run_by, may=access.can_change_member)
def take_back_request(panel_member: PanelMember) -> Response:
    panel_id = panel_member.panel_id
    actions.member.take_back(panel_member, by=require_viewer().person)
    flash(_("The request is taken back."), "success")
    return redirect(url_for("panels.organise_panel", panel_id=panel_id), 303)


@bp.post("/panels/members/<int:member_id>/circle")
@policy(find=queries.members_run_by, may=access.can_change_member)
def move_member(panel_member: PanelMember) -> Response:
    form = CircleForm()
    if not form.accepted:
        abort(400)
    actions.member.move(panel_member, **form.values)
    flash(
        _("Now in the core team.") if panel_member.circle is Circle.CORE else _("Now in the wider circle."), "success"
    )
    return redirect(url_for("panels.organise_panel", panel_id=panel_member.panel_id), 303)
