"""Pages of events."""

from flask import Blueprint, render_template

from app.web.policy import policy

bp = Blueprint("events", __name__, template_folder="templates")


@bp.get("/events")
@policy(find=None)
def list_events() -> str:
    return render_template("events/list_events.html")
