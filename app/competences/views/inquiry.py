"""Asking others for their word, and giving mine."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app import clock
from app.competences import actions, queries, rules
from app.competences.forms import AnswerForm, ConfirmationForm, InquiryForm
from app.competences.models import Evidence, Inquiry
from app.competences.views.blueprint import bp
from app.db import db
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown

MOST_SHOWN = 50


@bp.get("/competences/inquiries")
@policy(find=queries.inquiries_to, data="E", purpose="inquiry")
def list_inquiries(found: Select[Inquiry]) -> str:
    viewer = require_viewer()
    waiting = db.session.scalars(found).all()
    answered = db.session.scalars(queries.answered_by(viewer).limit(MOST_SHOWN)).all()
    shown(inquiry.person_id for inquiry in [*waiting, *answered])
    return render_template(
        "competences/list_inquiries.html",
        waiting=waiting,
        answered=answered,
        own=page(queries.inquiries_of(viewer)),
        today=clock.today(),
    )


@bp.route("/competences/inquiries/new", methods=["GET", "POST"])
@policy(find=None)
def create_inquiry() -> Response | str | tuple[str, int]:
    person = require_viewer().person
    choices, chosen = queries.worth_asking_about(person.id, request.args.get("competence"))
    form = InquiryForm(choices, chosen, _people())
    if form.accepted and form.carry(actions.ask, person):
        flash(_("Asked. You see the answer here as soon as it is there."), "success")
        return redirect(url_for("competences.list_inquiries"), 303)
    return render_form("competences/create_inquiry.html", form)


@bp.route("/competences/evidence/<int:evidence_id>/confirmation", methods=["GET", "POST"])
@policy(find=queries.live_evidence_of)
def ask_for_confirmation(evidence: Evidence) -> Response | str | tuple[str, int]:
    form = ConfirmationForm(_people())
    if form.accepted and form.carry(actions.ask_to_confirm, evidence, require_viewer().person):
        flash(_("Asked. You see the answer here as soon as it is there."), "success")
        return redirect(url_for("competences.show_evidence", evidence_id=evidence.id), 303)
    return render_form("competences/ask_for_confirmation.html", form, evidence=evidence)


@bp.route("/competences/inquiries/<int:inquiry_id>", methods=["GET", "POST"])
@policy(find=queries.inquiries_to, data="E", purpose="inquiry")
def answer_inquiry(inquiry: Inquiry) -> Response | str | tuple[str, int]:
    asked_about = [line.competence_id for line in inquiry.lines]
    questions = queries.questions(asked_about) if asked_about else []
    form = AnswerForm(rules.ANSWERS_ON_EVIDENCE if inquiry.evidence else rules.ANSWERS_ON_LEVELS, questions)
    if form.accepted and form.carry(actions.answer, inquiry, require_viewer().person):
        flash(_("Thank you. Your answer is on its way to %(name)s.", name=inquiry.person.name), "success")
        return redirect(url_for("competences.list_inquiries"), 303)
    answering_as = queries.answering_as(inquiry, clock.today())
    return render_form("competences/answer_inquiry.html", form, inquiry=inquiry, answering_as=answering_as)


@bp.post("/competences/inquiries/<int:inquiry_id>/withdrawal")
@policy(find=queries.open_inquiries_of)
def withdraw_inquiry(inquiry: Inquiry) -> Response:
    actions.withdraw_inquiry(inquiry)
    flash(_("Withdrawn. Nobody is asked about it any more."), "success")
    return redirect(url_for("competences.list_inquiries"), 303)


def _people() -> list[queries.Candidate]:
    """Whom one may choose: who leads the person today, who was found by name, and who is chosen already."""
    viewer = require_viewer()
    typed, chosen = request.form.get("search", ""), request.form.get("asked", type=int)
    return queries.people_to_ask(viewer, typed, chosen)
