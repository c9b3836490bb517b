"""What a leader and a person have agreed on for the person's plan, and who reads it."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, exists, or_, select
from sqlalchemy.orm import aliased

from app.competences.models import Statement
from app.competences.queries import statements_visible_to
from app.competences.rules import Kind as StatementKind
from app.competences.rules import Visibility
from app.courses.models import Enrolment
from app.db import db
from app.people import queries as people
from app.people.models import Person
from app.people.viewer import Viewer
from app.plans.models import PlanItem, Talk, TalkItem
from app.plans.rules.talk import TalkStage, may_read_record


@dataclass(frozen=True)
class AgreedInTalk:
    """A step as it was agreed, and how it stands in the plan: what the person has made of it is theirs."""

    title: str
    minutes: int
    due_on: dt.date | None
    talked_on: dt.date
    is_planned: bool
    is_done: bool


@dataclass(frozen=True)
class Record:
    """What is written down in a talk, as far as it is for a reader.

    `levels` are the levels by competence; None: it holds no longer. `former` is the name of the leader with whom it was
    spoken of and who no longer leads; what follows is written down by whoever leads today.
    """

    levels: Mapping[int, int | None]
    is_for_me: bool
    former: str | None
    can_be_written: bool


def steps_agreed_with(viewer: Viewer, person: Person) -> Sequence[AgreedInTalk]:
    """The steps that the person has agreed on in talks, newest talk first; one statement.

    The same people read them as the agreed levels (`competences.rules.may_read`): whoever leads the person today, of
    what was agreed with them or with who else leads there today.
    """
    if not viewer.leads(person):
        return []
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
        .where(or_(agreed_with() == viewer.person.id, agreed_with().in_(leaders)))
        .order_by(Talk.planned_on.desc(), Talk.id.desc(), TalkItem.position)
    )
    return [AgreedInTalk(*row) for row in db.session.execute(query)]


def record_for(talk: Talk, viewer: Viewer) -> Record:
    """What is written down in a talk, for this reader; two statements at most."""
    is_own, stage, partner = talk.person_id == viewer.person.id, talk.stage, talk.partner_id
    leaders: Collection[int] = (viewer.person.id,)
    if partner not in (None, viewer.person.id):
        leaders = db.session.scalars(people.leaders_of(talk.person, viewer.today).with_only_columns(Person.id)).all()
    is_for_me = is_own or may_read_record(viewer.person.id, partner, leaders)
    has_gone = stage in (TalkStage.RELEASED, TalkStage.RECORDED) and partner not in leaders
    levels: dict[int, int | None] = {}
    if is_for_me:
        held = _still_agreed(talk, viewer) if stage is TalkStage.AGREED else None
        for one in talk.levels:
            holds = held is None or (one.competence_id, one.level) in held
            levels[one.competence_id] = one.level if holds else None
    return Record(
        levels=levels,
        is_for_me=is_for_me,
        former=db.session.get_one(Person, partner).name if has_gone else None,
        can_be_written=not is_own or talk.prepared_with_id is None or talk.prepared_with_id in leaders,
    )


def _still_agreed(talk: Talk, viewer: Viewer) -> set[tuple[int, int]]:
    """The agreed levels that the reader finds among the statements: what was taken back or erased since is none.

    A statement is of the talk that was agreed last before it was recorded.
    """
    if talk.agreed_at is None or not talk.levels:
        return set()
    later = aliased(Talk)
    is_of_later = and_(later.agreed_at > talk.agreed_at, later.agreed_at <= Statement.recorded_at)
    said = statements_visible_to(viewer, talk.person).where(
        Statement.kind == StatementKind.LEADER,
        Statement.visibility == Visibility.AGREED,
        Statement.actor_id == talk.partner_id,
        Statement.recorded_at >= talk.agreed_at,
        ~exists().where(later.person_id == talk.person_id, is_of_later),
    )
    rows = said.with_only_columns(Statement.competence_id, Statement.level).order_by(None)
    return {(competence, level) for competence, level in db.session.execute(rows)}


def agreed_with() -> ColumnElement[int]:
    """The leader with whom it was agreed: the one of the two who wrote it down and said yes who is not the person."""
    return case((Talk.recorded_by_id == Talk.person_id, Talk.agreed_by_id), else_=Talk.recorded_by_id)


def is_agreed_here(viewer: Viewer) -> ColumnElement[bool]:
    """Whether what was agreed was so with the viewer or who leads there today: twin of `rules.talk.may_read_record`.

    For a query that joins the person, whom the viewer leads.
    """
    return or_(agreed_with() == viewer.person.id, people.leads_on(agreed_with(), viewer.today))


def is_agreed() -> ColumnElement[bool]:
    """Whether both sides have said yes to what is written down."""
    return Talk.agreed_at.is_not(None)
