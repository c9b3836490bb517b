"""What people say about levels."""

import datetime as dt
from collections.abc import Mapping

from flask_babel import gettext as _
from sqlalchemy import func, select

from app import clock
from app.competences import queries
from app.competences.models import Statement
from app.competences.rules import Kind
from app.db import db
from app.errors import Refused
from app.people.actions import take_turns
from app.people.models import Person


def assess(person: Person, levels: Mapping[int, int], *, on: dt.date | None = None) -> list[Statement]:
    """Record the person's own word on these levels; what they said the same day already is not said again."""
    take_turns(person)
    _check(levels)
    day = on or clock.today()
    said = _said_by(person, day)
    new = [
        _own(person, competence, level, day) for competence, level in levels.items() if said.get(competence) != level
    ]
    db.session.add_all(new)
    db.session.flush()
    return new


def assess_anew(person: Person, levels: Mapping[int, int]) -> list[Statement]:
    """Record only the levels that differ from the current ones."""
    held = queries.current_levels(person.id)
    return assess(person, {competence: level for competence, level in levels.items() if held.get(competence) != level})


def add_evidence(
    person: Person, competence_id: int, level: int, *, kind: Kind, source: str, observed_on: dt.date
) -> Statement:
    """Record a proof of a level; the same proof counts once."""
    same = select(Statement).where(
        Statement.person_id == person.id,
        Statement.competence_id == competence_id,
        Statement.level == level,
        Statement.kind == kind,
        Statement.source == source,
        Statement.observed_on == observed_on,
        queries.holds(),
    )
    if found := db.session.scalars(same).first():
        return found
    row = Statement(
        person_id=person.id,
        competence_id=competence_id,
        level=level,
        kind=kind,
        source=source,
        observed_on=observed_on,
        recorded_at=clock.now(),
    )
    db.session.add(row)
    db.session.flush()
    return row


def state(
    person: Person,
    competence_id: int,
    level: int,
    *,
    kind: Kind,
    by: Person | None,
    observed_on: dt.date,
    source: str | None = None,
    note: str | None = None,
    visibility: str = "private",
) -> Statement:
    """Record somebody's word on a person's level."""
    row = Statement(
        person_id=person.id,
        competence_id=competence_id,
        level=level,
        kind=kind,
        actor_id=by.id if by else None,
        observed_on=observed_on,
        recorded_at=clock.now(),
        source=source,
        note=note,
    )
    db.session.add(row)
    db.session.flush()
    return row


def _own(person: Person, competence_id: int, level: int, day: dt.date) -> Statement:
    return Statement(
        person_id=person.id,
        competence_id=competence_id,
        level=level,
        kind=Kind.SELF,
        actor_id=person.id,
        observed_on=day,
        recorded_at=clock.now(),
    )


def _said_by(person: Person, day: dt.date) -> dict[int, int]:
    """The last level that the person stated on that day, by competence."""
    newest = (
        select(func.max(Statement.id))
        .where(
            Statement.person_id == person.id,
            Statement.kind == Kind.SELF,
            Statement.observed_on == day,
            queries.holds(),
        )
        .group_by(Statement.competence_id)
    )
    rows = select(Statement.competence_id, Statement.level).where(Statement.id.in_(newest))
    return dict(db.session.execute(rows).all())


def _check(levels: Mapping[int, int]) -> None:
    highest = queries.highest_levels(levels)
    if unknown := [competence for competence in levels if competence not in highest]:
        raise Refused(_("This competence is no longer in use. Please reload the page."), f"level-{unknown[0]}")
    for competence, level in levels.items():
        if not 0 <= level <= highest[competence]:
            raise Refused(_("Please choose one of the levels shown."), f"level-{competence}")
