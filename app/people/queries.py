"""Questions about people, units and who leads whom."""

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    String,
    and_,
    cast,
    false,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import aliased, contains_eager, joinedload
from sqlalchemy.sql.expression import SQLColumnExpression

from app.people.models import Absence, Leadership, OrgUnit, Person, RoleGrant
from app.people.rules import Leading, Position, Role, UnitKind
from app.text.folding import words

LEADS = "leads"
MARKS: list[Callable[[Any, Any], Select[str, str]]] = []
"""What upper packages know of somebody with every request: each gives rows of (a word of its own, "/"), or none."""

MOST_NAMESAKES = 20
Dated = TypeVar("Dated", Leadership, RoleGrant)


def is_valid(row: type[Leadership] | type[RoleGrant] | Any, on: dt.date | ColumnElement[Any]) -> ColumnElement[bool]:
    """SQL twin of `rules.is_valid`."""
    return and_(row.valid_from <= on, or_(row.valid_to.is_(None), row.valid_to >= on))


def not_over(row: type[Dated], person_id: int, on: dt.date) -> Select[Dated]:
    """What the person leads or looks after on that day or a later one."""
    return select(row).where(row.person_id == person_id, or_(row.valid_to.is_(None), row.valid_to >= on))


def _overlaps(person_id: int | SQLColumnExpression[int], first_day: dt.date, last_day: dt.date) -> ColumnElement[bool]:
    """Whether an absence is one of this person on any of these days."""
    return and_(Absence.person_id == person_id, Absence.starts_on <= last_day, Absence.ends_on >= first_day)


def absences(person_id: int, first_day: dt.date, last_day: dt.date) -> Select[Absence]:
    """When the person is away on any of these days."""
    return select(Absence).where(_overlaps(person_id, first_day, last_day)).order_by(Absence.starts_on)


def is_away(person_id: SQLColumnExpression[int], on: dt.date) -> ColumnElement[bool]:
    """Whether this person of the enclosing query is away that day."""
    away = select(Absence.id).where(_overlaps(person_id, on, on))
    return away.correlate_except(Absence).exists()


def _away_until(person_id: SQLColumnExpression[int], on: dt.date) -> ScalarSelect[Any]:
    last_day = select(func.max(Absence.ends_on)).where(_overlaps(person_id, on, on))
    return last_day.correlate_except(Absence).scalar_subquery()


def offices_of(person_id: int | ScalarSelect[int], on: dt.date) -> Select[str, str]:
    """What the person holds that day: rows of ("leads", path of the unit), (role, path of its scope), and `MARKS`."""
    leads = (
        select(literal(LEADS).label("kind"), OrgUnit.path.label("path"))
        .join(Leadership, Leadership.unit_id == OrgUnit.id)
        .where(Leadership.person_id == person_id, is_valid(Leadership, on))
    )
    roles = (
        select(cast(RoleGrant.role, String).label("kind"), func.coalesce(OrgUnit.path, "/").label("path"))
        .outerjoin(OrgUnit, OrgUnit.id == RoleGrant.scope_id)
        .where(RoleGrant.person_id == person_id, is_valid(RoleGrant, on))
    )
    both = union_all(leads, roles, *(mark(person_id, on) for mark in MARKS)).subquery()
    return select(both.c.kind, both.c.path)


def heads_within(paths: Collection[str], on: dt.date) -> Select[str, int, str]:
    """Rows of (path, head's id, path of the head's own unit) for every headed unit at or below these paths."""
    own = aliased(OrgUnit)
    return (
        select(OrgUnit.path, Leadership.person_id, own.path)
        .join(Leadership, Leadership.unit_id == OrgUnit.id)
        .join(Leadership.person)
        .join(own, own.id == Person.unit_id)
        .where(
            Leadership.position == Position.HEAD,
            is_valid(Leadership, on),
            or_(*(OrgUnit.path.startswith(path, autoescape=True) for path in paths)),
        )
    )


def heads_of(unit_id: int, on: dt.date) -> Select[int]:
    """The id of whoever heads the unit that day."""
    heads = (Leadership.unit_id == unit_id, Leadership.position == Position.HEAD)
    return select(Leadership.person_id).where(*heads, is_valid(Leadership, on))


def stand_ins(unit_ids: Collection[int], on: dt.date) -> Select[int, Person]:
    """Rows of (unit's id, deputy) for the deputies of these units who are there that day."""
    return (
        select(Leadership.unit_id, Person)
        .join(Person, Person.id == Leadership.person_id)
        .where(
            Leadership.unit_id.in_(unit_ids),
            Leadership.position == Position.DEPUTY,
            is_valid(Leadership, on),
            ~is_away(Person.id, on),
        )
        .order_by(Person.id)
    )


def heads_above(paths: Collection[str], on: dt.date) -> Select[OrgUnit, Person, dt.date | None]:
    """Rows of (unit, head, until when the head is away, if so) for every headed unit at or above these paths."""
    numbers = {int(number) for path in paths for number in path.split("/") if number}
    return (
        select(OrgUnit, Person, _away_until(Person.id, on))
        .join(Leadership, Leadership.unit_id == OrgUnit.id)
        .join(Person, Person.id == Leadership.person_id)
        .where(OrgUnit.id.in_(numbers), Leadership.position == Position.HEAD, is_valid(Leadership, on))
    )


def people_led(leading: Leading, on: dt.date) -> Select[Person]:
    """Everybody who is led in these units, also the leader where a deputy asks: SQL twin of `Leading.covers`."""
    reached = [
        and_(
            OrgUnit.path.startswith(path),
            Person.id != leading.heads[path],
            *(~OrgUnit.path.startswith(other) for other in leading.next_headed(path)),
        )
        for path in sorted(leading.paths & leading.heads.keys())
    ]
    return employed(on).where(or_(Person.id.in_(leading.led_heads), *reached))


def large_units() -> Select[OrgUnit]:
    """Departments, offices and divisions."""
    return select(OrgUnit).where(OrgUnit.kind.in_([UnitKind.DEPARTMENT, UnitKind.OFFICE, UnitKind.DIVISION]))


def employed(on: dt.date) -> Select[Person]:
    """Everybody who works here that day, with their unit, by name."""
    return (
        select(Person)
        .join(Person.unit)
        .where(Person.entered_on <= on, or_(Person.left_on.is_(None), Person.left_on >= on))
        .options(contains_eager(Person.unit))
        .order_by(Person.sort_name, Person.id)
    )


def person_with_unit(person_id: int) -> Select[Person]:
    """One person with unit and job."""
    return select(Person).where(Person.id == person_id).options(joinedload(Person.unit), joinedload(Person.job))


def holders_of(role: Role, path: str, on: dt.date) -> Select[Person]:
    """Who works here that day and has the role for the unit with this path: SQL twin of `Viewer.has`."""
    scope = aliased(OrgUnit)
    holding = (
        select(RoleGrant.person_id)
        .outerjoin(scope, scope.id == RoleGrant.scope_id)
        .where(RoleGrant.role == role, is_valid(RoleGrant, on))
        .where(or_(RoleGrant.scope_id.is_(None), literal(path).startswith(scope.path)))
    )
    return employed(on).where(Person.id.in_(holding))


def people_named(typed: str, on: dt.date) -> Select[Person]:
    """Everybody who works here that day and whose names hold each of the words typed, with unit and job."""
    return employed(on).where(is_named(typed)).options(joinedload(Person.job))


def is_named(typed: str) -> ColumnElement[bool]:
    """Whether the names of a person hold each of the words typed."""
    words = (
        or_(Person.given_name.icontains(word, autoescape=True), Person.family_name.icontains(word, autoescape=True))
        for word in typed.split()
    )
    return and_(true(), *words)


def people_asked_for(typed: str, on: dt.date) -> Select[Person]:
    """Who works here that day and is meant by a name, or a part of it, by an e-mail address or a personnel number."""
    return employed(on).where(or_(is_asked_for(typed), Person.email == typed.lower()))


def is_asked_for(typed: str) -> ColumnElement[bool]:
    """Whether each word typed stands in the name of a person, or their personnel number is that."""
    asked = words(typed)
    by_name = and_(*(Person.sort_name.contains(word) for word in asked)) if asked else false()
    return or_(by_name, Person.personnel_number == typed)


def people_called(typed: str, on: dt.date) -> Select[Person]:
    """Whoever works here that day with this whole name, e-mail address or personnel number; a few namesakes at most."""
    name, key = " ".join(typed.split()), typed.strip().lower()
    full = Person.given_name + " " + Person.family_name
    is_called = or_(full == name, Person.email == key, Person.personnel_number == typed.strip())
    return employed(on).where(is_called).limit(MOST_NAMESAKES)


def leader_of(person: Person, on: dt.date) -> Select[Person]:
    """The head who leads this person that day, with unit; no row at the top."""
    unit, lead = aliased(OrgUnit), aliased(Leadership)
    return (
        select(Person)
        .join(lead, lead.person_id == Person.id)
        .join(unit, unit.id == lead.unit_id)
        .where(
            literal(person.unit.path).startswith(unit.path),
            lead.position == Position.HEAD,
            is_valid(lead, on),
            Person.id != person.id,
        )
        .options(joinedload(Person.unit))
        .order_by(func.length(unit.path).desc())
        .limit(1)
    )


def leaders_of(person: Person, on: dt.date) -> Select[Person]:
    """Everybody who may decide for this person that day: the head who leads them, and that head's deputies."""
    return leaders_with_position(person, on).with_only_columns(Person)


def leaders_with_position(person: Person, on: dt.date) -> Select[Person, Position]:
    """The same, each with how they lead: the head first."""
    return leaders_at(leading_unit_of(person, on).scalar_subquery(), on).where(Person.id != person.id)


def leaders_at(unit_id: int | ScalarSelect[int] | None, on: dt.date) -> Select[Person, Position]:
    """Whoever leads this unit that day, each with how they do: the head first, then the deputies."""
    lead = aliased(Leadership)
    return (
        select(Person, lead.position)
        .join(lead, lead.person_id == Person.id)
        .where(lead.unit_id == unit_id, is_valid(lead, on))
        .order_by(lead.position.desc(), Person.id)
    )


def leads_on(leader_id: ColumnElement[Any], on: dt.date | ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether this is one of the `leaders_of` the person of the enclosing query: the same for many people at once."""
    own, unit, head, lead = aliased(OrgUnit), aliased(OrgUnit), aliased(Leadership), aliased(Leadership)
    leading_unit = (
        select(unit.id)
        .join(head, head.unit_id == unit.id)
        .join(own, own.path.startswith(unit.path))
        .where(
            own.id == Person.unit_id,
            head.position == Position.HEAD,
            is_valid(head, on),
            head.person_id != Person.id,
        )
        .order_by(func.length(unit.path).desc())
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )
    held = select(lead.id).where(lead.unit_id == leading_unit, lead.person_id == leader_id, is_valid(lead, on))
    return held.where(lead.person_id != Person.id).correlate_except(lead).exists()


def leading_unit_of(person: Person, on: dt.date) -> Select[Any]:
    """The id of the unit whose head leads this person that day."""
    unit, lead = aliased(OrgUnit), aliased(Leadership)
    return (
        select(unit.id)
        .join(lead, lead.unit_id == unit.id)
        .where(
            literal(person.unit.path).startswith(unit.path),
            lead.position == Position.HEAD,
            is_valid(lead, on),
            lead.person_id != person.id,
        )
        .order_by(func.length(unit.path).desc())
        .limit(1)
    )
