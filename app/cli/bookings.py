"""flask bookings: look after the seats, and check the draws."""

from collections.abc import Collection, Sequence

import click

from app import lots
from app.bookings import audit as promises
from app.bookings import queries, rules
from app.bookings.models import Bookable, SeatDraw
from app.bookings.rules import Leaving
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
    """Draw again from the published list, and compare order and seats with what was drawn; 1 where they differ."""
    draw, document = _published(number)
    seed = lots.plain_seed(seed)
    click.echo(f"List   {draw.hash}")
    click.echo(f"Seed   {seed}")
    if draw.sealed:
        click.echo("The list is silent about groups of fewer than five lots; what is sealed was opened for this.")
    order = rules.drawn_order(document, seed)
    found = queries.outcome(draw) if draw.done_at else None
    seats = _seats(draw, document, seed, found.leavings) if found else None
    left = {one.lot: one.decided for one in found.leavings} if found else {}
    for place, name in enumerate(order, 1):
        click.echo(f"{place:5}  {name}  {_became(place, left.get(name), has_seat=name in (seats or ()))}".rstrip())
    if draw.drawn_at is None:
        click.echo("The draw has not taken place yet.")
        return
    _compare_order(draw, seed, order)
    if found is None:
        click.echo("The order is the same as drawn. The seats are still being given.")
    elif seats is None:
        click.echo("The order is the same as drawn. This list is older and does not say who counts in which quota,")
        click.echo("so the seats can't be found from it: flask bookings audit checks them.")
    else:
        _compare_seats(seats, found.seated)


def _published(number: int) -> tuple[SeatDraw, str]:
    """The draw with its list, where these are what the published hash says."""
    bookable = db.session.get(Bookable, number)
    draw = bookable.draw if bookable else None
    if draw is None or draw.document is None:
        raise click.ClickException("Nothing here has a published list.")
    if lots.sha256(draw.document) != draw.hash:
        raise click.ClickException("The list is not the one whose hash was published.")
    if rules.sealed_on(draw.document) != (lots.sha256(draw.sealed) if draw.sealed else None):
        raise click.ClickException("What is sealed is not what the list names the hash of.")
    return draw, draw.document


def _seats(draw: SeatDraw, document: str, seed: str, leavings: Sequence[Leaving]) -> list[str] | None:
    return rules.drawn_seats(document, seed, leavings, sealed=draw.sealed, seats=draw.seats)


def _became(place: int, left: int | None, *, has_seat: bool) -> str:
    """What became of a lot; `left`: how many were decided when it left."""
    if left is None:
        return "seat" if has_seat else ""
    return "passed over" if left < place else f"left once lot {left} was decided"


def _compare_order(draw: SeatDraw, seed: str, order: Sequence[str]) -> None:
    written = sorted(db.session.scalars(queries.lots_of(draw.id)), key=lambda lot: lot.booking.rank)
    if seed != draw.seed:
        raise click.ClickException("This is not what was drawn: it was drawn with another seed.")
    if order != [lot.pseudonym for lot in written]:
        raise click.ClickException("This is not what was drawn: the lots are in another order.")


def _compare_seats(seats: Sequence[str], seated: Collection[str]) -> None:
    for name in sorted({*seats} - {*seated}):
        click.echo(f"{name} was given no seat, but has one by the list and the seed.")
    for name in sorted({*seated} - {*seats}):
        click.echo(f"{name} was given a seat, but has none by the list and the seed.")
    if {*seats} != {*seated}:
        raise click.ClickException(
            "This is not what was drawn: the seats went to others than the list and the seed say."
        )
    click.echo("The same as drawn.")
