"""flask bookings: look after the seats."""

import click
from flask.cli import AppGroup

from app.bookings import audit as promises

group = AppGroup("bookings", help="Look after the seats.")


@group.command("audit")
def audit() -> None:
    """Check every promise about seats on the live data; name what is broken."""
    found = promises.violations()
    for violation in found:
        click.echo(str(violation))
    if found:
        raise SystemExit(1)
    click.echo(f"All {len(promises.PROMISES)} promises about seats hold.")
