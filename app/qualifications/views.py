"""What I hold; what HR looks after, enters and takes over from files."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app import clock
from app.db import db
from app.people.viewer import require_viewer
from app.personal import Category
from app.qualifications import access, actions, labels, queries, rules
from app.qualifications.forms import HoldingForm
from app.qualifications.models import Holding, Qualification
from app.text.folding import bare
from app.visibility.queries import looks_at
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown
from app.web.upload_form import UploadForm

MOST_LOOKS = 20

bp = Blueprint("qualifications", __name__, template_folder="templates")
bp.add_app_template_filter(labels.source_label)
bp.add_app_template_filter(labels.title_of, "qualification_title")
bp.add_app_template_filter(labels.validity)
bp.add_app_template_filter(labels.months, "months_it_holds")
bp.add_app_template_filter(labels.until_label)


@bp.get("/qualifications")
@policy(find=None)
def list_own() -> str:
    person, today = require_viewer().person, clock.today()
    return render_template(
        "qualifications/list_own.html",
        standings=queries.standings_of(person.id, today),
        history=page(queries.holdings_of(person.id)),
        looks=looks_at(person.id, [Category.MANDATORY])[:MOST_LOOKS],
    )


@bp.get("/studio/qualifications")
@policy(find=queries.qualifications_in_studio, may=access.can_look_after)
def list_qualifications(found: Select[Qualification]) -> str:
    return render_template(
        "qualifications/list_qualifications.html",
        page=page(found),
        may_take_over=access.can_take_over(require_viewer()),
    )


@bp.get("/studio/qualifications/<key>")
@policy(find=queries.qualifications_in_studio, may=access.can_look_after, data="B", purpose="qualifications")
def show_qualification(qualification: Qualification) -> str:
    typed = bare(request.args.get("q", ""))
    holdings = page(queries.holdings_in_scope(require_viewer(), qualification.id, typed))
    shown(holding.person_id for holding in holdings.rows)
    return render_template(
        "qualifications/show_qualification.html",
        qualification=qualification,
        holdings=holdings,
        typed=typed,
        today=clock.today(),
        states=rules.state,
    )


@bp.route("/studio/qualifications/<key>/holdings/new", methods=["GET", "POST"])
@policy(find=queries.qualifications_in_studio, may=access.can_look_after)
def create_holding(qualification: Qualification) -> Response | str | tuple[str, int]:
    form, viewer = HoldingForm(), require_viewer()
    if form.accepted and form.carry(actions.enter, qualification, viewer=viewer):
        flash(_("It is noted. The person sees it below “Your qualifications”."), "success")
        return redirect(url_for("qualifications.show_qualification", key=qualification.key), 303)
    return render_form("qualifications/create_holding.html", form, qualification=qualification)


@bp.post("/studio/holdings/<int:holding_id>/retraction")
@policy(find=queries.holdings_in_studio, may=access.can_retract)
def retract_holding(holding: Holding) -> Response:
    actions.retract(holding, by=require_viewer().person)
    flash(_("It no longer counts. That it stood there, and who took it back, is kept."), "success")
    return redirect(url_for("qualifications.show_qualification", key=holding.qualification.key), 303)


@bp.route("/studio/qualifications/import", methods=["GET", "POST"])
@policy(find=None, may=access.can_take_over)
def import_records() -> Response | str | tuple[str, int]:
    form = UploadForm()
    offered = db.session.scalars(queries.offered()).all()
    known = {"example": _example(), "offered": offered, "errors": []}
    if not form.accepted:
        return render_form("qualifications/import_records.html", form, **known, intake=None)
    intake, errors = queries.records_in_file(form.text.data or "")
    if errors:
        return render_form("qualifications/import_records.html", form, **known | {"errors": errors}, intake=None)
    if not form.confirmed.data:
        return render_template("qualifications/import_records.html", form=form, **known, intake=intake)
    actions.take_over(intake, by=require_viewer().person)
    flash(_("The file is taken over."), "success")
    return redirect(url_for("qualifications.list_qualifications"), 303)


def _example() -> str:
    """A file as one might bring it, in the language of the page."""
    return "\n".join(
        (
            _("person;qualification;from;until;note"),
            "100234;Arbeitsschutz-Unterweisung;12.03.2026;;Bauhof",
            "kim.beispiel@stadt.example;Ersthelfer;04.11.2025;04.11.2027;DRK",
        )
    )
