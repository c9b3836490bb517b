"""HR's editor of areas and competences."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences import access, actions, queries, rules
from app.competences.forms import AreaForm, DirectionForm, competence_form
from app.competences.models import Area, Competence, Framework
from app.competences.views.blueprint import bp
from app.people.viewer import require_viewer
from app.text.language import language
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/studio/frameworks/<int:framework_id>/areas/new", methods=["GET", "POST"])
@policy(find=queries.frameworks_in_studio, may=access.can_edit_models)
def create_area(framework: Framework) -> Response | str | tuple[str, int]:
    form = AreaForm()
    if form.accepted and form.carry(actions.add_area, framework, by=_me()):
        flash(_("“%(title)s” is saved.", title=form.title.data), "success")
        return redirect(url_for("competences.show_framework", framework_id=framework.id), 303)
    return render_form("competences/create_area.html", form, framework=framework)


@bp.route("/studio/areas/<int:area_id>", methods=["GET", "POST"])
@policy(find=queries.areas_in_studio, may=access.can_edit_models)
def edit_area(area: Area) -> Response | str | tuple[str, int]:
    form = AreaForm(obj=area)
    if form.accepted and form.carry(actions.edit_area, area, by=_me()):
        flash(_("“%(title)s” is saved.", title=area.title), "success")
        return _back(area.framework_id, f"area-{area.id}")
    conflict = form.renew(area.revision)
    return render_form("competences/edit_area.html", form, area=area, conflict=conflict)


@bp.post("/studio/areas/<int:area_id>/place")
@policy(find=queries.areas_in_studio, may=access.can_edit_models)
def move_area(area: Area) -> Response:
    way_on = actions.move_area(area, _direction())
    return _back(area.framework_id, f"area-{area.id}-{way_on}")


@bp.post("/studio/areas/<int:area_id>/removal")
@policy(find=queries.areas_in_studio, may=access.can_edit_models)
def remove_area(area: Area) -> Response:
    actions.remove_area(area, by=_me())
    flash(_("“%(title)s” is gone.", title=area.title), "success")
    return _back(area.framework_id)


@bp.route("/studio/areas/<int:area_id>/competences/new", methods=["GET", "POST"])
@policy(find=queries.areas_in_studio, may=access.can_edit_models)
def create_competence(area: Area) -> Response | str | tuple[str, int]:
    form = competence_form(
        area.framework.levels,
        [area],
        english=language() == "en",
        area_id=area.id,
        fades_after_months=rules.FADES_AFTER_MONTHS,
    )
    if form.accepted and form.carry(actions.add_competence, area, by=_me()):
        flash(_("“%(title)s” is saved.", title=form.title.data), "success")
        return _back(area.framework_id, f"area-{area.id}")
    return render_form("competences/create_competence.html", form, area=area)


@bp.route("/studio/competences/<int:competence_id>", methods=["GET", "POST"])
@policy(find=queries.competences_in_studio, may=access.can_edit_models)
def edit_competence(competence: Competence) -> Response | str | tuple[str, int]:
    framework = competence.area.framework
    areas = queries.areas_of(framework.id)
    stored = {f"level_{one.number}": one.behaviour for one in competence.descriptions}
    form = competence_form(framework.levels, areas, english=language() == "en", obj=competence, **stored)
    if form.accepted and form.carry(actions.edit_competence, competence, by=_me()):
        flash(_("“%(title)s” is saved.", title=competence.title), "success")
        return _back(framework.id, f"competence-{competence.id}")
    return render_form(
        "competences/edit_competence.html",
        form,
        effect=queries.effect_in_use(framework, [competence.id]),
        competence=competence,
        framework=framework,
        conflict=form.renew(competence.revision),
        links=queries.links_of(competence.id),
        links_here=queries.links_to(competence.id),
        has_statements=queries.has_statements(competence.id),
    )


@bp.post("/studio/competences/<int:competence_id>/place")
@policy(find=queries.competences_in_studio, may=access.can_edit_models)
def move_competence(competence: Competence) -> Response:
    way_on = actions.move_competence(competence, _direction())
    return _back(competence.area.framework_id, f"competence-{competence.id}-{way_on}")


@bp.post("/studio/competences/<int:competence_id>/archive")
@policy(find=queries.competences_in_studio, may=access.can_edit_models)
def archive_competence(competence: Competence) -> Response:
    actions.archive_competence(competence, by=_me())
    flash(_("“%(title)s” is archived. What has been said about it stays.", title=competence.title), "success")
    return _back(competence.area.framework_id, f"competence-{competence.id}")


@bp.post("/studio/competences/<int:competence_id>/return")
@policy(find=queries.competences_in_studio, may=access.can_edit_models)
def restore_competence(competence: Competence) -> Response:
    actions.restore_competence(competence, by=_me())
    flash(_("“%(title)s” is in use again.", title=competence.title), "success")
    return _back(competence.area.framework_id, f"competence-{competence.id}")


@bp.post("/studio/competences/<int:competence_id>/removal")
@policy(find=queries.competences_in_studio, may=access.can_edit_models)
def delete_competence(competence: Competence) -> Response:
    framework_id, title = competence.area.framework_id, competence.title
    actions.delete_competence(competence, by=_me())
    flash(_("“%(title)s” is gone.", title=title), "success")
    return _back(framework_id)


def _direction() -> str:
    form = DirectionForm()
    if not form.accepted:
        abort(400)
    return str(form.direction.data)


def _back(framework_id: int, anchor: str | None = None) -> Response:
    return redirect(url_for("competences.show_framework", framework_id=framework_id, _anchor=anchor), 303)


def _me() -> Any:
    return require_viewer().person
