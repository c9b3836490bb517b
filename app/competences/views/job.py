"""Jobs, and the file that says which families they belong to."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences import access, actions, queries, rules
from app.competences.forms import JobForm, NewJobForm
from app.competences.views.blueprint import bp
from app.db import db
from app.people.labels import GRADES
from app.people.models import Job, JobFamily
from app.people.rules import Grade
from app.people.viewer import require_viewer
from app.text.language import language
from app.web.form import render_form
from app.web.policy import policy
from app.web.upload_form import UploadForm


@bp.route("/studio/families/<int:family_id>/jobs/new", methods=["GET", "POST"])
@policy(find=queries.families_in_studio, may=access.can_edit_models)
def create_job(job_family: JobFamily) -> Response | str | tuple[str, int]:
    form = NewJobForm()
    if form.accepted and form.carry(actions.create_job, job_family, by=require_viewer().person):
        flash(_("“%(title)s” is saved.", title=form.title.data), "success")
        return _back(job_family.id)
    return render_form("competences/create_job.html", form, family=job_family)


@bp.route("/studio/jobs/<int:job_id>", methods=["GET", "POST"])
@policy(find=queries.jobs_in_studio, may=access.can_edit_models)
def edit_job(job: Job) -> Response | str | tuple[str, int]:
    stand = rules.state_number(job.title, job.grade, job.family_id)
    form = JobForm(title=job.title, grade=job.grade.value, family_id=job.family_id, revision=stand)
    form.offer(db.session.scalars(queries.families_in_studio(require_viewer())), english=language() == "en")
    if form.accepted and form.carry(actions.edit_job, job, by=require_viewer().person):
        flash(_("“%(title)s” is saved.", title=job.title), "success")
        return _back(job.family_id)
    return render_form(
        "competences/edit_job.html",
        form,
        job=job,
        grades=GRADES,
        is_somebodys=queries.is_somebodys(job),
        conflict=form.renew(stand),
    )


@bp.post("/studio/jobs/<int:job_id>/removal")
@policy(find=queries.jobs_in_studio, may=access.can_edit_models)
def delete_job(job: Job) -> Response:
    family_id = job.family_id
    actions.delete_job(job, by=require_viewer().person)
    flash(_("“%(title)s” is gone.", title=job.title), "success")
    return _back(family_id)


@bp.route("/studio/families/import", methods=["GET", "POST"])
@policy(find=None, may=access.can_edit_models)
def import_jobs() -> Response | str | tuple[str, int]:
    form = UploadForm()
    words = {
        "grades": [str(GRADES[grade]) for grade in Grade],
        "usual_grade": GRADES[rules.USUAL_GRADE],
        "example": _example(),
        "errors": [],
    }
    if not form.accepted:
        return render_form("competences/import_jobs.html", form, **words, intake=None)
    intake, errors = queries.jobs_in_file(form.text.data or "")
    if errors:
        return render_form("competences/import_jobs.html", form, **words | {"errors": errors}, intake=None)
    if not form.confirmed.data:
        lines = queries.lines_of_intake(intake)
        return render_template("competences/import_jobs.html", form=form, **words, intake=intake, lines=lines)
    actions.take_over_jobs(intake, by=require_viewer().person)
    flash(_("The file is taken over."), "success")
    return redirect(url_for("competences.list_families"), 303)


def _example() -> str:
    """A file as one might bring it, in the language of the page."""
    rows = (
        _("job;family;family_en;grade"),
        f"Sachbearbeitung Wohngeld;Sachbearbeitung Leistungen;;{GRADES[Grade.CLERK]}",
        f"Leitung Bauhof;Bauhof;Depot;{GRADES[Grade.HEAD_OF_SECTION]}",
    )
    return "\n".join(rows)


def _back(family_id: int) -> Response:
    return redirect(url_for("competences.edit_family", family_id=family_id), 303)
