"""Where I want to get."""

from itertools import groupby

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences import actions, queries
from app.competences.forms import GoalForm
from app.competences.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy


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
    grouped = groupby(profiles.rows, key=lambda profile: "fits" if profile.id == proposed else profile.kind)
    groups = [(group, list(some)) for group, some in grouped]
    goal = queries.goal_of(person.id)
    return render_form(
        "competences/choose_goal.html", form, profiles=profiles, groups=groups, proposed=proposed, goal=goal
    )


@bp.post("/competences/goal/removal")
@policy(find=None)
def remove_goal() -> Response:
    actions.give_up_goal(require_viewer().person)
    flash(_("You have no goal at present. What you said about your levels is still there."), "success")
    return redirect(url_for("competences.show_competences"), 303)
