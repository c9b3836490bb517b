"""The courses of the Studio, and the file of a course itself."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences import queries as competences
from app.courses.rules import LONGEST_QUERY
from app.people.viewer import require_viewer
from app.qualifications import queries as qualifications
from app.studio import access, actions, folder, queries
from app.studio.forms import NewCourseForm, NoteForm, course_form
from app.studio.models import Edition
from app.studio.rules import EditionState
from app.studio.views.blueprint import bp
from app.studio.views.checking import findings_of
from app.studio.views.saving import answer_autosave
from app.text.folding import bare, words
from app.text.markdown import TooLong, to_html
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy
from app.web.render import render


@bp.get("/studio/courses")
@policy(find=None, may=access.can_see_studio)
def list_courses() -> str:
    viewer, typed = require_viewer(), bare(request.args.get("q", ""))[:LONGEST_QUERY]
    state = next((one for one in EditionState if one == request.args.get("state")), None)
    found = page(queries.listed(viewer, words(typed), state))
    return render(
        "studio/list_courses.html",
        fragment="studio/_results.html",
        search_url=None,
        found=found,
        offered=queries.offered([edition.slug for edition in found.rows]),
        typed=typed,
        state=state,
        states=list(EditionState),
        may_write=access.can_write(viewer),
    )


@bp.route("/studio/courses/new", methods=["GET", "POST"])
@policy(find=None, may=access.can_write)
def create_course() -> Response | str | tuple[str, int]:
    form = NewCourseForm()
    if form.accepted:
        edition = actions.create(by=require_viewer().person, **form.values)
        return redirect(url_for("studio.edit_course", edition_id=edition.id), 303)
    return render_form("studio/create_course.html", form)


@bp.get("/studio/courses/<slug>")
@policy(find=queries.latest_in_studio, may=access.can_see_studio)
def show_course(edition: Edition) -> str | tuple[str, int]:
    return course_page(edition, NoteForm(formdata=None))


@bp.post("/studio/courses/<slug>/draft")
@policy(find=queries.latest_in_studio, may=access.can_write)
def begin_draft(edition: Edition) -> Response:
    draft = actions.begin(edition, by=require_viewer().person)
    return redirect(url_for("studio.show_course", slug=draft.slug), 303)


@bp.post("/studio/courses/<slug>/archive")
@policy(find=queries.latest_in_studio, may=access.can_write)
def retire_course(edition: Edition) -> Response:
    actions.retire(edition, by=require_viewer().person)
    flash(_("The catalogue no longer offers “%(title)s”.", title=edition.title), "success")
    return redirect(url_for("studio.show_course", slug=edition.slug), 303)


@bp.post("/studio/courses/<slug>/return")
@policy(find=queries.latest_in_studio, may=access.can_write)
def restore_course(edition: Edition) -> Response:
    actions.offer_again(edition, by=require_viewer().person)
    flash(_("The catalogue offers “%(title)s” again.", title=edition.title), "success")
    return redirect(url_for("studio.show_course", slug=edition.slug), 303)


@bp.route("/studio/editions/<int:edition_id>/course", methods=["GET", "POST"])
@policy(find=queries.editions_in_studio, may=access.can_write)
def edit_course(edition: Edition) -> Response | str | tuple[str, int]:
    if request.method == "GET" and edition.state is not EditionState.DRAFT:
        return redirect(url_for("studio.show_course", slug=edition.slug))
    part = edition.course
    if part is None:
        raise LookupError("an edition always has the file of its course")
    source, named, kinds = part.source, competences.named(), qualifications.titles()
    form = course_form(source.meta, source.body, part.revision, named, kinds, queries.titles())
    is_valid = form.accepted and not form.preview.data
    is_saved = is_valid and form.carry(actions.write, part, by=require_viewer().person)
    if form.saves_itself:
        return answer_autosave(part, is_valid=is_valid, is_saved=is_saved)
    if is_saved:
        flash(_("“%(title)s” is saved.", title=edition.title), "success")
        return redirect(url_for("studio.edit_course", edition_id=edition.id), 303)
    return render_form(
        "studio/edit_course.html",
        form,
        edition=edition,
        part=part,
        stored=part.source,
        conflict=form.renew(part.revision),
        beside=queries.beside(edition),
        findings=findings_of(edition).of(part),
        body_html=shown_text(edition, form.body.data or ""),
    )


def course_page(edition: Edition, form: NoteForm) -> str | tuple[str, int]:
    """A course with its state, its units, what is wrong with it, and its editions."""
    viewer, history = require_viewer(), queries.history(edition.slug)
    return render_form(
        "studio/show_course.html",
        form,
        edition=edition,
        history=history,
        shown=next((one for one in history if one.state is EditionState.PUBLISHED), None),
        findings=findings_of(edition) if edition.is_open else None,
        beside=queries.beside(edition),
        parted=folder.parted(edition),
        may_write=access.can_write(viewer),
        is_author=edition.author_id == viewer.person.id,
    )


def shown_text(edition: Edition | None, body: str) -> str | None:
    """The text as readers see it; None where it is too long to be shown."""
    try:
        return to_html(body, queries.media_of(edition) if edition else {})
    except (TooLong, RecursionError):
        return None
