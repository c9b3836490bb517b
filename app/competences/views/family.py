"""Families of jobs: their profiles, and the file that says which jobs belong to them."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app.competences import access, actions, queries, rules
from app.competences.forms import FamilyForm, UploadForm
from app.competences.views.blueprint import bp
from app.db import db
from app.people.models import JobFamily
from app.people.viewer import require_viewer
from app.text.language import language
from app.web.form import render_form
from app.web.policy import policy


@bp.get("/studio/families")
@policy(find=queries.families_in_studio, may=access.can_see_studio)
def list_families(found: Any) -> str:
    viewer = require_viewer()
    lines, jobless = queries.family_lines(viewer.today), queries.people_without_job(viewer.today)
    lacking = [line.people for line in lines if line.profile is None]
    return render_template(
        "competences/list_families.html",
        lines=[(line, rules.band(line.people)) for line in lines],
        lacking=len(lacking),
        without=rules.band_of_sum([*lacking, jobless]),
        jobless=rules.band(jobless),
        may_edit=access.can_edit_models(viewer),
    )


@bp.route("/studio/families/<int:family_id>", methods=["GET", "POST"])
@policy(find=queries.families_in_studio, may=access.can_edit_models)
def edit_family(job_family: JobFamily) -> Response | str | tuple[str, int]:
    form = FamilyForm(profile_id=queries.profile_of_family(job_family.id) or 0)
    profiles = db.session.scalars(queries.profiles_in_use())
    english = language() == "en"
    names = [(profile.id, profile.title_en if english else profile.title) for profile in profiles]
    form.profile_id.choices = [(0, _("none")), *names]
    if form.accepted and form.carry(actions.assign_profile, job_family, by=require_viewer().person):
        flash(_("“%(title)s” is saved.", title=job_family.title), "success")
        return redirect(url_for("competences.list_families"), 303)
    return render_form("competences/edit_family.html", form, family=job_family)


@bp.route("/studio/families/import", methods=["GET", "POST"])
@policy(find=None, may=access.can_edit_models)
def import_jobs() -> Response | str | tuple[str, int]:
    form = UploadForm()
    if not form.accepted:
        return render_form("competences/import_jobs.html", form, errors=[], moves=None)
    moves, errors = queries.jobs_in_file(form.text.data or "")
    if errors:
        return render_form("competences/import_jobs.html", form, errors=errors, moves=None)
    if not form.confirmed.data:
        words = queries.moves_in_words(moves)
        return render_template("competences/import_jobs.html", form=form, errors=[], moves=words)
    actions.move_jobs(moves, by=require_viewer().person)
    flash(ngettext("%(num)d job is in another family now.", "%(num)d jobs are in another family now.", len(moves)))
    return redirect(url_for("competences.list_families"), 303)
