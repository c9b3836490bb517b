"""The proposal."""

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app.people.viewer import require_viewer
from app.plans import actions, queries
from app.plans.forms import CalculationForm, CourseForm, PinForm, ProposalForm
from app.plans.queries import Suggestion
from app.plans.views.blueprint import bp
from app.web.policy import policy
from app.web.render import render


@bp.get("/plan/proposal")
@policy(find=None)
def show_proposal() -> str:
    viewer = require_viewer()
    return _page(queries.suggestion_for(viewer.person, viewer.today))


@bp.post("/plan/proposal")
@policy(find=None)
def accept_proposal() -> Response:
    form = ProposalForm()
    form.courses.choices = []
    chosen = (form.courses.data or []) if form.accepted else []
    taken = actions.accept(require_viewer().person, chosen)
    if not (taken.added or taken.moved or taken.removed):
        flash(_("Nothing was ticked, so nothing was added."), "info")
        return redirect(url_for("plans.show_proposal"), 303)
    if taken.added:
        flash(
            ngettext("%(num)d step is in your plan now.", "%(num)d steps are in your plan now.", taken.added), "success"
        )
    elif taken.moved:
        flash(_("The dates of the proposal are in your plan now."), "success")
    return redirect(url_for("plans.show_plan", removed=taken.removed), 303)


@bp.post("/plan/proposal/calculation")
@policy(find=None)
def calculate_proposal() -> Response | tuple[str, int]:
    form, viewer = CalculationForm(), require_viewer()
    if form.accepted and form.carry(actions.calculate, viewer.person):
        return redirect(url_for("plans.show_proposal"), 303)
    return _page(queries.suggestion_for(viewer.person, viewer.today), form), 422


@bp.post("/plan/proposal/pins")
@policy(find=None)
def pin_course() -> Response:
    form = PinForm()
    if not form.accepted:
        abort(400)
    actions.pin(require_viewer().person, **form.values)
    return _back_to(form)


@bp.post("/plan/proposal/alternatives")
@policy(find=None)
def ask_alternative() -> Response:
    form = CourseForm()
    if not form.accepted:
        abort(400)
    actions.ask_instead(require_viewer().person, **form.values)
    return _back_to(form)


def _back_to(form: CourseForm) -> Response:
    """The page at the course, also when the proposal is there only some seconds later."""
    course = form.course_id.data
    return redirect(url_for("plans.show_proposal", course=course, _anchor=f"course-{course}"), 303)


def _page(suggestion: Suggestion | None, sent: CalculationForm | None = None) -> str:
    """The page; while the proposal is being made, the part that says how far it is comes alone for htmx."""
    new = suggestion.new_steps if suggestion else []
    form = ProposalForm(formdata=None, courses=[step.course_id for step in new])
    form.courses.choices = [(step.course_id, step.title) for step in new]
    time = sent or CalculationForm(
        weekly_minutes=suggestion.weekly_minutes if suggestion else None, weeks=suggestion.weeks if suggestion else None
    )
    return render(
        "plans/show_proposal.html",
        fragment="plans/_proposal.html",
        suggestion=suggestion,
        form=form,
        time_form=time,
        at=request.args.get("course", type=int),
    )
