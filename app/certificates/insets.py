"""What the page of a course says of its certificate."""

from flask import render_template

from app.certificates.queries import completion_of
from app.courses.models import Course
from app.people.viewer import require_viewer


def certificate_of(course: Course) -> str:
    """Fills `course.completed`: the way to the certificate, or why there is none."""
    completion = completion_of(require_viewer().person.id, course.id)
    return render_template("certificates/_download.html", completion=completion) if completion else ""
