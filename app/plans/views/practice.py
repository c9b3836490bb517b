"""What have you applied? The questions put to me, and my answers."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.plans import access, actions, queries
from app.plans.forms.practice import PracticeForm
from app.plans.models import PracticeQuestion
from app.plans.views.blueprint import bp
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy


@bp.get("/plan/practice")
@policy(find=queries.practice.questions_visible_to)
def list_practice(found: Select[PracticeQuestion]) -> str:
    return render_template("plans/practice/list_practice.html", questions=page(found))


@bp.route("/plan/practice/<int:question_id>", methods=["GET", "POST"])
@policy(find=queries.practice.open_questions, may=access.can_answer)
def answer_practice(practice_question: PracticeQuestion) -> Response | str | tuple[str, int]:
    form = PracticeForm(queries.practice.claims_of(practice_question.course_id))
    if form.accepted and form.carry(actions.practice.tell, practice_question):
        is_evidence = bool(form.claim.data)
        flash(_("Saved as evidence from practice.") if is_evidence else _("Saved. Only you see it."), "success")
        return redirect(url_for("plans.list_practice"), 303)
    return render_form("plans/practice/answer_practice.html", form, question=practice_question)


@bp.post("/plan/practice/<int:question_id>/postponement")
@policy(find=queries.practice.open_questions, may=access.can_answer)
def put_practice_off(practice_question: PracticeQuestion) -> Response:
    actions.practice.put_off(practice_question)
    flash(_("Thank you. “Not yet” is an answer, too."), "success")
    return redirect(url_for("plans.list_practice"), 303)


@bp.post("/plan/practice/<int:question_id>/dismissal")
@policy(find=queries.practice.open_questions, may=access.can_answer)
def dismiss_practice(practice_question: PracticeQuestion) -> Response:
    actions.practice.dismiss(practice_question)
    flash(_("We don’t ask about this course any more."), "success")
    return redirect(url_for("plans.list_practice"), 303)
