"""My plan and its steps."""

from collections.abc import Sequence
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.competences.queries import goal_of
from app.db import db
from app.people.viewer import require_viewer
from app.plans import access, actions, queries
from app.plans.forms import (
    BudgetForm,
    EditItemForm,
    EditOwnStepForm,
    ItemForm,
    MoveForm,
    OrderForm,
    OwnStepForm,
    SessionForm,
    TickForm,
    VersionedForm,
)
from app.plans.models import PlanItem
from app.plans.rules import is_ticked
from app.plans.views.blueprint import bp
from app.web.form import render_form
from app.web.paging import PER_PAGE, page_of
from app.web.policy import policy
from app.web.redirects import own_path


@bp.get("/plan")
@policy(find=None)
def show_plan() -> str:
    viewer = require_viewer()
    plan, proposal = queries.plan_and_proposal(viewer.person.id)
    outline = queries.outline(plan, viewer.today) if plan else None
    goal = goal_of(viewer.person.id)
    page = page_of(outline.open) if outline else None
    weeks = outline.between(page.first_row - 1, page.first_row - 1 + PER_PAGE) if outline and page else []
    events = {step.event_id for week in weeks for step, _ends_in in week.steps if step.event_id}
    minutes = next((one for one in queries.CHOICES if one == request.args.get("minutes", type=int)), None)
    return render_template(
        "plans/show_plan.html",
        outline=outline,
        page=page,
        weeks=weeks,
        slots=queries.chosen_slots(viewer.person.id, events),
        removed=queries.removed_items(viewer, request.args.getlist("removed", type=int)),
        just_done=_just_done(outline),
        former_order=_former_order(outline),
        goal=goal,
        news=queries.news_of(viewer.person, outline, proposal, goal, viewer.today) if outline else None,
        today=viewer.today,
        choices=queries.CHOICES,
        minutes=minutes,
        fitting=queries.next_fitting(viewer.person.id, minutes) if minutes else None,
        appointments=queries.buddy.soon_of(viewer).appointments,
    )


@bp.route("/plan/budget", methods=["GET", "POST"])
@policy(find=queries.plans_visible_to)
def set_budget(found: Any) -> Response | str | tuple[str, int]:
    plan = db.session.scalars(found).one_or_none()
    form = BudgetForm(obj=plan, version=plan.version if plan else 0)
    if form.accepted and form.carry(actions.set_budget, require_viewer().person):
        flash(_("Your time for learning is saved, and the weeks of your plan are laid out anew."), "success")
        return redirect(url_for("plans.show_plan"), 303)
    form.renew(plan.version if plan else 0)
    return render_form("plans/set_budget.html", form)


@bp.post("/plan/items")
@policy(find=None)
def create_item() -> Response:
    form = ItemForm()
    if not form.accepted:
        abort(400)
    person = require_viewer().person
    if form.course_id.data is not None:
        item = actions.add_course(person, form.course_id.data)
    else:
        item = actions.add_event(person, form.event_id.data or 0)
    flash(_("“%(title)s” is in your plan.", title=item.title), "success")
    return redirect(own_path(form.next.data) or url_for("plans.show_plan"), 303)


@bp.route("/plan/own-step", methods=["GET", "POST"])
@policy(find=None)
def create_own_step() -> Response | str | tuple[str, int]:
    form = OwnStepForm()
    if form.accepted and form.carry(actions.add_own_step, require_viewer().person):
        flash(_("“%(title)s” is in your plan.", title=form.title.data), "success")
        return redirect(url_for("plans.show_plan"), 303)
    return render_form("plans/create_own_step.html", form)


@bp.route("/plan/items/<int:item_id>", methods=["GET", "POST"])
@policy(find=queries.items_visible_to, may=access.can_change_item)
def edit_item(plan_item: PlanItem) -> Response | str | tuple[str, int]:
    kind = EditOwnStepForm if is_ticked(plan_item.kind) else EditItemForm
    form = kind(obj=plan_item, version=plan_item.plan.version)
    origin = queries.template_of(plan_item.id)
    if isinstance(form, EditOwnStepForm) and (origin or queries.talk.is_from_talk(plan_item.id)):
        form.keep_reason()
    is_there = plan_item.removed_at is None
    if is_there and form.accepted and form.carry(actions.revise, plan_item):
        flash(_("“%(title)s” is saved.", title=plan_item.title), "success")
        return redirect(_at(plan_item), 303)
    form.renew(plan_item.plan.version)
    return render_form("plans/edit_item.html", form, item=plan_item, origin=origin)


@bp.route("/plan/items/<int:item_id>/session", methods=["GET", "POST"])
@policy(find=queries.items_visible_to, may=access.can_change_item)
def choose_session(plan_item: PlanItem) -> Response | str | tuple[str, int]:
    viewer = require_viewer()
    form = SessionForm(session_id=plan_item.session_id)
    if form.accepted and form.carry(actions.choose_session, plan_item, viewer=viewer):
        flash(_("The date is in your plan. You still need a seat: please book it."), "success")
        return redirect(_at(plan_item), 303)
    dates = queries.dates_for(plan_item, viewer)
    form.offer(dates)
    return render_form("plans/choose_session.html", form, item=plan_item, dates=dates)


@bp.post("/plan/order")
@policy(find=None)
def order_plan() -> Response:
    form = VersionedForm()
    if not form.accepted:
        abort(400)
    ordered = actions.order_by_date(require_viewer().person, version=form.version.data or 0)
    return redirect(url_for("plans.show_plan", before=ordered.before, version=ordered.version), 303)


@bp.post("/plan/order/return")
@policy(find=None)
def restore_order() -> Response:
    form = OrderForm()
    if not form.accepted:
        abort(400)
    actions.restore_order(require_viewer().person, form.order, version=form.version.data or 0)
    flash(_("Your steps are in the order in which you had them."), "success")
    return redirect(url_for("plans.show_plan"), 303)


@bp.post("/plan/items/<int:item_id>/place")
@policy(find=queries.items_visible_to, may=access.can_change_item)
def move_item(plan_item: PlanItem) -> Response:
    form = MoveForm()
    if not form.accepted:
        abort(400)
    version = form.version.data or 0
    if form.before.data is None:
        actions.move(plan_item, version=version, direction=form.direction.data or "")
    else:
        actions.move_to(plan_item, version=version, before=form.before.data)
    return redirect(_at(plan_item), 303)


@bp.post("/plan/items/<int:item_id>/completion")
@policy(find=queries.items_visible_to, may=access.can_change_item)
def tick_item(plan_item: PlanItem) -> Response:
    if TickForm().done.data:
        actions.tick(plan_item)
        return redirect(url_for("plans.show_plan", done=plan_item.id), 303)
    actions.untick(plan_item)
    flash(_("“%(title)s” is open again.", title=plan_item.title), "success")
    return redirect(_at(plan_item), 303)


@bp.post("/plan/items/<int:item_id>/removal")
@policy(find=queries.items_visible_to, may=access.can_change_item)
def remove_item(plan_item: PlanItem) -> Response:
    actions.remove(plan_item)
    return redirect(url_for("plans.show_plan", removed=plan_item.id), 303)


@bp.post("/plan/items/<int:item_id>/return")
@policy(find=queries.removed_items_visible_to, may=access.can_change_item)
def restore_item(plan_item: PlanItem) -> Response:
    actions.restore(plan_item)
    return redirect(_at(plan_item, removed=request.args.getlist("removed", type=int)), 303)


def _former_order(outline: queries.Outline | None) -> list[int]:
    """The order from before it was ordered by date, as long as nothing has changed since."""
    is_present = outline is not None and outline.version == request.args.get("version", type=int)
    return request.args.getlist("before", type=int) if is_present else []


def _just_done(outline: queries.Outline | None) -> queries.Step | None:
    """The step that was ticked a moment ago, to say so, as long as it is done."""
    number = request.args.get("done", type=int)
    return next((step for step in outline.done if step.id == number and step.is_ticked), None) if outline else None


def _at(item: PlanItem, removed: Sequence[int] = ()) -> str:
    """The place of a step in the plan, on the page that the person was looking at."""
    number = request.form.get("page", 1, type=int)
    return url_for("plans.show_plan", page=number if number > 1 else None, removed=removed, _anchor=f"step-{item.id}")
