"""Removing for good what the database otherwise keeps."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from sqlalchemy import Select, Table, delete, insert, update

from app import clock
from app.activity import actions as activity
from app.competences import actions as competences
from app.competences.models import Statement
from app.db import Base, ErasureSwitch, db
from app.people.actions import take_turns
from app.people.models import Person
from app.plans import actions as plans
from app.privacy import queries
from app.qualifications.models import Holding


def erase_self_assessments(person: Person) -> int:
    """Remove everything that the person has said about their own levels, for good; returns how much that was.

    What was put together from it goes in the same transaction: the proposal, and reasons of steps that name levels.
    """
    take_turns(person)
    gone = queries.self_assessments(person.id)
    with _erasing():
        count = _remove(Statement, gone.with_only_columns(Statement.id))
    plans.forget_levels(person)
    activity.record(person, "privacy.erased-self-assessments", person, statements=count)
    db.session.flush()
    return count


def erase_evidence(person: Person) -> int:
    """Remove everything that the person has handed in as evidence, for good; returns how many pieces that were.

    It goes with its files, what others were asked and have answered about it, the levels that followed from it, and
    what was written about practice. Steps of the plan that were ticked by it are open again.
    """
    take_turns(person)
    handed_in = db.session.scalars(queries.evidence(person.id)).all()
    for one in handed_in:
        if one.withdrawn_at is None:
            competences.withdraw(one, person)
        competences.delete(one, person)
    with _erasing():
        _remove(Statement, queries.levels_of_evidence(person.id).with_only_columns(Statement.id))
    plans.forget_practice(person)
    plans.forget_levels(person)
    activity.record(person, "privacy.erased-evidence", person, evidence=len(handed_in))
    db.session.flush()
    return len(handed_in)


def forget_holdings() -> int:
    """Remove for good who held what, once the time for which it must be shown is over; returns how much that was."""
    with _erasing():
        return _remove(Holding, queries.old_holdings(clock.today()))


@contextmanager
def _erasing() -> Iterator[None]:
    """Let the triggers allow removal, in this transaction alone: the switch is off again before anybody sees it."""
    switch = db.session.scalars(insert(ErasureSwitch).returning(ErasureSwitch.id)).one()
    yield
    db.session.execute(delete(ErasureSwitch).where(ErasureSwitch.id == switch))


def _remove(model: type[Base], ids: Select[Any]) -> int:
    """Remove these rows; what names them forgets them, or goes with them where it is nothing without them."""
    table = cast(Table, model.__table__)
    numbers = db.session.scalars(ids).all()
    for other in Base.metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column.table is table and other is not table:
                named = key.parent.in_(numbers)
                forget = update(other).where(named).values({key.parent: None})
                db.session.execute(forget if key.parent.nullable else delete(other).where(named))
    db.session.execute(delete(table).where(table.c.id.in_(numbers)))
    db.session.expire_all()
    return len(numbers)
