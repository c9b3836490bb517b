"""Questions about what can be removed."""

from typing import Any

from sqlalchemy import Select, func, select

from app.competences.models import Statement
from app.competences.rules import Kind
from app.db import db
from app.people.viewer import Viewer


def self_assessments(person_id: int) -> Select[Statement]:
    """Everything that a person has said about their own levels, with what took it back."""
    return select(Statement).where(Statement.person_id == person_id, Statement.kind == Kind.SELF)


def self_assessments_of(viewer: Viewer) -> Select[Statement]:
    """The viewer's own."""
    return self_assessments(viewer.person.id)


def count(found: Select[Any]) -> int:
    """How many rows there are."""
    return db.session.scalar(select(func.count()).select_from(found.subquery())) or 0
