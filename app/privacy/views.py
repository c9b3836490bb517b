"""What people delete of their own."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import ngettext
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.people.viewer import require_viewer
from app.privacy import actions, queries
from app.web import menu
from app.web.policy import policy

bp = Blueprint("privacy", __name__, template_folder="templates")


@bp.get("/account/self-assessments")
@policy(find=queries.self_assessments_of)
def show_self_assessments(found: Select[Any]) -> str:
    menu.stand_below("competences")
    return render_template("privacy/show_self_assessments.html", count=queries.count(found))


@bp.post("/account/self-assessments/erasure")
@policy(find=None)
def erase_self_assessments() -> Response:
    count = actions.erase_self_assessments(require_viewer().person)
    flash(ngettext("%(num)d self-assessment is deleted.", "%(num)d self-assessments are deleted.", count), "success")
    return redirect(url_for("competences.show_competences"), 303)
