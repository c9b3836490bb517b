"""What teams say on the pages of others."""

from flask import render_template


def events_link() -> str:
    """Fills `events.more`: the way to the teams."""
    return render_template("panels/_beside_events.html")
