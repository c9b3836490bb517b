"""What courses say on pages of other packages."""

from collections.abc import Collection

from flask import render_template

from app import clock
from app.courses import queries
from app.db import db
from app.people.viewer import require_viewer
from app.qualifications.models import Qualification


def led_link() -> str:
    """Fills `bookings.more`: the way to the dates that the viewer leads, and the next of them; nothing for others."""
    viewer, now = require_viewer(), clock.now()
    if db.session.scalars(queries.led_by(viewer).limit(1)).first() is None:
        return ""
    following = db.session.scalars(queries.next_led(viewer, now)).first()
    return render_template("courses/_led_link.html", following=following)


def affected_courses(competence_ids: Collection[int], ending: Collection[int] = ()) -> str:
    """Fills `framework.affected`: the courses that lead to levels of these competences, and those to some that end."""
    titles = queries.titles_leading_to(competence_ids)
    losing = queries.titles_leading_to(ending) if ending else []
    is_one = len(competence_ids) == 1
    return render_template("courses/_affected.html", titles=titles, losing=losing, is_one=is_one)


def courses_for_qualification(qualification: Qualification) -> str:
    """Fills `qualification.more`: the courses by which it is acquired or renewed."""
    courses = queries.courses_for([qualification.id]).get(qualification.id, [])
    return render_template("courses/_for_qualification.html", courses=courses)
