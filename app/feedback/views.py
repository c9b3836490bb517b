"""Setting the questions, answering them, and what came of it."""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app.bookings import access as bookings_access
from app.bookings import queries as bookings
from app.bookings.models import Bookable
from app.db import db
from app.disclosure import actions as disclosure
from app.disclosure.models import Figure
from app.disclosure.rules import FLOOR, NOT_SAID
from app.feedback import access, actions, queries
from app.feedback.forms import WORDS, answers_form, questions_form
from app.feedback.models import Question, Turn
from app.feedback.rules import NOTHING, VALUES
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy

bp = Blueprint("feedback", __name__, template_folder="templates")


@bp.route("/bookables/<int:bookable_id>/feedback/questions", methods=["GET", "POST"])
@policy(find=bookings.bookables_organised_by, may=bookings_access.can_organise)
def edit_questions(bookable: Bookable) -> Response | str | tuple[str, int]:
    form = questions_form(db.session.scalars(queries.sheet_of(bookable)).one_or_none())
    if form.accepted and form.carry(actions.ask, bookable, by=require_viewer().person):
        is_asking = bool(form.values["questions"])
        asked = _("Saved. People are asked on the morning after the event.")
        flash(asked if is_asking else _("Saved. Nobody is asked."), "success")
        return redirect(url_for("feedback.show_feedback", bookable_id=bookable.id), 303)
    return render_form("feedback/edit_questions.html", form, bookable=bookable)


@bp.get("/bookables/<int:bookable_id>/feedback")
@policy(find=bookings.bookables_organised_by, may=bookings_access.can_organise)
def show_feedback(bookable: Bookable) -> str:
    """What was released, and nothing else: neither how many have answered since, nor why something is missing."""
    sheet = db.session.scalars(queries.sheet_of(bookable)).one_or_none()
    questions = sheet.questions if sheet else []
    keys = [*([sheet.key] if sheet else []), *(question.key for question in questions)]
    figures = disclosure.show(keys, to=require_viewer().person)
    whole = figures.get((sheet.key, actions.ALL)) if sheet else None
    texts = queries.released_texts(sheet) if sheet and whole else []
    written = {question.id: [text.body for text in texts if text.question_id == question.id] for question in questions}
    results = [
        _result(question, figures.get((question.key, actions.ALL)), written[question.id]) for question in questions
    ]
    return render_template(
        "feedback/show_feedback.html", bookable=bookable, sheet=sheet, whole=whole, results=results, floor=FLOOR
    )


@bp.route("/feedback/<int:sheet_id>", methods=["GET", "POST"])
@policy(
    find=queries.turns_of,
    may=access.can_answer,
    by={"sheet_id": Turn.sheet_id},
    missing=_l("You are not asked about this event, or it was too long ago."),
)
def answer_feedback(turn: Turn) -> Response | str | tuple[str, int]:
    form = answers_form(turn.sheet)
    if form.accepted and form.carry(actions.answer, turn):
        flash(_("Thank you. Your answers are counted without your name."), "success")
        return redirect(url_for("feedback.answer_feedback", sheet_id=turn.sheet_id), 303)
    return render_form("feedback/answer_feedback.html", form, turn=turn, sheet=turn.sheet, floor=FLOOR)


def _result(question: Question, figure: Figure | None, texts: Sequence[str]) -> dict[str, object]:
    """A question with what may be said of its answers: each value with how many chose it, or what was written."""
    counts = figure.counts if figure and figure.counts else {}
    said = sum(number for value, number in counts.items() if value != NOT_SAID)
    pairs = [(WORDS[value], counts.get(value, 0)) for value in VALUES[question.kind]] if counts else []
    rows = [
        {"label": label, "current": number, "target": None, "max": said, "value": number} for label, number in pairs
    ]
    left_out = [(WORDS[NOTHING], counts[NOT_SAID])] if counts.get(NOT_SAID) else []
    return {"question": question, "figure": figure, "rows": rows, "table": [*pairs, *left_out], "texts": texts}
