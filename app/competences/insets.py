"""What competences say on the pages of their neighbours."""

from flask import render_template

from app.competences import queries
from app.people.viewer import require_viewer


def team_shared() -> str:
    """Fills `team.shared`: how much is shared with the viewer, and the way there."""
    return render_template("competences/_team_shared.html", count=queries.count_shared_with(require_viewer()))
