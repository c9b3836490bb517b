"""The draw: its chances, its list, its seed, its protocol, and who moves up."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app.panels import access, actions, queries, sentences
from app.panels.forms import SeedForm
from app.panels.models import Panel
from app.panels.protocol import protocol
from app.panels.views.blueprint import bp
from app.people.viewer import require_viewer
from app.text.paper import MIMETYPE
from app.web.form import render_form
from app.web.policy import policy, shown


@bp.post("/panels/<int:panel_id>/calculation")
@policy(find=queries.panels_visible_to, may=access.can_run)
def calculate_draw(panel: Panel) -> Response:
    actions.draw.calculate(panel, by=require_viewer().person)
    return _to_desk(panel)


@bp.post("/panels/<int:panel_id>/publication")
@policy(find=queries.panels_visible_to, may=access.can_run)
def publish_draw(panel: Panel) -> Response:
    actions.draw.publish(panel, by=require_viewer().person)
    flash(_("The list is fixed and its hash published. Each volunteer sees their own chance now."), "success")
    return _to_desk(panel)


@bp.route("/panels/<int:panel_id>/draw", methods=["GET", "POST"])
@policy(find=queries.panels_visible_to, may=access.can_run)
def create_draw(panel: Panel) -> Response | str | tuple[str, int]:
    if panel.draw is None or (panel.draw.drawn_at is not None and request.method == "GET"):
        return _to_desk(panel)
    form = SeedForm()
    if form.accepted and form.carry(actions.draw.draw, panel, by=require_viewer().person):
        count = len(panel.draw.drawn)
        flash(
            ngettext(
                "%(num)d person is drawn and told; so are those on whom the lot did not fall.",
                "%(num)d people are drawn and told; so are those on whom the lot did not fall.",
                count,
            ),
            "success",
        )
        return _to_desk(panel)
    return render_form("panels/create_draw.html", form, panel=panel)


@bp.post("/panels/<int:panel_id>/replacement")
@policy(find=queries.panels_visible_to, may=access.can_run)
def create_replacement(panel: Panel) -> Response:
    actions.draw.move_up(panel, by=require_viewer().person)
    flash(_("Somebody has moved up and is told."), "success")
    return _to_desk(panel)


@bp.get("/panels/<int:panel_id>/protocol")
@policy(find=queries.panels_visible_to, data="C", purpose="panel")
def show_protocol(panel: Panel) -> str:
    if panel.draw is None or panel.draw.published_at is None:
        abort(404)
    viewer = require_viewer()
    roster = queries.roster(panel) if access.can_run(viewer, panel) else None
    shown([panel.run_by_id, *(member.person_id for member in (roster.inside if roster else ()))])
    return render_template(
        "panels/show_protocol.html",
        panel=panel,
        draw=panel.draw,
        paper=panel.draw.paper,
        roster=roster,
        can_check=access.can_check(viewer, panel),
        sentences=sentences,
    )


@bp.get("/panels/<int:panel_id>/protocol.pdf")
@policy(find=queries.panels_visible_to)
def print_protocol(panel: Panel) -> Response:
    """The protocol for the file; who may check the draw finds every pseudonym in it, and nobody finds a name."""
    if panel.draw is None or panel.draw.published_at is None:
        abort(404)
    return Response(
        protocol(panel, panel.draw, with_lots=access.can_check(require_viewer(), panel)),
        mimetype=MIMETYPE,
        headers={"Content-Disposition": f'attachment; filename="lotse-draw-{panel.id}.pdf"'},
    )


@bp.get("/panels/<int:panel_id>/list")
@policy(find=queries.panels_visible_to, may=access.can_check)
def export_list(panel: Panel) -> Response:
    if panel.draw is None or panel.draw.published_at is None:
        abort(404)
    name = f"lotse-draw-{panel.id}.json"
    return Response(
        panel.draw.document,
        mimetype="text/plain",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _to_desk(panel: Panel) -> Response:
    return redirect(url_for("panels.organise_panel", panel_id=panel.id, _anchor="draw"), 303)
