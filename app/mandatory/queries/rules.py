"""Rules as HR sees them, units to look at, and the proof."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, false, or_, select, true
from sqlalchemy.orm import joinedload

from app.db import db
from app.mandatory.models import Reminder, Rule
from app.mandatory.queries.duties import Line, lines
from app.mandatory.rules import Count
from app.people.models import OrgUnit, Person
from app.people.rules import Role, parent_path
from app.people.viewer import Viewer
from app.qualifications.models import Holding
from app.qualifications.queries import counts


@dataclass(frozen=True)
class UnitLine:
    """A unit below the one that is looked at, with all below it; `is_itself` for those who are directly in that one."""

    unit: OrgUnit
    count: Count
    is_itself: bool


@dataclass(frozen=True)
class Proof:
    """Where somebody stands, and what shows it, if anything does."""

    line: Line
    holding: Holding | None


def rules_in_studio(viewer: Viewer) -> Select[Rule]:
    """All rules, those that are on first; for whoever may see the Studio."""
    may_see = true() if viewer.has_anywhere(Role.HR) else false()
    return (
        select(Rule)
        .where(may_see)
        .options(joinedload(Rule.qualification), joinedload(Rule.unit), joinedload(Rule.family))
        .order_by(Rule.on_since.is_(None), Rule.id)
    )


def same_rule(qualification_id: int, unit_id: int | None, family_id: int | None) -> Select[Rule]:
    """The rule about this for these people, of which there is one at most."""
    return select(Rule).where(
        Rule.qualification_id == qualification_id,
        Rule.unit_id.is_not_distinct_from(unit_id),
        Rule.family_id.is_not_distinct_from(family_id),
    )


def unit_to_look_at(rule: Rule, unit_id: int | None) -> OrgUnit | None:
    """The unit of this id; without one that of the rule, or the house; one statement."""
    wanted = unit_id or rule.unit_id
    found = select(OrgUnit).where(OrgUnit.id == wanted if wanted else OrgUnit.parent_id.is_(None))
    return db.session.scalars(found.order_by(OrgUnit.id).limit(1)).one_or_none()


def units_above(unit: OrgUnit) -> list[OrgUnit]:
    """The units in which it lies, from the top; one statement."""
    numbers = [int(number) for number in unit.path.split("/") if number]
    found = {one.id: one for one in db.session.scalars(select(OrgUnit).where(OrgUnit.id.in_(numbers)))}
    return [found[number] for number in numbers if number != unit.id and number in found]


def lines_below(unit: OrgUnit, counted: Mapping[int, Count]) -> list[UnitLine]:
    """What is counted, put together for each unit one step below this one, and for this one itself; one statement."""
    below = db.session.scalars(select(OrgUnit).where(OrgUnit.path.startswith(unit.path))).all()
    children = {one.path: one for one in below if parent_path(one.path) == unit.path}
    sums: dict[int, Count] = {}
    for one in below:
        child = next((child for path, child in children.items() if one.path.startswith(path)), unit)
        sums[child.id] = sums.get(child.id, Count()) + counted.get(one.id, Count())
    found = [UnitLine(one, sums[one.id], one.id == unit.id) for one in [unit, *children.values()] if one.id in sums]
    return sorted((one for one in found if one.count.all), key=lambda one: (not one.is_itself, one.unit.name))


def proofs(rows: Sequence[Any], on: dt.date) -> list[Proof]:
    """Each of these with what shows it: the holding that ends last; one statement more."""
    found = lines(rows, on)
    if not found:
        return []
    kind = found[0].rule.qualification_id
    shown: dict[int, Holding] = {}
    held = select(Holding).where(Holding.qualification_id == kind, Holding.since <= on, counts())
    for holding in db.session.scalars(held.order_by(Holding.valid_until.is_(None), Holding.valid_until, Holding.id)):
        shown[holding.person_id] = holding
    return [Proof(one, shown.get(one.person.id)) for one in found]


def told(qualification_ids: Collection[int]) -> set[tuple[int, int, dt.date, str]]:
    """What was said already about these, as (person, qualification, date, step); one statement."""
    columns = Reminder.person_id, Reminder.qualification_id, Reminder.due_on, Reminder.step
    rows = db.session.execute(select(*columns).where(Reminder.qualification_id.in_(qualification_ids)))
    return {(person, kind, day, step.value) for person, kind, day, step in rows}


def is_old(before: dt.date) -> ColumnElement[bool]:
    """Whether something was said about a date before that day, or to somebody who left before it."""
    left = select(Person.id).where(Person.left_on < before)
    return or_(Reminder.due_on < before, Reminder.person_id.in_(left))
