"""HR's list of frameworks, and what a framework is called."""

from collections.abc import Sequence
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences import access, actions, queries
from app.competences.forms import FrameworkForm, scale_text
from app.competences.models import Framework
from app.competences.queries import Model
from app.competences.views.blueprint import bp
from app.db import db
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy


def chosen_model(models: Sequence[Model], key: str | None, *, first: bool) -> Model | None:
    """The framework that the address names; without one none, or the first in order."""
    found = next((model for model in models if model.key == key), None)
    return found or (models[0] if first and models else None)


@bp.get("/studio/frameworks")
@policy(find=queries.frameworks_in_studio, may=access.can_see_studio)
def list_frameworks(found: Any) -> str:
    lines = queries.framework_lines(list(db.session.scalars(found)))
    may_edit = access.can_edit_models(require_viewer())
    return render_template("competences/list_frameworks.html", lines=lines, may_edit=may_edit)


@bp.get("/studio/frameworks/<int:framework_id>")
@policy(find=queries.frameworks_in_studio, may=access.can_see_studio)
def show_framework(framework: Framework) -> str:
    return render_template(
        "competences/show_framework.html",
        framework=framework,
        areas=queries.areas_of(framework.id),
        draft=queries.draft_of(framework.id),
        may_edit=access.can_edit_models(require_viewer()) and framework.stage != "outdated",
    )


@bp.route("/studio/frameworks/new", methods=["GET", "POST"])
@policy(find=None, may=access.can_edit_models)
def create_framework() -> Response | str | tuple[str, int]:
    form = FrameworkForm()
    made: list[Framework] = []
    if form.accepted and form.carry(lambda **typed: made.append(actions.create_framework(**typed)), by=_me()):
        flash(_("The draft is there. Add areas and competences; nobody else sees it yet."), "success")
        return redirect(url_for("competences.show_framework", framework_id=made[0].id), 303)
    return render_form("competences/create_framework.html", form)


@bp.route("/studio/frameworks/<int:framework_id>/details", methods=["GET", "POST"])
@policy(find=queries.frameworks_in_studio, may=access.can_edit_models)
def edit_framework(framework: Framework) -> Response | str | tuple[str, int]:
    form = FrameworkForm(obj=framework, scale=scale_text(framework.levels), about=framework.body)
    if form.accepted and form.carry(actions.edit_framework, framework, by=_me()):
        flash(_("“%(title)s” is saved.", title=framework.title), "success")
        return redirect(url_for("competences.show_framework", framework_id=framework.id), 303)
    conflict = form.renew(framework.revision)
    stored = scale_text(framework.levels)
    return render_form(
        "competences/edit_framework.html",
        form,
        framework=framework,
        stored=stored,
        conflict=conflict,
        effect=queries.effect_in_use(framework),
    )


def _me() -> Any:
    return require_viewer().person
