"""Commands: `flask content sync`, `flask demo load`, `flask bookings audit`, `flask panels redraw` and others."""

from flask import Flask

from app.cli import bookings, content, demo, jobs, panels, people, serve, web


def init_app(app: Flask) -> None:
    """Register the commands."""
    app.cli.add_command(bookings.group)
    app.cli.add_command(content.group)
    app.cli.add_command(demo.group)
    app.cli.add_command(jobs.group)
    app.cli.add_command(panels.group)
    app.cli.add_command(people.group)
    app.cli.add_command(serve.serve)
    app.cli.add_command(web.group)
