"""Pages of competences."""

from flask import Blueprint, render_template

from app.web.policy import policy

bp = Blueprint("competences", __name__, template_folder="templates")


@bp.get("/competences")
@policy(find=None)
def show_competences() -> str:
    return render_template("competences/show_competences.html")
