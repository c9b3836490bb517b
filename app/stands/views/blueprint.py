"""The blueprint of stands."""

from flask import Blueprint

from app.web.menu import stand_below

bp = Blueprint("stands", "app.stands", template_folder="templates")


@bp.before_request
def stand_below_events() -> None:
    """A fair is an event: that is where it stands in the menu."""
    stand_below("events")
