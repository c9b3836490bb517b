"""An edition on its way: handed over, read by a second person, published, compared, restored."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.people.viewer import require_viewer
from app.studio import access, actions, queries, rules
from app.studio.forms import AnswerForm, NoteForm
from app.studio.forms.review import PUBLISH
from app.studio.models import Edition
from app.studio.views.blueprint import bp
from app.studio.views.checking import findings_of
from app.studio.views.course import course_page
from app.web.form import render_form
from app.web.policy import policy


@bp.post("/studio/editions/<int:edition_id>/submission")
@policy(find=queries.editions_in_studio, may=access.can_write)
def submit(edition: Edition) -> Response | str | tuple[str, int]:
    form = NoteForm()
    if not (form.accepted and form.carry(actions.submit, edition, by=require_viewer().person)):
        return course_page(edition, form)
    flash(_("Another developer can read it now, and publish it or send it back."), "success")
    return _to_course(edition)


@bp.route("/studio/editions/<int:edition_id>/review", methods=["GET", "POST"])
@policy(find=queries.editions_in_studio, may=access.can_write)
def review_edition(edition: Edition) -> Response | str | tuple[str, int]:
    form, person = AnswerForm(), require_viewer().person
    form.is_author = not rules.may_publish(edition.author_id, person.id)
    deciding = actions.publish if form.decision.data == PUBLISH else actions.send_back
    if form.accepted and form.carry(deciding, edition, by=person):
        is_published = deciding is actions.publish
        flash(
            _("“%(title)s” is published.", title=edition.title) if is_published else _("The draft is back."), "success"
        )
        return _to_course(edition)
    shown = queries.published(edition.slug)
    return render_form(
        "studio/review_edition.html",
        form,
        edition=edition,
        shown=shown,
        changes=rules.changes(shown.texts if shown else {}, edition.texts),
        files=rules.changed_files(shown.marks if shown else {}, edition.marks),
        findings=findings_of(edition),
    )


@bp.get("/studio/editions/<int:edition_id>/changes")
@policy(find=queries.editions_in_studio, may=access.can_see_studio)
def show_changes(edition: Edition) -> str:
    before = queries.edition_of(edition.slug, edition.base) or queries.edition_of(edition.slug, edition.number - 1)
    changes = rules.changes(before.texts if before else {}, edition.texts)
    files = rules.changed_files(before.marks if before else {}, edition.marks)
    return render_template("studio/show_changes.html", edition=edition, before=before, changes=changes, files=files)


@bp.post("/studio/editions/<int:edition_id>/restoration")
@policy(find=queries.editions_in_studio, may=access.can_write)
def restore_edition(edition: Edition) -> Response:
    actions.restore(edition, by=require_viewer().person)
    flash(
        _("This is a draft of edition %(number)s. Nothing changes until it is published.", number=edition.number),
        "success",
    )
    return _to_course(edition)


@bp.post("/studio/editions/<int:edition_id>/removal")
@policy(find=queries.editions_in_studio, may=access.can_write)
def discard_edition(edition: Edition) -> Response:
    slug, title, is_only = edition.slug, edition.title, len(queries.history(edition.slug)) == 1
    actions.discard(edition, by=require_viewer().person)
    flash(_("The draft of “%(title)s” is gone.", title=title), "success")
    return redirect(url_for("studio.list_courses") if is_only else url_for("studio.show_course", slug=slug), 303)


def _to_course(edition: Edition) -> Response:
    return redirect(url_for("studio.show_course", slug=edition.slug), 303)
