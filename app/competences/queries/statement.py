"""Questions about statements, and the levels that follow from them."""

import datetime as dt
from functools import cache

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, bindparam, exists, or_, select, union_all
from sqlalchemy.orm import aliased

from app.competences import rules
from app.competences.models import Statement
from app.competences.queries.link import carried_along, is_replaced
from app.competences.rules import Current, Kind, Word
from app.db import db
from app.people.viewer import Viewer


def current_levels(person_id: int) -> dict[int, int]:
    """The levels by competence, as the person sees them; one statement."""
    return {competence: now.level for competence, now in standings(person_id).items()}


def standings(person_id: int) -> dict[int, Current]:
    """The level and its reason by competence, as the person sees them; one statement."""
    words: dict[int, list[Word]] = {}
    rows = db.session.execute(_words(), {"person_id": person_id})
    for competence_id, level, kind, day, sequence, source in rows:
        words.setdefault(competence_id, []).append(Word(level, kind, day, sequence, source))
    found = {competence: rules.current(said) for competence, said in words.items()}
    return {competence: now for competence, now in found.items() if now}


@cache
def _words() -> CompoundSelect[int, int, Kind, dt.date, int, str | None]:
    """All that holds about `person_id`, nothing that was taken back; put together once, which costs more than asking.

    Rows of (competence, level, kind, day, sequence, source).
    """
    said = (Statement.level, Statement.kind, Statement.observed_on, Statement.id, Statement.source)
    held = Statement.person_id == bindparam("person_id"), holds()
    carried = carried_along()
    own = select(Statement.competence_id, *said).where(*held, ~is_replaced(Statement.competence_id))
    along = (
        select(carried.c.onto, *said)
        .join(carried, carried.c.stated == Statement.competence_id)
        .where(*held, ~is_replaced(carried.c.onto))
    )
    return union_all(own, along)


def holds() -> ColumnElement[bool]:
    """Whether a statement is neither a retraction nor taken back by one.

    The sum with nothing keeps SQLite from going through all that are no retractions, and not through the person's own.
    """
    later = aliased(Statement)
    is_no_retraction = (Statement.retracts_id + 0).is_(None)
    return and_(is_no_retraction, ~exists().where(later.retracts_id == Statement.id))


def statements_visible_to(viewer: Viewer) -> Select[Statement]:
    """The statements that the viewer may read: their own, newest first."""
    return (
        select(Statement)
        .where(Statement.person_id == viewer.person.id, holds())
        .order_by(Statement.observed_on.desc(), Statement.id.desc())
    )


def is_about(competence_id: int) -> ColumnElement[bool]:
    """Whether a statement is about this competence, or about one whose levels are read on it."""
    carried = carried_along()
    others = select(carried.c.stated).where(carried.c.onto == competence_id)
    return or_(Statement.competence_id == competence_id, Statement.competence_id.in_(others))
