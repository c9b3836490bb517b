"""Taking people on, and giving them something to lead or to look after."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import func, or_, select

from app import clock
from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.people.models import Leadership, OrgUnit, Person, RoleGrant
from app.people.queries import is_valid
from app.people.rules import Particulars, Position, Role, UnitKind


def open_house(name: str) -> OrgUnit:
    """Make the top of the org tree, where there is none yet; all other units lie below it."""
    top = db.session.scalars(select(OrgUnit).where(OrgUnit.parent_id.is_(None)).order_by(OrgUnit.id)).first()
    if top is None:
        top = OrgUnit(name=name, short_name=name, kind=UnitKind.HOUSE, path="")
        db.session.add(top)
        db.session.flush()
        top.path = f"/{top.id}/"
        db.session.flush()
    return top


def add(particulars: Particulars, unit: OrgUnit, *, by: Person | None) -> Person:
    """Take a person on; number and address are theirs alone."""
    email = particulars.email.strip().casefold() if particulars.email else None
    number = particulars.personnel_number.strip().casefold()
    _refuse_taken(number, email)
    person = Person(
        personnel_number=number,
        given_name=particulars.given_name.strip(),
        family_name=particulars.family_name.strip(),
        email=email,
        unit=unit,
        entered_on=clock.today(),
    )
    db.session.add(person)
    db.session.flush()
    record(by, "people.added", person, unit=unit.id)
    db.session.flush()
    return person


def grant_role(person: Person, role: Role, *, by: Person | None, scope: OrgUnit | None = None) -> RoleGrant:
    """Give a person a role from today, for a unit and all below it or for the whole house; once is enough."""
    today = clock.today()
    scope_id = scope.id if scope else None
    same = select(RoleGrant).where(
        RoleGrant.person_id == person.id,
        RoleGrant.role == role,
        RoleGrant.scope_id.is_not_distinct_from(scope_id),
        is_valid(RoleGrant, today),
    )
    if found := db.session.scalars(same).first():
        return found
    grant = RoleGrant(person_id=person.id, role=role, scope_id=scope_id, valid_from=today)
    db.session.add(grant)
    db.session.flush()
    record(by, "people.role-granted", grant, person=person.id, role=role, scope=scope_id)
    db.session.flush()
    return grant


def choose_language(person: Person, language: str) -> None:
    """Write to a person in this language from now on."""
    person.language = language
    db.session.flush()


def appoint(person: Person, unit: OrgUnit, *, by: Person | None, deputy_until: dt.date | None = None) -> Leadership:
    """Let a person head a unit from today, or stand in for its head until a day; a unit has one head."""
    today = clock.today()
    position = Position.DEPUTY if deputy_until else Position.HEAD
    heads = select(Leadership).where(
        Leadership.unit_id == unit.id, Leadership.position == Position.HEAD, is_valid(Leadership, today)
    )
    if position is Position.HEAD and db.session.scalars(heads).first():
        raise Refused(_("%(unit)s has a head already.", unit=unit.name))
    if deputy_until and deputy_until < today:
        raise Refused(_("The last day lies in the past."), "deputy_until")
    lead = Leadership(unit_id=unit.id, person_id=person.id, position=position, valid_from=today, valid_to=deputy_until)
    db.session.add(lead)
    db.session.flush()
    record(by, "people.appointed", lead, person=person.id, unit=unit.id, position=position)
    db.session.flush()
    return lead


def _refuse_taken(number: str, email: str | None) -> None:
    names = [name for name in (number, email) if name]
    taken = select(func.count()).where(or_(Person.personnel_number.in_(names), Person.email.in_(names)))
    if db.session.scalar(taken):
        raise Refused(_("Somebody has this personnel number or e-mail address already."), "personnel_number")


def take_turns(person: Person) -> None:
    """Let forms about one person be judged one after the other, so that a double click does nothing twice."""
    db.session.execute(select(Person.id).where(Person.id == person.id).with_for_update(key_share=True))
