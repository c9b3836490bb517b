"""The files of a draft, and each file of an edition as its texts show it."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.files.download import show
from app.files.rules import MediaType
from app.people.viewer import require_viewer
from app.studio import access, actions, queries
from app.studio.forms import FileForm, NewFileForm
from app.studio.models import Edition, EditionFile
from app.studio.rules import EditionState
from app.studio.views.blueprint import bp
from app.text.media import Shape
from app.web.form import render_form
from app.web.headers import lasting
from app.web.policy import policy
from app.web.uploads import takes_recording


@bp.route("/studio/editions/<int:edition_id>/files/new", methods=["GET", "POST"])
@policy(find=queries.editions_in_studio, may=access.can_write)
@takes_recording
def create_file(edition: Edition) -> Response | str | tuple[str, int]:
    form = NewFileForm()
    if form.accepted and form.carry(actions.add_file, edition, by=require_viewer().person):
        flash(_("The file lies beside the texts now. Insert it where it belongs."), "success")
        return _at_files(edition)
    return render_form("studio/create_file.html", form, edition=edition)


@bp.route("/studio/files/<int:file_id>", methods=["GET", "POST"])
@policy(find=queries.files_in_studio, may=access.can_write)
@takes_recording
def edit_file(edition_file: EditionFile) -> Response | str | tuple[str, int]:
    edition = edition_file.edition
    if request.method == "GET" and edition.state is not EditionState.DRAFT:
        return _at_files(edition)
    beside = queries.beside_of(edition_file)
    form = FileForm(data={"words": beside.words})
    if form.accepted and form.carry(actions.replace_file, edition_file, by=require_viewer().person):
        flash(_("“%(title)s” is saved.", title=edition_file.name), "success")
        return _at_files(edition)
    return render_form("studio/edit_file.html", form, edition=edition, one=beside)


@bp.post("/studio/files/<int:file_id>/removal")
@policy(find=queries.files_in_studio, may=access.can_write)
def remove_file(edition_file: EditionFile) -> Response:
    name, edition = edition_file.name, edition_file.edition
    actions.remove_file(edition_file, by=require_viewer().person)
    flash(_("“%(title)s” is no longer in the draft.", title=name), "success")
    return _at_files(edition)


@bp.get("/studio/editions/<int:edition_id>/files/<name>")
@policy(
    find=queries.files_in_studio,
    may=access.can_see_studio,
    by={"edition_id": EditionFile.edition_id, "name": EditionFile.name},
)
@lasting
def show_file(edition_file: EditionFile) -> Response:
    kind = edition_file.kind
    return show(
        edition_file.stored_as,
        kind.media_type,
        edition_file.name,
        lasting=request.args.get("v") == edition_file.mark,
        as_attachment=kind.shape is Shape.DOWNLOAD and kind is not MediaType.VTT,
    )


def _at_files(edition: Edition) -> Response:
    return redirect(url_for("studio.show_course", slug=edition.slug, _anchor="files"), 303)
