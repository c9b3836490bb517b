"""What I hand in as a proof."""

from collections.abc import Iterable

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app import clock
from app.competences import actions, queries
from app.competences.forms import EditEvidenceForm, EvidenceForm
from app.competences.models import Evidence, EvidenceClaim
from app.competences.views.blueprint import bp
from app.db import db
from app.files.download import download
from app.people.viewer import require_viewer
from app.text.language import language
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy
from app.web.uploads import takes_file

LONGEST_TITLE = 150


@bp.get("/competences/evidence")
@policy(find=queries.evidence_of)
def list_evidence(found: Select[Evidence]) -> str:
    evidence = page(found)
    rows = list(evidence.rows)
    return render_template(
        "competences/list_evidence.html",
        evidence=evidence,
        confirmed=queries.confirmed_among(rows),
        outweighed=queries.outweighed(rows),
        today=clock.today(),
    )


@bp.route("/competences/evidence/new", methods=["GET", "POST"])
@policy(find=None)
@takes_file
def create_evidence() -> Response | str | tuple[str, int]:
    choice, level = _choice(), request.args.get("level", 1, type=int)
    wanted = {one.id: level for one in choice.competences if one.key == request.args.get("competence")}
    form = EvidenceForm(choice, wanted, title=request.args.get("title", "")[:LONGEST_TITLE])
    step = request.args.get("step", type=int)
    if form.accepted and form.carry(actions.hand_in, require_viewer().person, step=step):
        saved = db.session.scalars(queries.evidence_like(require_viewer(), form.values["facts"])).one()
        _say_what_counts(saved, _("Your evidence is saved, and counts from now on."))
        return redirect(url_for("competences.list_evidence"), 303)
    return render_form("competences/create_evidence.html", form)


@bp.get("/competences/evidence/<int:evidence_id>")
@policy(find=queries.evidence_of)
def show_evidence(evidence: Evidence) -> str:
    inquiries = db.session.scalars(queries.inquiries_about(evidence)).all()
    return render_template(
        "competences/show_evidence.html",
        evidence=evidence,
        inquiries=inquiries,
        against=queries.outweighed([evidence]).get(evidence.id),
        today=clock.today(),
    )


@bp.route("/competences/evidence/<int:evidence_id>/edit", methods=["GET", "POST"])
@policy(find=queries.live_evidence_of)
@takes_file
def edit_evidence(evidence: Evidence) -> Response | str | tuple[str, int]:
    form = EditEvidenceForm(_choice(claim.competence_id for claim in evidence.claims), evidence)
    if form.accepted and form.carry(actions.correct, evidence, require_viewer().person):
        _say_what_counts(evidence, _("Your evidence is corrected."))
        return redirect(url_for("competences.show_evidence", evidence_id=evidence.id), 303)
    return render_form("competences/edit_evidence.html", form, evidence=evidence)


@bp.get("/competences/evidence/<int:evidence_id>/file")
@policy(find=queries.evidence_with_file_visible_to, data="E", purpose="confirmation")
def show_evidence_file(evidence: Evidence) -> Response:
    return download(queries.file_of(evidence))


@bp.post("/competences/evidence/<int:evidence_id>/withdrawal")
@policy(find=queries.live_evidence_of)
def withdraw_evidence(evidence: Evidence) -> Response:
    opened = actions.withdraw(evidence, require_viewer().person)
    flash(_("Withdrawn: it no longer counts, and nobody sees it. You can restore it or delete it."), "success")
    if opened:
        flash(_("Open again in your plan: %(steps)s.", steps=", ".join(opened)), "info")
    return redirect(url_for("competences.show_evidence", evidence_id=evidence.id), 303)


@bp.post("/competences/evidence/<int:evidence_id>/restoration")
@policy(find=queries.withdrawn_evidence_of)
def restore_evidence(evidence: Evidence) -> Response:
    actions.restore(evidence, require_viewer().person)
    _say_what_counts(evidence, _("Restored: your evidence counts again."))
    return redirect(url_for("competences.show_evidence", evidence_id=evidence.id), 303)


@bp.post("/competences/evidence/<int:evidence_id>/deletion")
@policy(find=queries.withdrawn_evidence_of)
def delete_evidence(evidence: Evidence) -> Response:
    actions.delete(evidence, require_viewer().person)
    flash(_("Deleted, with its file and what others have said about it."), "success")
    return redirect(url_for("competences.list_evidence"), 303)


def _choice(kept: Iterable[int] = ()) -> queries.Choice:
    """The competences in use, those of the person's goal first, and those that the proof names already."""
    goal = queries.goal_of(require_viewer().person.id)
    return queries.choice(kept, goal.targets.keys() if goal else ())


def _say_what_counts(evidence: Evidence, otherwise: str) -> None:
    """Where a newer word stands against the proof, the level stays, and the person is told so at once."""
    against = queries.outweighed([evidence]).get(evidence.id)
    if evidence.has_expired(clock.today()):
        flash(_("Your evidence is saved. It is no longer valid, so the levels from it do not count."), "info")
    elif against:
        titles = [_title(claim) for claim in evidence.claims if claim.competence_id in against]
        sentence = _(
            "Your evidence is saved. The level stays where somebody has said something newer: %(titles)s.",
            titles=", ".join(titles),
        )
        flash(sentence, "info")
    else:
        flash(otherwise, "success")


def _title(claim: EvidenceClaim) -> str:
    return claim.competence.title_en if language() == "en" else claim.competence.title
