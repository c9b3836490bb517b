"""Pages of courses."""

from flask import Blueprint, render_template

from app.web.policy import policy

bp = Blueprint("courses", __name__, template_folder="templates")


@bp.get("/courses")
@policy(find=None)
def list_courses() -> str:
    return render_template("courses/list_courses.html")
