"""Where I stand, what I say about it, and where I want to get."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences import actions, queries
from app.competences.forms import GoalForm, SelfAssessmentForm
from app.competences.models import Competence
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import page, page_of
from app.web.policy import policy

bp = Blueprint("competences", __name__, template_folder="templates")


@bp.get("/competences")
@policy(find=None)
def show_competences() -> str:
    person = require_viewer().person
    overview = queries.overview(queries.goal_of(person.id), queries.standings(person.id))
    return render_template("competences/show_competences.html", overview=overview, page=page_of(overview.lines))


@bp.route("/competences/self-assessment", methods=["GET", "POST"])
@policy(find=None)
def assess() -> Response | str | tuple[str, int]:
    person = require_viewer().person
    goal, held = queries.goal_of(person.id), queries.standings(person.id)
    levels = {competence: now.level for competence, now in held.items()}
    form = SelfAssessmentForm(queries.questions(goal.targets if goal else None), levels)
    saves_itself = request.headers.get("X-Autosave") == "1"
    if form.accepted and form.carry(actions.assess_anew if saves_itself else actions.assess, person, form.levels):
        if saves_itself:
            return Response(status=204)
        flash(_("Your self-assessment is saved."), "success")
        return redirect(url_for("competences.show_competences"), 303)
    return render_form("competences/assess.html", form, goal=goal, standings=held)


@bp.route("/competences/goal", methods=["GET", "POST"])
@policy(find=None)
def choose_goal() -> Response | str | tuple[str, int]:
    person = require_viewer().person
    form = GoalForm()
    if form.accepted and form.carry(actions.choose_goal, person):
        flash(_("Your goal is saved."), "success")
        return redirect(url_for("competences.show_competences"), 303)
    proposed = queries.profile_of_job(person)
    profiles = page(queries.profiles_in_use(proposed))
    goal = queries.goal_of(person.id)
    return render_form("competences/choose_goal.html", form, profiles=profiles, proposed=proposed, goal=goal)


@bp.post("/competences/goal/removal")
@policy(find=None)
def remove_goal() -> Response:
    actions.give_up_goal(require_viewer().person)
    flash(_("You have no goal at present. What you said about your levels is still there."), "success")
    return redirect(url_for("competences.show_competences"), 303)


@bp.get("/competences/<key>")
@policy(find=queries.competences_visible_to)
def show_competence(competence: Competence) -> str:
    viewer = require_viewer()
    statements = queries.statements_visible_to(viewer).where(queries.is_about(competence.id))
    goal = queries.goal_of(viewer.person.id)
    return render_template(
        "competences/show_competence.html",
        competence=competence,
        current=queries.standings(viewer.person.id).get(competence.id),
        target=goal.targets.get(competence.id) if goal else None,
        history=page(statements),
    )
