"""Where I stand, and what I say about it."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences import actions, queries
from app.competences.forms import SelfAssessmentForm
from app.competences.models import Competence, Statement
from app.competences.rules import Stage
from app.competences.views.blueprint import bp
from app.competences.views.framework import chosen_model
from app.db import db
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import page, page_of
from app.web.policy import policy
from app.web.redirects import own_path


@bp.get("/competences")
@policy(find=None)
def show_competences() -> str:
    person = require_viewer().person
    overview = queries.overview(queries.goal_of(person.id), queries.own_levels(person.id))
    lines = page_of([*overview.lines, *overview.beyond])
    return render_template("competences/show_competences.html", overview=overview, page=lines)


@bp.route("/competences/self-assessment", methods=["GET", "POST"])
@policy(find=None)
def assess() -> Response | str | tuple[str, int]:
    person = require_viewer().person
    goal, held = queries.goal_of(person.id), queries.standings(person.id)
    models = queries.models_in_use()
    model = chosen_model(models, request.args.get("model"), first=goal is None)
    ids = queries.competence_ids_of(model.id) if model else goal.targets if goal else []
    form = SelfAssessmentForm(queries.questions(ids), queries.own_words(person.id))
    if form.accepted and form.carry(actions.assess_anew, person, form.levels, form.confirmed):
        if request.headers.get("X-Autosave") == "1":
            return Response(status=204)
        if not form.answered:
            flash(_("You have not chosen anything yet, so there was nothing to save."), "info")
            return redirect(request.full_path, 303)
        flash(_("Your self-assessment is saved."), "success")
        return redirect(url_for("competences.show_competences"), 303)
    about = queries.about_model(model.id) if model else ""
    return render_form(
        "competences/assess.html", form, goal=goal, standings=held, models=models, model=model, about=about
    )


@bp.get("/competences/<key>")
@policy(find=queries.competences_visible_to)
def show_competence(competence: Competence) -> Response | str:
    viewer = require_viewer()
    if competence.area.framework.stage is Stage.OUTDATED:
        successor = db.session.scalars(queries.successor_of(competence.id)).first()
        if successor is not None:
            return redirect(url_for("competences.show_competence", key=successor.key))
    statements = queries.statements_visible_to(viewer).where(queries.is_about(competence.id))
    goal = queries.goal_of(viewer.person.id)
    return render_template(
        "competences/show_competence.html",
        competence=competence,
        picture=queries.picture(statements, competence),
        target=goal.targets.get(competence.id) if goal else None,
        history=page(queries.history_of(viewer, competence.id)),
        person_id=viewer.person.id,
    )


@bp.post("/competences/<key>/confirmation")
@policy(find=queries.competences_visible_to)
def confirm_level(competence: Competence) -> Response:
    actions.confirm(require_viewer().person, competence.id)
    flash(_("Confirmed: your level still fits."), "success")
    return redirect(own_path(request.form.get("next")) or url_for("competences.show_competences"), 303)


@bp.post("/competences/statements/<int:statement_id>/retraction")
@policy(find=queries.statements_to_retract)
def retract_statement(statement: Statement) -> Response:
    evidence = db.session.scalars(queries.evidence_behind(statement.id)).first()
    if evidence is not None and evidence.person_id == require_viewer().person.id:
        flash(_("This level follows from your evidence. Correct it here, or withdraw it."), "info")
        return redirect(url_for("competences.show_evidence", evidence_id=evidence.id), 303)
    viewer = require_viewer().person
    actions.retract(statement, viewer)
    if statement.person_id != viewer.id:
        flash(_("Taken back: it no longer counts. %(name)s is told.", name=statement.person.name), "success")
        return redirect(url_for("competences.list_inquiries", _anchor="answered"), 303)
    flash(_("Taken back: it no longer counts."), "success")
    return redirect(url_for("competences.show_competence", key=statement.competence.key), 303)
