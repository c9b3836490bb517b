"""The units of a draft: their texts and questions, and their order."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.people.viewer import require_viewer
from app.studio import access, actions, queries
from app.studio.forms import MoveForm, NewUnitForm, unit_form
from app.studio.models import Edition, Part
from app.studio.rules import EditionState
from app.studio.views.blueprint import bp
from app.studio.views.checking import findings_of
from app.studio.views.course import shown_text
from app.studio.views.saving import answer_autosave
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/studio/editions/<int:edition_id>/units/new", methods=["GET", "POST"])
@policy(find=queries.editions_in_studio, may=access.can_write)
def create_unit(edition: Edition) -> Response | str | tuple[str, int]:
    form = NewUnitForm()
    if form.accepted and form.carry(actions.add_unit, edition, by=require_viewer().person):
        return redirect(url_for("studio.edit_unit", part_id=edition.units[-1].id), 303)
    return render_form("studio/create_unit.html", form, edition=edition)


@bp.route("/studio/units/<int:part_id>", methods=["GET", "POST"])
@policy(find=queries.units_in_studio, may=access.can_write)
def edit_unit(part: Part) -> Response | str | tuple[str, int]:
    if request.method == "GET" and part.edition.state is not EditionState.DRAFT:
        return _at_units(part.edition)
    source = part.source
    form = unit_form(source.meta, source.body, part.revision, request.args.get("more", type=int))
    is_valid = form.accepted and not form.preview.data
    is_saved = is_valid and form.carry(actions.write, part, by=require_viewer().person)
    if form.saves_itself:
        return answer_autosave(part, is_valid=is_valid, is_saved=is_saved)
    if is_saved:
        if form.place is not None:
            return _at_question(part, form.place, has_room=form.has_room)
        flash(_("“%(title)s” is saved.", title=part.title), "success")
        return redirect(url_for("studio.edit_unit", part_id=part.id), 303)
    edition = part.edition
    return render_form(
        "studio/edit_unit.html",
        form,
        edition=edition,
        part=part,
        stored=part.source,
        conflict=form.renew(part.revision),
        beside=queries.beside(edition),
        findings=findings_of(edition).of(part),
        body_html=shown_text(edition, form.body.data or ""),
    )


@bp.post("/studio/units/<int:part_id>/move")
@policy(find=queries.units_in_studio, may=access.can_write)
def move_unit(part: Part) -> Response:
    form, units = MoveForm(), part.edition.units
    if not form.accepted:
        abort(400)
    here, following = units.index(part), [*units, None, None]
    if form.direction.data:
        before = units[max(here - 1, 0)] if form.direction.data == "up" else following[here + 2]
    else:
        before = next((unit for unit in units if unit.id == form.before.data), None)
    if before is not part:
        actions.move_unit(part, by=require_viewer().person, before=before)
    return _at_units(part.edition)


@bp.post("/studio/units/<int:part_id>/removal")
@policy(find=queries.units_in_studio, may=access.can_write)
def remove_unit(part: Part) -> Response:
    title, edition = part.title, part.edition
    actions.remove_unit(part, by=require_viewer().person)
    flash(_("“%(title)s” is no longer in the draft.", title=title), "success")
    return _at_units(edition)


@bp.post("/studio/text")
@policy(find=None, may=access.can_see_studio)
def show_text() -> str:
    edition = queries.edition_of(request.args.get("course", ""), request.args.get("edition", type=int))
    return render_template("studio/_text.html", body_html=shown_text(edition, request.form.get("body", "")))


def _at_question(part: Part, place: int, *, has_room: bool) -> Response:
    more = place if has_room else None
    return redirect(url_for("studio.edit_unit", part_id=part.id, more=more, _anchor=f"question-{place + 1}"), 303)


def _at_units(edition: Edition) -> Response:
    return redirect(url_for("studio.show_course", slug=edition.slug, _anchor="units"), 303)
