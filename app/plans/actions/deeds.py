"""Steps that are ticked by what happens: a proof is handed in, a talk is agreed."""

from sqlalchemy import ColumnElement, Select, and_, or_, select

from app.competences.models import Evidence
from app.db import db
from app.people.models import Person
from app.plans.actions.plan import tick, untick
from app.plans.models import Plan, PlanItem
from app.plans.rules import ItemKind


def tick_with_evidence(person: Person, evidence: Evidence, step: int | None) -> None:
    """Tick the step for which a proof was handed in, and those that wait for one of these competences.

    A step keeps the proof by which it was ticked: handed in anew after a withdrawal, the proof ticks it again.
    """
    shown = [
        and_(
            PlanItem.competence_id == one.competence_id,
            or_(PlanItem.target_level.is_(None), PlanItem.target_level <= one.level),
        )
        for one in evidence.claims
    ]
    is_meant = or_(PlanItem.id == step, PlanItem.evidence_id == evidence.id, *shown)
    for item in db.session.scalars(_waiting(person, ItemKind.EVIDENCE, is_meant)).all():
        tick(item).evidence_id = evidence.id
    db.session.flush()


def untick_with_evidence(evidence: Evidence) -> list[str]:
    """Untick what was ticked by a proof that is withdrawn; the titles of these steps."""
    ticked = select(PlanItem).where(
        PlanItem.evidence_id == evidence.id, PlanItem.done_on.is_not(None), PlanItem.removed_at.is_(None)
    )
    opened = []
    for item in db.session.scalars(ticked.order_by(PlanItem.position, PlanItem.id)).all():
        untick(item).evidence_id = evidence.id
        opened.append(item.title)
    db.session.flush()
    return opened


def tick_with_talk(person: Person) -> None:
    """Tick the talk that is due first, now that one is agreed."""
    if item := db.session.scalars(_waiting(person, ItemKind.TALK).limit(1)).first():
        tick(item)


def _waiting(person: Person, kind: ItemKind, *conditions: ColumnElement[bool]) -> Select[PlanItem]:
    return (
        select(PlanItem)
        .join(PlanItem.plan)
        .where(Plan.person_id == person.id, PlanItem.kind == kind, PlanItem.removed_at.is_(None))
        .where(PlanItem.done_on.is_(None), *conditions)
        .order_by(PlanItem.due_on.is_(None), PlanItem.due_on, PlanItem.position, PlanItem.id)
    )
