"""What I hand in as a proof."""

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
    choices = queries.named()
    level = request.args.get("level", 1, type=int)
    wanted = [(one.id, level) for one in choices if one.key == request.args.get("competence")]
    form = EvidenceForm(choices, wanted, title=request.args.get("title", "")[:LONGEST_TITLE])
    _add_choices(form)
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
    form = EditEvidenceForm(_choices_for(evidence), evidence)
    _add_choices(form)
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


def _add_choices(form: EvidenceForm) -> None:
    """Give the form what its rows show: the competences of the person's goal, and the names of the levels."""
    goal = queries.goal_of(require_viewer().person.id)
    form.goal = goal.targets.keys() if goal else ()
    form.scales = queries.scales({one.framework_id for one in form.choices})


def _choices_for(evidence: Evidence) -> list[queries.Named]:
    """The competences in use, and those that this proof names already."""
    in_use = queries.named()
    retired = {claim.competence_id for claim in evidence.claims} - {one.id for one in in_use}
    return in_use + (queries.named(retired) if retired else [])


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
