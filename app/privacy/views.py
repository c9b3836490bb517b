"""What people delete of their own."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app.people.models import Person
from app.people.viewer import require_viewer
from app.privacy import actions, queries
from app.privacy.forms import DeletionForm
from app.privacy.rules import Own
from app.web import menu
from app.web.form import render_form
from app.web.policy import policy

bp = Blueprint("privacy", __name__, template_folder="templates")


@bp.route("/account/deletion", methods=["GET", "POST"])
@policy(find=None)
def delete_own() -> Response | str | tuple[str, int]:
    person = require_viewer().person
    form = DeletionForm(queries.amount(person.id))
    if form.accepted:
        for kind in sorted(form.chosen):
            flash(ERASE[kind](person), "success")
        return redirect(url_for("competences.show_competences"), 303)
    menu.stand_below("competences")
    return render_form("privacy/delete_own.html", form)


def _erase_self_assessments(person: Person) -> str:
    count = actions.erase_self_assessments(person)
    return ngettext("%(num)d self-assessment is deleted.", "%(num)d self-assessments are deleted.", count)


def _erase_evidence(person: Person) -> str:
    count = actions.erase_evidence(person)
    return ngettext(
        "%(num)d piece of evidence is deleted, and what hung on it.",
        "%(num)d pieces of evidence are deleted, and what hung on them.",
        count,
    )


ERASE: dict[Own, Callable[[Person], str]] = {
    Own.SELF_ASSESSMENTS: _erase_self_assessments,
    Own.EVIDENCE: _erase_evidence,
}
