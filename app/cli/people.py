"""`flask people add`, `grant`, `revoke`, `appoint`, `deputise`, `relieve`, `leave`, `away`, `back`, `password`.

The first people of a new house, what changes with them, and a way back in.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import current_app
from sqlalchemy import or_, select

from app import clock
from app.auth.actions import set_password
from app.auth.models import Credential
from app.auth.rules import SHORTEST_OF_ADMINISTRATORS
from app.cli.group import Group
from app.db import begin_writing, db
from app.errors import Refused
from app.people import actions
from app.people.models import OrgUnit, Person
from app.people.rules import Particulars, Role
from app.text.language import speaking

group = Group("people", help="People, their roles and their passwords.")
who = click.argument("who", metavar="NUMBER_OR_EMAIL")
role_type = click.Choice([role.value for role in Role])
day = click.DateTime(["%Y-%m-%d"])


@group.command("add")
@click.option("--number", required=True, help="Personnel number; also a name to sign in with.")
@click.option("--given-name", required=True)
@click.option("--family-name", required=True)
@click.option("--email", help="Without one, the person signs in by personnel number.")
@click.option("--unit", help="Short name of the unit; the top of the house where none is named.")
@click.option("--role", "roles", multiple=True, type=role_type, help="A role for the whole house; may be repeated.")
def add(number: str, given_name: str, family_name: str, email: str | None, unit: str | None, roles: list[str]) -> None:
    """Take a person on. The first one needs no unit: the top of the house is made."""
    with _written():
        there = _unit(unit) if unit else actions.open_house(current_app.config["OPERATOR"])
        person = actions.add(Particulars(number, given_name, family_name, email), there, by=None)
        for role in roles:
            actions.grant_role(person, Role(role), by=None)
    click.echo(f"{person.name} works in {there.name}. Next: flask people password {person.personnel_number}")


@group.command("grant")
@who
@click.argument("role", type=role_type)
@click.option("--scope", help="Short name of the unit for which the role counts; the whole house where none is named.")
def grant(who: str, role: str, scope: str | None) -> None:
    """Give a person a role from today."""
    with _written():
        person = _person(who)
        actions.grant_role(person, Role(role), by=None, scope=_unit(scope) if scope else None)
        needs_longer = Role(role) is Role.ADMINISTRATOR and db.session.get(Credential, person.id) is not None
    click.echo(f"{person.name} has the role {role}.")
    if needs_longer:
        least = SHORTEST_OF_ADMINISTRATORS
        click.echo(f"Administrators use {least} characters. Next: flask people password {person.personnel_number}")


@group.command("appoint")
@who
@click.argument("unit")
def appoint(who: str, unit: str) -> None:
    """Let a person head a unit from today."""
    with _written():
        person, there = _person(who), _unit(unit)
        actions.appoint(person, there, by=None)
    click.echo(f"{person.name} heads {there.name}.")


@group.command("relieve")
@who
@click.argument("unit")
def relieve(who: str, unit: str) -> None:
    """Let a person head a unit, or stand in for its head, no longer; ends their sign-ins."""
    with _written():
        person, there = _person(who), _unit(unit)
        actions.relieve(person, there, by=None)
    click.echo(f"{person.name} leads {there.name} no longer.")


@group.command("deputise")
@who
@click.argument("unit")
@click.option("--until", required=True, type=day, help="Last day, as YYYY-MM-DD.")
@click.option("--from", "since", type=day, help="First day; today where none is given.")
def deputise(who: str, unit: str, until: dt.datetime, since: dt.datetime | None) -> None:
    """Let a person stand in for the head of a unit until a day; given again, until another day."""
    with _written():
        person, there = _person(who), _unit(unit)
        lead = actions.deputise(person, there, until=until.date(), since=since.date() if since else None, by=None)
    click.echo(f"{person.name} stands in for the head of {there.name} from {lead.valid_from} to {lead.valid_to}.")


@group.command("revoke")
@who
@click.argument("role", type=role_type)
@click.option(
    "--scope", help="Short name of the unit for which the role was given; the whole house where none is named."
)
def revoke(who: str, role: str, scope: str | None) -> None:
    """Take a role back; ends the person's sign-ins."""
    with _written():
        person = _person(who)
        actions.revoke_role(person, Role(role), by=None, scope=_unit(scope) if scope else None)
    click.echo(f"{person.name} has the role {role} no longer{f' for {scope}' if scope else ''}.")


@group.command("leave")
@who
@click.option("--on", "last_day", required=True, type=day, help="Last day of work, as YYYY-MM-DD.")
def leave(who: str, last_day: dt.datetime) -> None:
    """Note a person's last day: after it they can't sign in, and what they lead and look after ends."""
    with _written():
        person = _person(who)
        headless = actions.leave(person, last_day=last_day.date(), by=None)
    click.echo(f"{person.name} works here until {last_day.date()}.")
    for unit in headless:
        click.echo(f"{unit.name} has no head then. Next: flask people appoint NUMBER_OR_EMAIL {unit.short_name!r}")


@group.command("away")
@who
@click.option("--from", "first_day", required=True, type=day, help="First day, as YYYY-MM-DD.")
@click.option("--to", "last_day", required=True, type=day, help="Last day, as YYYY-MM-DD.")
def away(who: str, first_day: dt.datetime, last_day: dt.datetime) -> None:
    """Note that a person is away; takes the place of what was noted for these days."""
    with _written():
        person = _person(who)
        actions.note_absence(person, first_day=first_day.date(), last_day=last_day.date(), by=None)
    click.echo(f"{person.name} is away from {first_day.date()} to {last_day.date()}.")


@group.command("back")
@who
@click.option("--on", "first_day", type=day, help="First day of work; today where none is given.")
def back(who: str, first_day: dt.datetime | None) -> None:
    """Note that a person is there again, earlier than noted or after all."""
    with _written():
        person, on = _person(who), first_day.date() if first_day else clock.today()
        actions.note_return(person, day=on, by=None)
    click.echo(f"{person.name} is there again from {on}.")


@group.command("password")
@who
@click.password_option(help="Asked for where it is not given.")
def password(who: str, password: str) -> None:
    """Give a person a new password and end their sign-ins."""
    with _written():
        person = _person(who)
        house, memory = current_app.config["OPERATOR"], current_app.config["PASSWORD_MEMORY_KIB"]
        set_password(person, password, house=house, memory_kib=memory)
    click.echo(f"{person.name} can sign in with the new password.")


@contextmanager
def _written() -> Iterator[None]:
    """One transaction; a refusal ends the command with its sentence."""
    begin_writing()
    try:
        with speaking("en"):
            yield
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        raise click.ClickException(refused.sentence) from refused


def _person(name: str) -> Person:
    name = name.strip().casefold()
    found = select(Person).where(or_(Person.personnel_number == name, Person.email == name))
    if person := db.session.scalars(found).one_or_none():
        return person
    raise click.ClickException(f"Nobody has the personnel number or e-mail address {name}.")


def _unit(short_name: str) -> OrgUnit:
    units = db.session.scalars(select(OrgUnit).where(OrgUnit.short_name == short_name)).all()
    if len(units) == 1:
        return units[0]
    raise click.ClickException(f"{len(units)} units have the short name {short_name}.")
