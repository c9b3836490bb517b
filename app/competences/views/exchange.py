"""Frameworks as files: take one out, look at one, take it over."""

from flask import Response, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.competences import access, actions, queries
from app.competences.models import Framework
from app.competences.queries import Looked
from app.competences.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy
from app.web.upload_form import UploadForm


@bp.get("/studio/frameworks/<int:framework_id>/lotse.csv")
@policy(find=queries.frameworks_in_studio, may=access.can_see_studio)
def export_framework(framework: Framework) -> Response:
    return _file(framework, as_moodle=False)


@bp.get("/studio/frameworks/<int:framework_id>/moodle.csv")
@policy(find=queries.frameworks_in_studio, may=access.can_see_studio)
def export_framework_to_moodle(framework: Framework) -> Response:
    return _file(framework, as_moodle=True)


@bp.route("/studio/frameworks/import", methods=["GET", "POST"])
@policy(find=None, may=access.can_edit_models)
def import_framework() -> AnyResponse | str | tuple[str, int]:
    form = UploadForm()
    if not form.accepted:
        return render_form("competences/import_framework.html", form, looked=Looked(None))
    text = form.text.data or ""
    looked = queries.look_at(text)
    if looked.errors:
        return render_form("competences/import_framework.html", form, looked=looked)
    if not form.confirmed.data:
        return render_template("competences/import_framework.html", form=form, looked=looked)
    draft = actions.import_framework(text, by=require_viewer().person)
    flash(_("The file is taken over as a draft. Publish it when it is right."), "success")
    return redirect(url_for("competences.show_framework", framework_id=draft.id), 303)


def _file(framework: Framework, *, as_moodle: bool) -> Response:
    name = f"{framework.key.partition('.')[0]}{'-moodle' if as_moodle else ''}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(queries.csv_of(framework, as_moodle=as_moodle), mimetype="text/csv", headers=headers)
