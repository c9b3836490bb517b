"""What steps lead to, when competences are replaced by others."""

from collections.abc import Mapping

from sqlalchemy import func, select, update

from app.db import db
from app.plans.actions.assignment import content_of
from app.plans.models import Delivery, PlanItem, TemplateItem


def follow_competences(replaced: Mapping[int, int | None], highest: int) -> None:
    """Let steps of plans and templates lead to what has taken the place of their competences.

    A step that is as its template delivered it stays so, and goes on following the template.
    """
    query = (
        select(Delivery, PlanItem)
        .join(PlanItem, PlanItem.id == Delivery.plan_item_id)
        .where(PlanItem.competence_id.in_(replaced))
    )
    untouched = [(one, step) for one, step in db.session.execute(query) if one.hash == content_of(step).hash]
    for model in (PlanItem, TemplateItem):
        for old, new in replaced.items():
            lower = func.min if db.session.get_bind().dialect.name == "sqlite" else func.least
            values = {"competence_id": new, "target_level": lower(model.target_level, highest) if new else None}
            db.session.execute(update(model).where(model.competence_id == old).values(values))
    for delivery, step in untouched:
        db.session.refresh(step)
        delivery.hash = content_of(step).hash
    db.session.flush()
