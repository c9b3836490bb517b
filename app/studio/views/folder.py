"""What the content folder says of a course, beside what was published here."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.people.viewer import require_viewer
from app.studio import access, actions, folder, queries, rules
from app.studio.models import Edition
from app.studio.views.blueprint import bp
from app.web.policy import policy


@bp.get("/studio/courses/<slug>/folder")
@policy(find=queries.latest_in_studio, may=access.can_see_studio)
def show_folder(edition: Edition) -> str:
    there = folder.parted(edition)
    return render_template(
        "studio/show_folder.html",
        edition=edition,
        changes=rules.changes(edition.texts, there.texts) if there else [],
        files=rules.changed_files(edition.marks, there.marks) if there else [],
        may_write=access.can_write(require_viewer()),
    )


@bp.post("/studio/courses/<slug>/folder")
@policy(find=queries.latest_in_studio, may=access.can_write)
def take_folder(edition: Edition) -> Response:
    actions.take_folder(edition, by=require_viewer().person)
    flash(_("This is a draft of what the files say. Nothing changes until it is published."), "success")
    return redirect(url_for("studio.show_course", slug=edition.slug), 303)
