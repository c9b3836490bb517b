"""Taking people on and letting them leave, what they lead and look after, and when they are away."""

import datetime as dt
from collections.abc import Callable

from flask_babel import gettext as _
from sqlalchemy import func, or_, select

from app import clock
from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.people import queries
from app.people.models import Absence, Leadership, OrgUnit, Person, RoleGrant
from app.people.queries import is_valid
from app.people.rules import Particulars, Position, Role, UnitKind

ENDED: list[Callable[[Person], object]] = []
"""Whom to call when something that somebody was allowed has ended: their sign-ins end too."""


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
    _refuse_leaver(person, today)
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


def revoke_role(person: Person, role: Role, *, by: Person | None, scope: OrgUnit | None = None) -> None:
    """Take a role back, from now on, for this unit or for the whole house; their sign-ins end."""
    same = (RoleGrant.role == role, RoleGrant.scope_id.is_not_distinct_from(scope.id if scope else None))
    grants = db.session.scalars(queries.not_over(RoleGrant, person.id, clock.today()).where(*same)).all()
    if not grants:
        raise Refused(_("%(name)s does not have this role there.", name=person.name), "role")
    for grant in grants:
        record(by, "people.role-revoked", grant, person=person.id, role=role, scope=grant.scope_id)
        _end_before(grant, clock.today())
    _tell_that_something_ended(person)


def appoint(person: Person, unit: OrgUnit, *, by: Person | None) -> Leadership:
    """Let a person head a unit from today; a unit has one head."""
    today = clock.today()
    _refuse_leaver(person, today)
    if db.session.scalars(queries.heads_of(unit.id, today)).first():
        raise Refused(_("%(unit)s has a head already.", unit=unit.name))
    return _let_lead(Leadership(unit_id=unit.id, person_id=person.id, position=Position.HEAD, valid_from=today), by)


def deputise(
    person: Person, unit: OrgUnit, *, until: dt.date, by: Person | None, since: dt.date | None = None
) -> Leadership:
    """Let a person stand in for the head of a unit until a day, from today or a later one; again: until another day."""
    since = since or clock.today()
    if until < max(since, clock.today()):
        raise Refused(_("The last day lies in the past, or before the first."), "until")
    _refuse_leaver(person, until)
    heads = db.session.scalars(queries.heads_of(unit.id, since)).all()
    if not heads:
        raise Refused(_("%(unit)s has no head for whom somebody could stand in.", unit=unit.name))
    if person.id in heads:
        raise Refused(_("%(name)s heads %(unit)s.", name=person.name, unit=unit.name))
    theirs = queries.not_over(Leadership, person.id, since).where(Leadership.unit_id == unit.id)
    as_deputy = theirs.where(Leadership.position == Position.DEPUTY, Leadership.valid_from <= until)
    for lead in db.session.scalars(as_deputy).all():
        since = min(since, lead.valid_from)
        db.session.delete(lead)
    return _let_lead(
        Leadership(unit_id=unit.id, person_id=person.id, position=Position.DEPUTY, valid_from=since, valid_to=until),
        by,
    )


def relieve(person: Person, unit: OrgUnit, *, by: Person | None) -> None:
    """Let a person lead a unit no longer, as its head or as a deputy, from now on; their sign-ins end."""
    theirs = queries.not_over(Leadership, person.id, clock.today()).where(Leadership.unit_id == unit.id)
    leads = db.session.scalars(theirs).all()
    if not leads:
        raise Refused(_("%(name)s does not lead %(unit)s.", name=person.name, unit=unit.name))
    for lead in leads:
        record(by, "people.relieved", lead, person=person.id, unit=unit.id, position=lead.position)
        _end_before(lead, clock.today())
    _tell_that_something_ended(person)


def leave(person: Person, *, last_day: dt.date, by: Person | None) -> list[OrgUnit]:
    """Note somebody's last day: after it they can't sign in, and what they lead or look after ends with it.

    Returns the units that have no head then.
    """
    if last_day < person.entered_on:
        raise Refused(_("This day lies before the first one."), "last_day")
    after = last_day + dt.timedelta(days=1)
    leads = db.session.scalars(queries.not_over(Leadership, person.id, after)).all()
    headless = [lead.unit for lead in leads if lead.position is Position.HEAD]
    for lead in leads:
        _end_before(lead, after)
    for grant in db.session.scalars(queries.not_over(RoleGrant, person.id, after)).all():
        _end_before(grant, after)
    person.left_on = last_day
    record(by, "people.left", person, on=last_day.isoformat())
    if last_day < clock.today():
        _tell_that_something_ended(person)
    db.session.flush()
    return headless


def note_absence(person: Person, *, first_day: dt.date, last_day: dt.date, by: Person | None) -> Absence:
    """Note that somebody is away from a day to a day; it takes the place of what was noted for any of these days."""
    if last_day < first_day:
        raise Refused(_("The last day lies before the first."), "last_day")
    for earlier in db.session.scalars(queries.absences(person.id, first_day, last_day)).all():
        db.session.delete(earlier)
    absence = Absence(person_id=person.id, starts_on=first_day, ends_on=last_day)
    db.session.add(absence)
    db.session.flush()
    record(by, "people.away", absence, person=person.id)
    db.session.flush()
    return absence


def note_return(person: Person, *, day: dt.date, by: Person | None) -> None:
    """Note that somebody is there again from this day on, earlier than noted or after all."""
    absence = db.session.scalars(queries.absences(person.id, day, day)).first()
    if absence is None:
        raise Refused(_("%(name)s is not noted as away on that day.", name=person.name), "day")
    record(by, "people.back", absence, person=person.id)
    if absence.starts_on < day:
        absence.ends_on = day - dt.timedelta(days=1)
    else:
        db.session.delete(absence)
    db.session.flush()


def _let_lead(lead: Leadership, by: Person | None) -> Leadership:
    db.session.add(lead)
    db.session.flush()
    record(by, "people.appointed", lead, person=lead.person_id, unit=lead.unit_id, position=lead.position)
    db.session.flush()
    return lead


def _end_before(row: Leadership | RoleGrant, day: dt.date) -> None:
    """Let it count on the day before for the last time; what would begin only then never does."""
    if row.valid_from < day:
        row.valid_to = day - dt.timedelta(days=1)
    else:
        db.session.delete(row)
    db.session.flush()


def _tell_that_something_ended(person: Person) -> None:
    for follow in ENDED:
        follow(person)


def _refuse_leaver(person: Person, on: dt.date) -> None:
    if not person.is_employed(on):
        raise Refused(_("%(name)s does not work here on that day.", name=person.name))


def _refuse_taken(number: str, email: str | None) -> None:
    names = [name for name in (number, email) if name]
    taken = select(func.count()).where(or_(Person.personnel_number.in_(names), Person.email.in_(names)))
    if db.session.scalar(taken):
        raise Refused(_("Somebody has this personnel number or e-mail address already."), "personnel_number")


def take_turns(person: Person) -> None:
    """Let forms about one person be judged one after the other, so that a double click does nothing twice."""
    db.session.execute(select(Person.id).where(Person.id == person.id).with_for_update(key_share=True))
