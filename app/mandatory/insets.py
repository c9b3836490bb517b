"""What mandatory trainings say on the start page, and on the pages for leaders."""

from typing import Any

from flask import render_template

from app.mandatory import queries
from app.people.viewer import require_viewer


def home_lines(**_other: Any) -> str:
    """Fills `home.more`: what the viewer must have done within the next weeks."""
    duties = queries.pressing(require_viewer())
    return render_template("mandatory/_pressing.html", duties=duties) if duties else ""


def team_links() -> str:
    """Fills `team.more`: the way to what the team has done."""
    return render_template("mandatory/_beside_team.html")
