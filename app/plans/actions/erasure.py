"""What plan and proposal forget, when what a person has said of their own levels is removed for good."""

from flask_babel import gettext as _
from sqlalchemy import or_, select

from app.db import db
from app.people.models import Person
from app.plans import queries
from app.plans.actions.change import lock, touch
from app.plans.models import Delivery, PlanItem
from app.text.language import speaking


def forget_practice(person: Person) -> None:
    """Erase what the person has written about what they applied; that they were asked stays, so nobody asks again."""
    for question in db.session.scalars(queries.practice.told_by(person.id)).all():
        question.what = question.place = question.outcome = ""
    db.session.flush()


def forget_levels(person: Person) -> None:
    """Erase the proposal and the reasons that name levels; the steps of the plan stay, and so do other reasons."""
    proposal = db.session.scalars(queries.proposal_of(person.id)).one_or_none()
    added = proposal.added if proposal else frozenset()
    if proposal is not None:
        proposal.result = proposal.fingerprint = proposal.solved_at = proposal.task = None
        proposal.alternatives = {}
        proposal.accepted = {"added": sorted(added)} if added else None
    plan = db.session.scalars(queries.plan_of(person.id)).one_or_none()
    if plan is not None:
        lock(plan)
        is_delivered = select(Delivery.plan_item_id).where(Delivery.plan_item_id == PlanItem.id).exists()
        proposed = or_(PlanItem.competence_id.is_not(None), PlanItem.course_id.in_(added))
        found = select(PlanItem).where(
            PlanItem.plan_id == plan.id, PlanItem.course_id.is_not(None), PlanItem.reason != "", proposed, ~is_delivered
        )
        with speaking(person.language):
            neutral = _("From a proposal of Lotse.")
        for item in db.session.scalars(found):
            item.reason = neutral
        touch(plan)
    db.session.flush()
