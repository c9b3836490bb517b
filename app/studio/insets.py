"""What the Studio says on pages of other packages."""

from typing import Any

from flask import render_template

from app.people.viewer import require_viewer
from app.studio import access, queries


def home_lines(**_other: Any) -> str:
    """Fills `home.more`: drafts that wait for this developer to read them."""
    viewer = require_viewer()
    waiting = queries.waiting_for(viewer) if access.can_write(viewer) else []
    return render_template("studio/_waiting.html", waiting=waiting) if waiting else ""
