"""An edition as employees will see it: nothing is stored of what is tried there."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.courses import rules as courses
from app.studio import access, queries
from app.studio.models import Edition, Part
from app.studio.views.blueprint import bp
from app.web.policy import policy


@bp.get("/studio/editions/<int:edition_id>/preview")
@policy(find=queries.editions_in_studio, may=access.can_see_studio)
def preview_course(edition: Edition) -> str:
    course, problems = queries.check(edition.slug, edition.texts)
    return render_template("studio/preview_course.html", edition=edition, course=course, problems=problems)


@bp.get("/studio/units/<int:part_id>/preview")
@policy(find=queries.units_in_studio, may=access.can_see_studio)
def preview_unit(part: Part) -> Response | str:
    course, _problems = queries.check(part.edition.slug, part.edition.texts)
    units = course.units if course else ()
    unit = next((one for one in units if one.source.path.endswith(part.path)), None)
    if unit is None:
        return redirect(url_for("studio.show_course", slug=part.edition.slug))
    check = courses.questions(unit.check)
    return render_template("studio/preview_unit.html", part=part, unit=unit, units=units, course=course, check=check)
