"""Who may answer."""

from app.feedback.models import Turn
from app.people.viewer import Viewer


def can_answer(viewer: Viewer, turn: Turn) -> bool:
    """Whether it is the viewer who is asked."""
    return turn.person_id == viewer.person.id
