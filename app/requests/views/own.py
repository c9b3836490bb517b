"""My own requests, from the wish to the evidence."""

from flask import Response as EmptyResponse
from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.competences.queries import choice
from app.people.viewer import require_viewer
from app.requests import access, actions, queries, rules
from app.requests.forms import BeginForm, DraftForm, ProofForm, ReportForm, WithdrawForm
from app.requests.models import TrainingRequest
from app.requests.rules import Act, State
from app.requests.views.blueprint import bp
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy
from app.web.uploads import takes_file


@bp.get("/requests")
@policy(find=queries.own_requests)
def list_requests(found: Select[TrainingRequest]) -> str:
    looks = queries.looks_at_requests(require_viewer().person.id)
    return render_template("requests/list_requests.html", requests=page(found), looks=looks)


@bp.route("/requests/new", methods=["GET", "POST"])
@policy(find=None)
def create_request() -> Response | str | tuple[str, int]:
    form = BeginForm()
    if form.accepted:
        person = require_viewer().person
        gaps = queries.gaps_of(person.id)
        wanted = next((one.id for one in gaps if one.key == request.args.get("competence")), None)
        draft = actions.begin(person, competence_id=wanted, **form.values)
        return redirect(url_for("requests.edit_request", request_id=draft.id), 303)
    return render_form("requests/create_request.html", form)


@bp.get("/requests/<int:request_id>")
@policy(find=queries.own_requests, may=access.is_own)
def show_request(training_request: TrainingRequest) -> str:
    is_declined = training_request.state is State.DECLINED
    return render_template(
        "requests/show_request.html",
        training=training_request,
        acts=rules.acts(training_request.state),
        offers=queries.offers_after_no(training_request) if is_declined else None,
        deciders=queries.who_decides(training_request),
    )


@bp.route("/requests/<int:request_id>/draft", methods=["GET", "POST"])
@policy(find=queries.own_requests, may=access.is_own)
def edit_request(training_request: TrainingRequest) -> Response | str | tuple[str, int]:
    if training_request.state is not State.DRAFT and request.method == "GET":
        return _to(training_request)
    person = require_viewer().person
    gaps = queries.gaps_of(person.id, training_request.competence_id)
    form = DraftForm(training_request, gaps, queries.steps_of(person.id))
    if form.accepted:
        if form.carry(actions.save, training_request):
            if form.saves_itself:
                return EmptyResponse(status=204)
            if form.is_to_be_sent:
                return _send(training_request)
            flash(_("Your draft is saved."), "success")
            return _to(training_request)
        form.renew(training_request.edition)
    return render_form("requests/edit_request.html", form, training=training_request, is_other=bool(form.form_errors))


@bp.post("/requests/<int:request_id>/change")
@policy(find=queries.own_requests, may=access.is_own)
def change_request(training_request: TrainingRequest) -> Response:
    actions.change(training_request, by=require_viewer().person)
    flash(_("You can change it now. Once you send it again, leader and HR decide anew."), "info")
    return redirect(url_for("requests.edit_request", request_id=training_request.id), 303)


@bp.route("/requests/<int:request_id>/withdrawal", methods=["GET", "POST"])
@policy(find=queries.own_requests, may=access.is_own)
def withdraw_request(training_request: TrainingRequest) -> Response | str | tuple[str, int]:
    form = WithdrawForm()
    if form.accepted and form.carry(actions.withdraw, training_request, by=require_viewer().person):
        flash(_("Your request is withdrawn."), "success")
        return _to(training_request)
    return render_form("requests/withdraw_request.html", form, training=training_request)


@bp.post("/requests/<int:request_id>/removal")
@policy(find=queries.own_requests, may=access.is_own)
def discard_request(training_request: TrainingRequest) -> Response:
    actions.discard(training_request)
    flash(_("The draft is thrown away."), "success")
    return redirect(url_for("requests.list_requests"), 303)


@bp.route("/requests/<int:request_id>/report", methods=["GET", "POST"])
@policy(find=queries.own_requests, may=access.is_own)
def report_request(training_request: TrainingRequest) -> Response | str | tuple[str, int]:
    if Act.REPORT not in rules.acts(training_request.state) and request.method == "GET":
        return _to(training_request)
    form = ReportForm(data=_as_it_was(training_request))
    if form.accepted and form.carry(actions.report, training_request, by=require_viewer().person):
        flash(_("Thank you: the costs count as spent now."), "success")
        return redirect(url_for("requests.create_proof", request_id=training_request.id), 303)
    return render_form("requests/report_request.html", form, training=training_request)


@bp.route("/requests/<int:request_id>/evidence", methods=["GET", "POST"])
@policy(find=queries.own_requests, may=access.is_own)
@takes_file
def create_proof(training_request: TrainingRequest) -> Response | str | tuple[str, int]:
    if training_request.evidence_id is not None and request.method == "GET":
        return _to(training_request)
    linked = training_request.competence_id
    gaps = [one.id for one in queries.gaps_of(require_viewer().person.id)]
    form = ProofForm(choice([linked], gaps), linked)
    if form.accepted and form.carry(actions.hand_in_evidence, training_request, by=require_viewer().person):
        flash(_("Your evidence is handed in, and counts for your level from now on."), "success")
        return _to(training_request)
    return render_form("requests/create_proof.html", form, training=training_request)


def _send(training_request: TrainingRequest) -> Response:
    actions.send(training_request, by=require_viewer().person)
    is_unled = training_request.state is State.WITH_HR
    flash(_("Sent: HR decides.") if is_unled else _("Sent: your leader decides first, then HR."), "success")
    return _to(training_request)


def _to(training_request: TrainingRequest) -> Response:
    return redirect(url_for("requests.show_request", request_id=training_request.id), 303)


def _as_it_was(training_request: TrainingRequest) -> dict[str, object]:
    """What the form begins with: what was reported, else the last day and the costs as they were planned."""
    if training_request.happened_on is not None:
        return {"happened_on": training_request.happened_on, "spent_cents": training_request.spent_cents}
    last = training_request.ends_on
    is_over = last is not None and last <= require_viewer().today
    return {"happened_on": last if is_over else None, "spent_cents": training_request.cost_cents}
