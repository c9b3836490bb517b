"""The blueprint of events."""

from flask import Blueprint

from app.events import access

bp = Blueprint("events", "app.events", template_folder="templates")


@bp.context_processor
def _access() -> dict[str, object]:
    return {"access": access}
