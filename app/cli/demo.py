"""`flask demo load`: an invented city of any size."""

import time

import click
from flask import current_app
from sqlalchemy import func, select

from app import clock
from app.cli.group import Group
from app.content.source import BadContent
from app.db import begin_writing, db
from app.demo import accounts, load, script
from app.people.models import Person

EMPLOYEES, FEWEST = 600, 100

group = Group("demo", help="An invented city to try Lotse with.")


@group.command("load")
@click.option("--employees", default=EMPLOYEES, show_default=True, help=f"How many people; {FEWEST} at least.")
@click.option("--seed", default=1, show_default=True, help="Another number makes another city of the same size.")
@click.option("--courses", default=0, help="Fill the catalogue with further runs up to this number.")
@click.option("--events", default=0, help="Fill the list of events with further ones up to this number.")
@click.option("--if-empty", is_flag=True, help="Do nothing where there are people already.")
def load_city(employees: int, seed: int, courses: int, events: int, if_empty: bool) -> None:
    """Fill an empty database with an invented city; only where LOTSE_DEMO is on."""
    if not current_app.config["DEMO"]:
        raise click.ClickException("This is not a demo. Set LOTSE_DEMO=1 to allow invented people here.")
    if employees < FEWEST:
        raise click.ClickException(
            f"A demo city has at least {FEWEST} employees: with fewer, the teams, talks and events "
            "that its accounts are to show have nobody in them."
        )
    begin_writing()
    if db.session.scalar(select(func.count()).select_from(Person)):
        if if_empty:
            return
        raise click.ClickException("There are people here already. The demo city needs an empty database.")
    began = time.monotonic()
    size = load.Size(employees, courses, events)
    city = load.build(_script(), size, seed, clock.now(), memory_kib=current_app.config["PASSWORD_MEMORY_KIB"])
    db.session.commit()
    click.echo(f"Demo city: {employees} employees, {len(city)} rows in {time.monotonic() - began:.0f} s")


def how_to_sign_in() -> str:
    """The accounts of the demo that have a task of their own, and their password."""
    lines = [f"  {name:34} {task}" for name, task in accounts.printed(_script())]
    return "\n".join([f"Sign in with the password {accounts.PASSWORD} as", *lines, ""])


def _script() -> script.Script:
    try:
        return script.read(current_app.config["CONTENT_FOLDER"])
    except BadContent as bad:
        raise click.ClickException(f"The demo city can't be made:\n{bad}") from bad
