"""What steps lead to, when competences are replaced by others."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, or_, select, update

from app.db import db
from app.plans.actions.assignment import content_of
from app.plans.models import AgreedLevel, Delivery, PlanItem, Talk, TalkItem, TalkSide, TemplateItem, WishedLevel


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
        _move_steps(model, replaced, highest)
    _move_levels(replaced, highest)
    is_open = select(Talk.id).where(Talk.agreed_at.is_(None), Talk.called_off_at.is_(None))
    _move_steps(TalkItem, replaced, highest, TalkItem.talk_id.in_(is_open))
    for delivery, step in untouched:
        db.session.refresh(step)
        delivery.hash = content_of(step).hash
    db.session.flush()


def _move_steps(model: type[Any], replaced: Mapping[int, int | None], highest: int, *conditions: Any) -> None:
    for old, new in replaced.items():
        lower = func.min if db.session.get_bind().dialect.name == "sqlite" else func.least
        values = {"competence_id": new, "target_level": lower(model.target_level, highest) if new else None}
        query = update(model).where(model.competence_id == old, *conditions).values(values)
        db.session.execute(query.execution_options(synchronize_session=False) if conditions else query)


def _move_levels(replaced: Mapping[int, int | None], highest: int) -> None:
    """The same for the levels that are thought of for a talk to come; what was agreed stays as it was."""
    agreed = select(AgreedLevel.talk_id).where(AgreedLevel.competence_id.in_(replaced))
    wished = select(TalkSide.talk_id).join(TalkSide.levels).where(WishedLevel.competence_id.in_(replaced))
    is_open = Talk.agreed_at.is_(None), Talk.called_off_at.is_(None)
    for talk in db.session.scalars(select(Talk).where(*is_open, or_(Talk.id.in_(agreed), Talk.id.in_(wished)))):
        holders: list[tuple[Any, type[AgreedLevel] | type[WishedLevel]]] = [(talk, AgreedLevel)]
        for holder, model in [*holders, *((side, WishedLevel) for side in talk.sides)]:
            if {one.competence_id for one in holder.levels}.isdisjoint(replaced):
                continue
            found = [(replaced.get(one.competence_id, one.competence_id), one) for one in holder.levels]
            moved = {new: _fitting(one, replaced, highest) for new, one in found if new is not None}
            holder.levels = []
            db.session.flush()
            holder.levels = [model(competence_id=one, **values) for one, values in moved.items()]


def _fitting(one: AgreedLevel | WishedLevel, replaced: Mapping[int, int | None], highest: int) -> dict[str, int | None]:
    """The level, and for an agreed one its target, on the scale of what takes the place of its competence."""
    values: dict[str, int | None] = {"level": one.level}
    if isinstance(one, AgreedLevel):
        values["target"] = one.target
    if one.competence_id not in replaced:
        return values
    return {name: value and min(value, highest) for name, value in values.items()}
