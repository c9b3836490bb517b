"""flask panels: draw a team once more, to check it."""

import click

from app import lots
from app.cli.group import Group
from app.db import db
from app.panels import rules
from app.panels.models import Panel

group = Group("panels", help="Check the draws of teams.")


@group.command("redraw")
@click.argument("number", type=int)
@click.option("--seed", required=True, help="The seed, as its source says.")
def redraw(number: int, seed: str) -> None:
    """Draw again from the published list, and compare with what was drawn; 1 where it is not the same."""
    panel = db.session.get(Panel, number)
    draw = panel.draw if panel else None
    if draw is None or draw.hash is None:
        raise click.ClickException("This team has no published list.")
    paper, seed = draw.paper, lots.plain_seed(seed)
    if lots.sha256(draw.document) != draw.hash or paper.hash != draw.hash:
        raise click.ClickException("The list is not the one whose hash was published.")
    click.echo(f"List   {draw.hash}")
    click.echo(f"Seed   {seed}")
    drawn = rules.drawn(paper, seed)
    for name in drawn:
        click.echo(f"Drawn  {name}")
    order = rules.order_of_replacement(paper, seed, drawn)
    click.echo("Order in which the others move up, as far as the quotas allow:")
    for place, name in enumerate(order, 1):
        click.echo(f"{place:5}  {name}{'  moved up' if name in draw.moved_up else ''}")
    if draw.drawn_at is None:
        click.echo("The draw has not taken place yet.")
    elif seed != draw.seed or drawn != sorted(draw.drawn):
        raise click.ClickException("This is not what was drawn.")
    else:
        click.echo("The same as drawn.")
