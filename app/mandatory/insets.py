"""What mandatory trainings say on the pages for leaders."""

from flask import render_template


def team_links() -> str:
    """Fills `team.more`: the way to what the team has done."""
    return render_template("mandatory/_beside_team.html")
