"""Templates of plans: writing them, whom they reach, and assigning them."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.competences.rules import band
from app.db import db
from app.people.viewer import require_viewer
from app.plans import access, actions, queries, rules
from app.plans.forms import PersonForm, ReachForm, TemplateForm
from app.plans.models import PlanTemplate
from app.plans.views.blueprint import bp
from app.web import menu
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown


@bp.get("/studio/plan-templates")
@policy(find=queries.templates_visible_to, may=access.can_use_templates)
def list_templates(found: Select[PlanTemplate]) -> str:
    numbers, templates = queries.plans_with_templates(), page(found)
    plans = {template.id: band(numbers.get(template.id, 0)) for template in templates.rows}
    return render_template("plans/list_templates.html", page=templates, plans=plans, writes=_writes())


@bp.route("/studio/plan-templates/new", methods=["GET", "POST"])
@policy(find=None, may=access.can_write_templates)
def create_template() -> Response | str | tuple[str, int]:
    form = TemplateForm()
    if form.accepted:
        template = actions.create_template(**form.values)
        flash(_("The template is there. Now add its steps."), "success")
        return _to(template)
    return render_form("plans/create_template.html", form)


@bp.get("/studio/plan-templates/<int:template_id>")
@policy(find=queries.templates_visible_to, may=access.can_see_template)
def show_template(plan_template: PlanTemplate) -> str:
    viewer = require_viewer()
    writes = _writes()
    return render_template(
        "plans/show_template.html",
        template=plan_template,
        reached=band(queries.count_of(queries.people_reached(plan_template, viewer.today)) if writes else 0),
        plans=band(queries.plans_with_templates().get(plan_template.id, 0)),
        writes=writes,
        may_set_reach=access.can_set_reach(viewer, plan_template),
        may_assign=access.can_assign_by_rule(viewer, plan_template),
        kinds=rules.TEMPLATE_KINDS,
    )


@bp.route("/studio/plan-templates/<int:template_id>/text", methods=["GET", "POST"])
@policy(find=queries.templates_visible_to, may=access.can_edit_template)
def edit_template(plan_template: PlanTemplate) -> Response | str | tuple[str, int]:
    form = TemplateForm(obj=plan_template)
    if form.accepted and form.carry(actions.rewrite_template, plan_template):
        flash(_("“%(title)s” is saved.", title=plan_template.title), "success")
        return _to(plan_template)
    return render_form("plans/edit_template.html", form, plan_template=plan_template)


@bp.route("/studio/plan-templates/<int:template_id>/rule", methods=["GET", "POST"])
@policy(find=queries.templates_visible_to, may=access.can_set_reach)
def set_reach(plan_template: PlanTemplate) -> Response | str | tuple[str, int]:
    form = ReachForm(require_viewer(), obj=plan_template)
    if form.accepted and form.carry(actions.set_reach, plan_template):
        flash(_("The rule is saved. Nobody has got anything yet: look at the number first."), "success")
        return _to(plan_template, anchor="rule")
    return render_form("plans/set_reach.html", form, plan_template=plan_template)


@bp.post("/studio/plan-templates/<int:template_id>/assignment")
@policy(find=queries.templates_visible_to, may=access.can_assign_by_rule)
def assign_template(plan_template: PlanTemplate) -> Response:
    task = actions.start_assigning(plan_template, by=require_viewer().person)
    return redirect(
        url_for("tasks.show_task", task_id=task.id, back=url_for("plans.show_template", template_id=plan_template.id)),
        303,
    )


@bp.post("/studio/plan-templates/<int:template_id>/assignment-end")
@policy(find=queries.templates_visible_to, may=access.can_set_reach)
def end_assignment(plan_template: PlanTemplate) -> Response:
    actions.stop_assigning(plan_template)
    flash(_("Nobody gets the template by the rule any more. Plans that have it keep it."), "success")
    return _to(plan_template, anchor="rule")


@bp.route("/studio/plan-templates/<int:template_id>/person", methods=["GET", "POST"])
@policy(find=queries.templates_visible_to, may=access.can_use_template, data="A", purpose="template")
def assign_to_person(plan_template: PlanTemplate) -> Response | str | tuple[str, int]:
    viewer = require_viewer()
    led = db.session.scalars(queries.talk.people_to_talk_to(viewer)).all() if viewer.is_leader else []
    shown(person.id for person in led)
    form = PersonForm(has_buddy=plan_template.has_buddy)
    if form.accepted and form.carry(actions.assign_to_person, plan_template, viewer=viewer):
        flash(_("%(name)s has the template in the plan now, and is told so.", name=form.who.data), "success")
        return redirect(url_for("plans.list_templates"), 303)
    return render_form("plans/assign_to_person.html", form, plan_template=plan_template, led=led, writes=_writes())


@bp.post("/studio/plan-templates/<int:template_id>/archive")
@policy(find=queries.templates_visible_to, may=access.can_set_reach)
def archive_template(plan_template: PlanTemplate) -> Response:
    actions.archive_template(plan_template)
    flash(_("“%(title)s” is archived. Plans that have it keep it.", title=plan_template.title), "success")
    return redirect(url_for("plans.list_templates"), 303)


@bp.post("/studio/plan-templates/<int:template_id>/return")
@policy(find=queries.templates_visible_to, may=access.can_edit_template)
def reopen_template(plan_template: PlanTemplate) -> Response:
    actions.reopen_template(plan_template)
    flash(_("“%(title)s” is in use again.", title=plan_template.title), "success")
    return _to(plan_template)


def _writes() -> bool:
    """Whether the reader writes templates; to a leader who gives them to people they are pages for their team."""
    writes = access.can_write_templates(require_viewer())
    if not writes:
        menu.stand_below("team")
    return writes


def _to(template: PlanTemplate, anchor: str | None = None) -> Response:
    return redirect(url_for("plans.show_template", template_id=template.id, _anchor=anchor), 303)
