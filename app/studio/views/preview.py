"""An edition as employees will see it: nothing is stored of what is tried there."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.courses.views.asking import asked
from app.studio import access, queries
from app.studio.models import Edition, Part
from app.studio.views.blueprint import bp
from app.web.form import render_form
from app.web.policy import policy


@bp.get("/studio/editions/<int:edition_id>/preview")
@policy(find=queries.editions_in_studio, may=access.can_see_studio)
def preview_course(edition: Edition) -> str:
    course, problems = queries.check(edition, queries.media_of(edition))
    return render_template("studio/preview_course.html", edition=edition, course=course, problems=problems)


@bp.route("/studio/units/<int:part_id>/preview", methods=["GET", "POST"])
@policy(find=queries.units_in_studio, may=access.can_see_studio)
def preview_unit(part: Part) -> Response | str | tuple[str, int]:
    course, _problems = queries.check(part.edition, queries.media_of(part.edition))
    units = course.units if course else ()
    unit = next((one for one in units if one.source.path.endswith(part.path)), None)
    if unit is None:
        return redirect(url_for("studio.show_course", slug=part.edition.slug))
    form = asked(unit.check, is_test=bool(unit.proves))
    here = url_for("studio.preview_unit", part_id=part.id)
    if form.accepted:
        return redirect(f"{here}?solved=1#check", 303)
    is_solved = "solved" in request.args
    return render_form(
        "studio/preview_unit.html",
        form,
        part=part,
        unit=unit,
        units=units,
        course=course,
        send=f"{here}#check",
        written_in=str(course.values["language"]) if course else "",
        proofs=[],
        is_done=is_solved,
        is_solved=is_solved,
        is_last=False,
    )
