"""The steps of a template."""

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.people.viewer import require_viewer
from app.plans import access, actions, queries
from app.plans.forms import DirectionForm, TemplateStepForm
from app.plans.models import PlanTemplate, TemplateItem
from app.plans.rules import TEMPLATE_KINDS
from app.plans.views.blueprint import bp
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/studio/plan-templates/<int:template_id>/items/new", methods=["GET", "POST"])
@policy(find=queries.templates_visible_to, may=access.can_edit_template)
def create_template_item(plan_template: PlanTemplate) -> Response | str | tuple[str, int]:
    kind = next((one for one in TEMPLATE_KINDS if one == request.args.get("kind")), TEMPLATE_KINDS[0])
    form = TemplateStepForm(kind)
    if form.accepted and form.carry(actions.add_template_step, plan_template, by=require_viewer().person):
        flash(_("The step is in the template. Plans that have the template get it within minutes."), "success")
        return _to(plan_template.id)
    return render_form("plans/create_template_item.html", form, plan_template=plan_template, kind=kind)


@bp.route("/studio/plan-template-items/<int:item_id>", methods=["GET", "POST"])
@policy(find=queries.template_items_visible_to, may=access.can_edit_template_item)
def edit_template_item(template_item: TemplateItem) -> Response | str | tuple[str, int]:
    form = TemplateStepForm(template_item.kind, obj=template_item)
    if form.accepted and form.carry(actions.revise_template_step, template_item, by=require_viewer().person):
        flash(
            _(
                "“%(title)s” is saved. Plans follow where the person has not changed the step.",
                title=template_item.title,
            ),
            "success",
        )
        return _to(template_item.template_id)
    return render_form("plans/edit_template_item.html", form, item=template_item)


@bp.post("/studio/plan-template-items/<int:item_id>/place")
@policy(find=queries.template_items_visible_to, may=access.can_edit_template_item)
def move_template_item(template_item: TemplateItem) -> Response:
    form = DirectionForm()
    if not form.accepted:
        abort(400)
    actions.move_template_step(template_item, **form.values)
    return _to(template_item.template_id, f"step-{template_item.id}")


@bp.post("/studio/plan-template-items/<int:item_id>/removal")
@policy(find=queries.template_items_visible_to, may=access.can_edit_template_item)
def remove_template_item(template_item: TemplateItem) -> Response:
    actions.retire_template_step(template_item, by=require_viewer().person)
    flash(_("“%(title)s” is no longer in the template.", title=template_item.title), "success")
    return _to(template_item.template_id)


def _to(template_id: int, anchor: str | None = None) -> Response:
    return redirect(url_for("plans.show_template", template_id=template_id, _anchor=anchor), 303)
