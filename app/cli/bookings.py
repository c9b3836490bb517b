"""flask bookings: look after the seats, and check the draws."""

import click

from app import lots
from app.bookings import audit as promises
from app.bookings import queries, rules
from app.bookings.models import Bookable
from app.cli.group import Group
from app.db import db

group = Group("bookings", help="Look after the seats, and check the draws.")


@group.command("audit")
def audit() -> None:
    """Check every promise about seats on the live data; name what is broken."""
    found = promises.violations()
    for violation in found:
        click.echo(str(violation))
    if found:
        raise SystemExit(1)
    click.echo(f"All {len(promises.PROMISES)} promises about seats hold.")


@group.command("redraw")
@click.argument("number", type=int)
@click.option("--seed", required=True, help="The seed, as its source says.")
def redraw(number: int, seed: str) -> None:
    """Draw seats again from the published list, and compare with what was drawn; 1 where it is not the same."""
    bookable = db.session.get(Bookable, number)
    draw = bookable.draw if bookable else None
    if draw is None or draw.document is None:
        raise click.ClickException("Nothing here has a published list.")
    if lots.sha256(draw.document) != draw.hash:
        raise click.ClickException("The list is not the one whose hash was published.")
    seed, listed = lots.plain_seed(seed), db.session.scalars(queries.lots_of(draw.id)).all()
    bookings = {lot.pseudonym: lot.booking for lot in listed}
    click.echo(f"List   {draw.hash}")
    click.echo(f"Seed   {seed}")
    order = rules.drawn_order(draw.document, seed)
    for place, name in enumerate(order, 1):
        click.echo(f"{place:5}  {name}{f'  {bookings[name].state}' if draw.drawn_at and name in bookings else ''}")
    if draw.drawn_at is None:
        click.echo("The draw has not taken place yet.")
    elif seed != draw.seed or order != sorted(bookings, key=lambda name: bookings[name].rank):
        raise click.ClickException("This is not what was drawn.")
    else:
        click.echo("The same as drawn.")
