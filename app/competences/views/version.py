"""New versions of frameworks: begin, compare, publish; and links between competences."""

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences import access, actions, queries
from app.competences.forms import TargetForm, link_form, publication_form
from app.competences.models import Competence, Framework
from app.competences.rules import Stage
from app.competences.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy


@bp.post("/studio/frameworks/<int:framework_id>/version")
@policy(find=queries.frameworks_in_studio, may=access.can_edit_models)
def begin_version(framework: Framework) -> Response:
    draft = actions.begin_version(framework, by=require_viewer().person)
    flash(_("This is the draft of the new version. Change it at leisure; the present one stays in use."), "success")
    return redirect(url_for("competences.show_framework", framework_id=draft.id), 303)


@bp.post("/studio/frameworks/<int:framework_id>/removal")
@policy(find=queries.frameworks_in_studio, may=access.can_edit_models)
def delete_framework(framework: Framework) -> Response:
    title = framework.title
    actions.delete_draft(framework, by=require_viewer().person)
    flash(_("The draft “%(title)s” is gone.", title=title), "success")
    return redirect(url_for("competences.list_frameworks"), 303)


@bp.route("/studio/frameworks/<int:framework_id>/publication", methods=["GET", "POST"])
@policy(find=queries.frameworks_in_studio, may=access.can_edit_models)
def publish_framework(framework: Framework) -> Response | str | tuple[str, int]:
    if request.method == "GET" and framework.stage is not Stage.DRAFT:
        return redirect(url_for("competences.show_framework", framework_id=framework.id))
    changes, after = queries.changes_of(framework), queries.items_of(framework.id)
    form = publication_form(changes, after, framework.revision)
    if form.accepted and form.carry(actions.publish, framework, by=require_viewer().person):
        flash(_("“%(title)s” is published.", title=framework.title), "success")
        return redirect(url_for("competences.show_framework", framework_id=framework.id), 303)
    form.renew(framework.revision)
    ending = [change.old.id for change in changes if not form.field_of(change).data]
    return render_form(
        "competences/publish_framework.html",
        form,
        framework=framework,
        changed=[change for change in changes if not change.is_same],
        same=[change for change in changes if change.is_same],
        count=len(after),
        effect=queries.effect_of([change.old.id for change in changes]) if changes else None,
        ending=ending,
        losing=queries.effect_of(ending).profiles if ending else (),
        same_scale=queries.has_scale_of_predecessor(framework),
    )


@bp.route("/studio/competences/<int:competence_id>/links", methods=["GET", "POST"])
@policy(find=queries.competences_in_studio, may=access.can_edit_models)
def create_link(competence: Competence) -> Response | str | tuple[str, int]:
    others = [one for one in queries.named() if one.id != competence.id]
    form = link_form(others, queries.models_in_use())
    if form.accepted and form.carry(actions.set_link, competence, by=require_viewer().person):
        flash(_("The link is saved."), "success")
        return _at_links(competence)
    return render_form("competences/create_link.html", form, competence=competence)


@bp.post("/studio/competences/<int:competence_id>/links/removal")
@policy(find=queries.competences_in_studio, may=access.can_edit_models)
def remove_link(competence: Competence) -> Response:
    form = TargetForm()
    if not form.accepted:
        abort(400)
    actions.remove_link(competence, by=require_viewer().person, **form.values)
    flash(_("The link is gone."), "success")
    return _at_links(competence)


def _at_links(competence: Competence) -> Response:
    return redirect(url_for("competences.edit_competence", competence_id=competence.id, _anchor="links"), 303)
