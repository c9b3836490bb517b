"""Families of jobs, and their profiles."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences import access, actions, queries, rules
from app.competences.forms import FamilyForm
from app.competences.views.blueprint import bp
from app.db import db
from app.people.labels import GRADES
from app.people.models import JobFamily
from app.people.viewer import require_viewer
from app.text.language import language
from app.web.form import render_form
from app.web.paging import page, page_of
from app.web.policy import policy


@bp.get("/studio/families")
@policy(find=queries.families_in_studio, may=access.can_see_studio)
def list_families(found: Any) -> str:
    viewer = require_viewer()
    lines, jobless = queries.family_lines(viewer.today), queries.people_without_job(viewer.today)
    lacking = [line.people for line in lines if line.profile is None]
    return render_template(
        "competences/list_families.html",
        page=page_of([(line, rules.band(line.people)) for line in lines]),
        lacking=len(lacking),
        without=rules.band_of_sum([*lacking, jobless]),
        jobless=rules.band(jobless),
        may_edit=access.can_edit_models(viewer),
    )


@bp.route("/studio/families/new", methods=["GET", "POST"])
@policy(find=None, may=access.can_edit_models)
def create_family() -> Response | str | tuple[str, int]:
    form = _form()
    if form.accepted and form.carry(actions.create_family, by=require_viewer().person):
        flash(_("“%(title)s” is saved.", title=form.title.data), "success")
        return redirect(url_for("competences.list_families"), 303)
    return render_form("competences/create_family.html", form)


@bp.route("/studio/families/<int:family_id>", methods=["GET", "POST"])
@policy(find=queries.families_in_studio, may=access.can_edit_models)
def edit_family(job_family: JobFamily) -> Response | str | tuple[str, int]:
    held = queries.profile_of_family(job_family.id) or 0
    stand = rules.state_number(job_family.title, job_family.title_en, held)
    form = _form(obj=job_family, profile_id=held, revision=stand)
    if form.accepted and form.carry(actions.edit_family, job_family, by=require_viewer().person):
        flash(_("“%(title)s” is saved.", title=job_family.title), "success")
        return redirect(url_for("competences.list_families"), 303)
    return render_form(
        "competences/edit_family.html",
        form,
        family=job_family,
        jobs=page(queries.jobs_of(job_family)),
        hanging=queries.what_hangs_on(job_family),
        grades=GRADES,
        profile=form.titles.get(held),
        conflict=form.renew(stand),
    )


@bp.post("/studio/families/<int:family_id>/removal")
@policy(find=queries.families_in_studio, may=access.can_edit_models)
def delete_family(job_family: JobFamily) -> Response:
    actions.delete_family(job_family, by=require_viewer().person)
    flash(_("“%(title)s” is gone.", title=job_family.title), "success")
    return redirect(url_for("competences.list_families"), 303)


def _form(**values: Any) -> FamilyForm:
    form = FamilyForm(**values)
    form.offer(db.session.scalars(queries.profiles_in_use()), english=language() == "en")
    return form
