"""Who looks after qualifications."""

from app.people.rules import Role
from app.people.viewer import Viewer
from app.qualifications.models import Holding


def can_look_after(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer is an HR developer of some part of the house."""
    return viewer.has_anywhere(Role.HR)


def can_take_over(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer may bring records of anybody: HR developers of the whole house."""
    return viewer.has(Role.HR)


def can_retract(viewer: Viewer, holding: Holding) -> bool:
    """Whether the viewer looks after the person; nobody takes back their own."""
    return viewer.has(Role.HR, path=holding.person.unit.path) and holding.person_id != viewer.person.id
