"""Questions about what can be removed."""

import datetime as dt
from typing import Any

from sqlalchemy import Select, func, or_, select

from app.competences.models import Evidence, Statement
from app.competences.rules import Kind
from app.db import db
from app.people.models import Person
from app.plans.queries import practice
from app.privacy import rules
from app.privacy.rules import Amount
from app.qualifications.models import Holding


def self_assessments(person_id: int) -> Select[Statement]:
    """Everything that a person has said about their own levels, with what took it back."""
    return select(Statement).where(Statement.person_id == person_id, Statement.kind == Kind.SELF)


def evidence(person_id: int) -> Select[Evidence]:
    """Everything that a person has handed in, also what is withdrawn."""
    return select(Evidence).where(Evidence.person_id == person_id).order_by(Evidence.id)


def levels_of_evidence(person_id: int) -> Select[Statement]:
    """Every statement that follows from what a person handed in, or once did, with what took it back."""
    own = (Statement.person_id == person_id, Statement.actor_id.is_(None))
    return select(Statement).where(*own, Statement.kind.in_((Kind.PRACTICE, Kind.EXTERNAL)))


def old_holdings(today: dt.date) -> Select[int]:
    """The ids of what ended two years ago or more, or was held by somebody who left then, with what took it back."""
    before = rules.two_years_before(today)
    left = select(Person.id).where(Person.left_on < before)
    return select(Holding.id).where(or_(Holding.valid_until < before, Holding.person_id.in_(left)))


def amount(person_id: int) -> Amount:
    """How much of it all there is; five statements."""
    handed_in = evidence(person_id)
    return Amount(
        self_assessments=count(self_assessments(person_id)),
        evidence=count(handed_in),
        files=count(handed_in.where(Evidence.file_id.is_not(None))),
        levels=count(levels_of_evidence(person_id)),
        answers=count(practice.told_by(person_id)),
    )


def count(found: Select[Any]) -> int:
    """How many rows there are."""
    return db.session.scalar(select(func.count()).select_from(found.subquery())) or 0
