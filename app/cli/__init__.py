"""Commands: `flask content sync`, `flask demo load`, `flask jobs run`, `flask bookings audit`, `flask people add`."""

from flask import Flask

from app.cli import bookings


def init_app(app: Flask) -> None:
    """Register the commands."""
    app.cli.add_command(bookings.group)
