"""The weekly review."""

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.db import db
from app.people.viewer import require_viewer
from app.plans import access, actions, queries
from app.plans.forms.review import PaceForm, ReviewForm
from app.plans.models import WeeklyReview
from app.plans.rules import monday_of
from app.plans.rules.review import paces
from app.plans.views.blueprint import bp
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy

USUAL_MINUTES = 60


@bp.route("/plan/review", methods=["GET", "POST"])
@policy(find=queries.review.reviews_visible_to)
def edit_review(found: Select[WeeklyReview]) -> Response | str | tuple[str, int]:
    viewer = require_viewer()
    monday = monday_of(viewer.today)
    current = db.session.scalars(queries.review.review_of(viewer.person.id, monday)).one_or_none()
    form = ReviewForm(obj=current)
    if form.accepted and form.carry(actions.review.write, viewer.person):
        flash(_("Your review of this week is saved. Only you see it."), "success")
        return redirect(url_for("plans.edit_review"), 303)
    plan = db.session.scalars(queries.plan_of(viewer.person.id)).one_or_none()
    minutes = plan.weekly_minutes if plan else USUAL_MINUTES
    earlier = page(found.where(WeeklyReview.monday < monday))
    conflict = current if form.renew(current) else None
    values = {
        "conflict": conflict,
        "current": current,
        "earlier": earlier,
        "monday": monday,
        "minutes": minutes,
        "paces": paces(minutes),
    }
    return render_form("plans/review/edit_review.html", form, **values)


@bp.post("/plan/review/pace")
@policy(find=None)
def change_pace() -> Response:
    form = PaceForm()
    if not form.accepted:
        abort(400)
    minutes = form.weekly_minutes.data or 0
    actions.set_budget(require_viewer().person, version=0, weekly_minutes=minutes)
    flash(_("From now on your plan counts on %(minutes)s minutes a week.", minutes=minutes), "success")
    return redirect(url_for("plans.edit_review"), 303)


@bp.post("/plan/reviews/<int:review_id>/deletion")
@policy(find=queries.review.reviews_visible_to, may=access.can_see_review)
def delete_review(weekly_review: WeeklyReview) -> Response:
    actions.review.erase(weekly_review)
    flash(_("The review is deleted for good."), "success")
    return redirect(url_for("plans.edit_review", page=request.args.get("page")), 303)
