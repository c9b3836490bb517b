"""`flask people add`, `grant`, `appoint`, `password`: the first people of a new house, and a way back in."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import or_, select

from app.auth.actions import set_password
from app.db import begin_writing, db
from app.errors import Refused
from app.people import actions
from app.people.models import OrgUnit, Person
from app.people.rules import Particulars, Role
from app.text.language import speaking

group = AppGroup("people", help="People, their roles and their passwords.")
who = click.argument("who", metavar="NUMBER_OR_EMAIL")
role_type = click.Choice([role.value for role in Role])


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
    click.echo(f"{person.name} has the role {role}.")


@group.command("appoint")
@who
@click.argument("unit")
def appoint(who: str, unit: str) -> None:
    """Let a person head a unit from today."""
    with _written():
        person, there = _person(who), _unit(unit)
        actions.appoint(person, there, by=None)
    click.echo(f"{person.name} heads {there.name}.")


@group.command("password")
@who
@click.password_option(help="Asked for where it is not given.")
def password(who: str, password: str) -> None:
    """Give a person a new password and end their sign-ins."""
    with _written():
        person = _person(who)
        set_password(person, password, memory_kib=current_app.config["PASSWORD_MEMORY_KIB"])
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
