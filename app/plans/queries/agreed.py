"""What a leader and a person have agreed on for the person's plan, and who reads it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, or_, select

from app.courses.models import Enrolment
from app.db import db
from app.people import queries as people
from app.people.models import Person
from app.people.viewer import Viewer
from app.plans.models import PlanItem, Talk, TalkItem


@dataclass(frozen=True)
class AgreedInTalk:
    """A step as it was agreed, and how it stands in the plan: what the person has made of it is theirs."""

    title: str
    minutes: int
    due_on: dt.date | None
    talked_on: dt.date
    is_planned: bool
    is_done: bool


def steps_agreed_with(viewer: Viewer, person: Person) -> Sequence[AgreedInTalk]:
    """The steps that the person has agreed on in talks, newest talk first; one statement.

    The same people read them as the agreed levels (`competences.rules.may_read`): whoever leads the person today, of
    what was agreed with them or with who else leads there today.
    """
    if not viewer.leads(person):
        return []
    agreed_with = case((Talk.recorded_by_id == Talk.person_id, Talk.agreed_by_id), else_=Talk.recorded_by_id)
    leaders = people.leaders_of(person, viewer.today).with_only_columns(Person.id).order_by(None)
    is_there = and_(PlanItem.id.is_not(None), PlanItem.removed_at.is_(None))
    is_done = and_(is_there, or_(PlanItem.done_on.is_not(None), Enrolment.completed_on.is_not(None)))
    is_own = and_(Enrolment.course_id == PlanItem.course_id, Enrolment.person_id == Talk.person_id)
    columns = TalkItem.title, TalkItem.minutes, TalkItem.due_on, Talk.planned_on
    query = (
        select(*columns, is_there, is_done)
        .join(Talk, Talk.id == TalkItem.talk_id)
        .outerjoin(PlanItem, PlanItem.id == TalkItem.plan_item_id)
        .outerjoin(Enrolment, is_own)
        .where(Talk.person_id == person.id, is_agreed())
        .where(or_(agreed_with == viewer.person.id, agreed_with.in_(leaders)))
        .order_by(Talk.planned_on.desc(), Talk.id.desc(), TalkItem.position)
    )
    return [AgreedInTalk(*row) for row in db.session.execute(query)]


def is_agreed() -> ColumnElement[bool]:
    """Whether both sides have said yes to what is written down."""
    return Talk.agreed_at.is_not(None)
