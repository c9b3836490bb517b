"""Questions about inquiries: whom somebody has asked, and what waits for somebody's word."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, exists, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from app.competences.models import Evidence, EvidenceClaim, Inquiry, InquiryLine, Statement
from app.competences.queries.framework import Named, named
from app.competences.queries.profile import goal_of
from app.competences.rules import AskedAs, InquiryStage, answers_as, closest
from app.db import db
from app.people import queries as people
from app.people.models import Person
from app.people.rules import Position, Role
from app.people.viewer import Viewer

MOST_FOUND, MOST_OFFERED, SHORTEST_SEARCH = 12, 5, 2
_A_DATA = (joinedload(Person.unit), joinedload(Person.job))


def inquiries_of(viewer: Viewer) -> Select[Inquiry]:
    """Whom the viewer has asked, newest first, with what came of it."""
    return (
        select(Inquiry)
        .where(Inquiry.person_id == viewer.person.id)
        .options(joinedload(Inquiry.asked), joinedload(Inquiry.evidence), _lines())
        .order_by(Inquiry.id.desc())
    )


def open_inquiries_of(viewer: Viewer) -> Select[Inquiry]:
    """What the viewer has asked and nobody has answered yet."""
    return inquiries_of(viewer).where(Inquiry.stage == InquiryStage.OPEN)


def inquiries_to(viewer: Viewer) -> Select[Inquiry]:
    """What waits for the viewer's word, the nearest end first; nothing else gives a right to it."""
    evidence = joinedload(Inquiry.evidence)
    claims = evidence.selectinload(Evidence.claims).joinedload(EvidenceClaim.competence)
    return (
        select(Inquiry)
        .join(Inquiry.person)
        .where(can_be_answered_by(viewer))
        .options(contains_eager(Inquiry.person), claims, evidence.joinedload(Evidence.file), _lines())
        .order_by(Inquiry.ends_on, Inquiry.id)
    )


def answered_by(viewer: Viewer) -> Select[Inquiry]:
    """What the viewer has said of others, newest first: an author sees their own words."""
    return (
        select(Inquiry)
        .where(Inquiry.asked_id == viewer.person.id, Inquiry.answered_at.is_not(None))
        .options(joinedload(Inquiry.person), _lines())
        .order_by(Inquiry.answered_at.desc(), Inquiry.id.desc())
    )


def can_be_answered_by(viewer: Viewer) -> ColumnElement[bool]:
    """Whether an inquiry is open to the viewer today.

    Whoever was asked as a leader must still lead the person; what they are asked about must be there unchanged.
    """
    led = people.people_led(viewer.leading, viewer.today).with_only_columns(Person.id).order_by(None)
    here = people.employed(viewer.today).with_only_columns(Person.id).order_by(None)
    is_unchanged = exists().where(
        Evidence.id == Inquiry.evidence_id,
        Evidence.version == Inquiry.evidence_version,
        Evidence.withdrawn_at.is_(None),
    )
    return and_(
        Inquiry.asked_id == viewer.person.id,
        Inquiry.stage == InquiryStage.OPEN,
        Inquiry.ends_on >= viewer.today,
        Inquiry.person_id.in_(here),
        or_(Inquiry.asked_as != AskedAs.LEADER, Inquiry.person_id.in_(led)),
        or_(Inquiry.evidence_id.is_(None), is_unchanged),
    )


def number_waiting_for(viewer: Viewer) -> ScalarSelect[int]:
    """How many inquiries wait for the viewer's word, as part of a statement."""
    return select(func.count()).select_from(Inquiry).where(can_be_answered_by(viewer)).scalar_subquery()


def asked_already(person_id: int, asked_id: int, today: dt.date) -> set[int]:
    """The competences about which this person has asked that one, and has no answer yet."""
    query = (
        select(InquiryLine.competence_id)
        .join(Inquiry, Inquiry.id == InquiryLine.inquiry_id)
        .where(
            Inquiry.person_id == person_id,
            Inquiry.asked_id == asked_id,
            Inquiry.stage == InquiryStage.OPEN,
            Inquiry.ends_on >= today,
        )
    )
    return set(db.session.scalars(query))


def _lines() -> _AbstractLoad:
    """The competences that somebody is asked about, and what was said of them, perhaps taken back since."""
    said = joinedload(InquiryLine.statement).joinedload(Statement.retraction)
    return selectinload(Inquiry.lines).options(joinedload(InquiryLine.competence), said)


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be chosen, as whom they would answer, and whom they stand in for where they lead."""

    person: Person
    asked_as: AskedAs
    stands_in_for: str | None = None


def leading_today(person: Person, on: dt.date) -> list[Candidate]:
    """Who leads a person that day: the head, then the deputies; one statement."""
    rows = db.session.execute(people.leaders_with_position(person, on).options(*_A_DATA)).unique().all()
    head = next((leader.name for leader, position in rows if position is Position.HEAD), None)
    found: dict[int, Candidate] = {}
    for leader, position in rows:
        is_deputy = position is Position.DEPUTY
        found.setdefault(leader.id, Candidate(leader, AskedAs.LEADER, head if is_deputy else None))
    return list(found.values())


def developers_of(person: Person, on: dt.date) -> Select[Person]:
    """Who looks after this person in HR development that day; nobody looks after themselves."""
    return people.holders_of(Role.HR, person.unit.path, on).where(Person.id != person.id)


def relation(person: Person, somebody: Person, on: dt.date) -> AskedAs:
    """As whom somebody is asked by the person that day; two statements."""
    return closest(
        leads=somebody in db.session.scalars(people.leaders_of(person, on)).all(),
        develops=develops(somebody, person, on),
    )


def develops(somebody: Person, person: Person, on: dt.date) -> bool:
    """Whether somebody looks after the person in HR development that day."""
    same = developers_of(person, on).where(Person.id == somebody.id)
    return db.session.scalars(same).one_or_none() is not None


def answering_as(inquiry: Inquiry, on: dt.date) -> AskedAs:
    """As whom who was asked answers that day."""
    is_assessor = inquiry.asked_as is AskedAs.ASSESSOR
    return answers_as(inquiry.asked_as, develops=is_assessor and develops(inquiry.asked, inquiry.person, on))


def people_to_ask(viewer: Viewer, typed: str, chosen: int | None) -> list[Candidate]:
    """Whom the viewer may choose: who leads them today, some who look after them in HR development, who has the name
    that they typed, and who is chosen already.
    """
    leaders = leading_today(viewer.person, viewer.today)
    developers = db.session.scalars(developers_of(viewer.person, viewer.today).options(joinedload(Person.job))).all()
    developing = {person.id for person in developers}
    near = {one.person.id: one for one in leaders}
    for person in developers[:MOST_OFFERED]:
        near.setdefault(person.id, Candidate(person, AskedAs.ASSESSOR))
    found: list[Person] = []
    if len(typed.strip()) >= SHORTEST_SEARCH:
        named = people.people_named(typed, viewer.today).where(Person.id != viewer.person.id)
        found = list(db.session.scalars(named.limit(MOST_FOUND)))
    if chosen is not None and chosen not in near.keys() | {person.id for person in found}:
        one = people.employed(viewer.today).where(Person.id == chosen).options(joinedload(Person.job))
        found += db.session.scalars(one).all()
    others = (person for person in found if person.id not in near)
    further = [Candidate(one, closest(leads=False, develops=one.id in developing)) for one in others]
    return [*near.values(), *further]


def worth_asking_about(person_id: int, key: str | None) -> tuple[list[Named], list[int]]:
    """The competences to choose from, those of the goal before all others; and the one that the page came from."""
    goal = goal_of(person_id)
    targets = goal.targets if goal else {}
    found = sorted(named(), key=lambda one: (one.key != key, one.id not in targets))
    return found, [one.id for one in found if one.key == key]
