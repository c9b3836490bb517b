"""The proposal."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app.people.viewer import require_viewer
from app.plans import actions, queries
from app.plans.forms import (
    ProposalForm,
)
from app.plans.views.blueprint import bp
from app.web.policy import policy


@bp.get("/plan/proposal")
@policy(find=None)
def show_proposal() -> str:
    viewer = require_viewer()
    suggestion = queries.suggestion_for(viewer.person.id, viewer.today)
    form = ProposalForm(courses=[step.course_id for step in suggestion.steps] if suggestion else [])
    form.courses.choices = [(step.course_id, step.title) for step in suggestion.steps] if suggestion else []
    return render_template("plans/show_proposal.html", suggestion=suggestion, form=form)


@bp.post("/plan/proposal")
@policy(find=None)
def accept_proposal() -> Response:
    form = ProposalForm()
    form.courses.choices = []
    if not form.accepted:
        flash(_("Nothing was ticked, so nothing was added."), "info")
        return redirect(url_for("plans.show_proposal"), 303)
    added = actions.accept(require_viewer().person, form.courses.data or [])
    flash(ngettext("%(num)d step is in your plan now.", "%(num)d steps are in your plan now.", added), "success")
    return redirect(url_for("plans.show_plan"), 303)
