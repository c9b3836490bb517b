"""HR's editor of profiles."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences import access, actions, queries, rules
from app.competences.forms import ProfileForm, profile_form
from app.competences.models import Profile
from app.competences.queries import Named
from app.competences.views.blueprint import bp
from app.db import db
from app.people.viewer import require_viewer
from app.text.language import language
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy


@bp.get("/studio/profiles")
@policy(find=queries.profiles_in_studio, may=access.can_see_studio)
def list_profiles(found: Any) -> str:
    may_edit = access.can_edit_models(require_viewer())
    return render_template("competences/list_profiles.html", page=page(found), may_edit=may_edit)


@bp.route("/studio/profiles/new", methods=["GET", "POST"])
@policy(find=None, may=access.can_edit_models)
def create_profile() -> Response | str | tuple[str, int]:
    competences, form = _form()
    if form.accepted and form.carry(actions.create_profile, by=require_viewer().person):
        flash(_("“%(title)s” is saved.", title=form.title.data), "success")
        return redirect(url_for("competences.list_profiles"), 303)
    return render_form("competences/create_profile.html", form, competences=competences, models=_models())


@bp.route("/studio/profiles/<int:profile_id>", methods=["GET", "POST"])
@policy(find=queries.profiles_in_studio, may=access.can_edit_models)
def edit_profile(profile: Profile) -> Response | str | tuple[str, int]:
    competences, form = _form(profile)
    if form.accepted and form.carry(actions.edit_profile, profile, by=require_viewer().person):
        flash(_("“%(title)s” is saved.", title=profile.title), "success")
        return redirect(url_for("competences.list_profiles"), 303)
    return render_form(
        "competences/edit_profile.html",
        form,
        profile=profile,
        competences=competences,
        models=_models(),
        conflict=form.renew(profile.revision),
        stored={target.competence_id: target for target in profile.targets},
        aiming=rules.band(queries.people_with_goal(profile.id)),
    )


@bp.post("/studio/profiles/<int:profile_id>/archive")
@policy(find=queries.profiles_in_studio, may=access.can_edit_models)
def retire_profile(profile: Profile) -> Response:
    actions.retire_profile(profile, by=require_viewer().person)
    flash(_("“%(title)s” is no longer offered. Whoever works towards it may go on.", title=profile.title), "success")
    return redirect(url_for("competences.list_profiles"), 303)


@bp.post("/studio/profiles/<int:profile_id>/return")
@policy(find=queries.profiles_in_studio, may=access.can_edit_models)
def restore_profile(profile: Profile) -> Response:
    actions.restore_profile(profile, by=require_viewer().person)
    flash(_("“%(title)s” is in use again.", title=profile.title), "success")
    return redirect(url_for("competences.edit_profile", profile_id=profile.id), 303)


def _form(profile: Profile | None = None) -> tuple[list[Named], ProfileForm]:
    """The competences in use and those asked for already, and the form with the fields of each."""
    stored = profile.targets if profile else []
    targets = {target.competence_id: target.level for target in stored}
    important = {target.competence_id for target in stored if target.is_important}
    competences = queries.named()
    missing = targets.keys() - {one.id for one in competences}
    competences += queries.named(missing) if missing else []
    families = list(db.session.scalars(queries.families_in_studio(require_viewer())))
    english = language() == "en"
    return competences, profile_form(competences, families, targets, important, english=english, **_stored(profile))


def _stored(profile: Profile | None) -> dict[str, Any]:
    """What the form of a profile begins with."""
    if profile is None:
        return {}
    names = ("title", "title_en", "revision")
    families = [family.id for family in profile.families]
    other = {"kind": profile.kind.value, "families": families, "about": profile.body}
    return {name: getattr(profile, name) for name in names} | other


def _models() -> dict[int, str]:
    return {model.id: model.title for model in queries.models_in_use()}
