"""Who makes rules, and who sees where others stand."""

from app.people.rules import Role
from app.people.viewer import Viewer


def can_see_rules(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer is an HR developer of some part of the house; they see those whom they look after."""
    return viewer.has_anywhere(Role.HR)


def can_make_rules(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer may say what people must: HR developers of the whole house."""
    return viewer.has(Role.HR)


def can_see_team(viewer: Viewer) -> bool:
    """Whether the viewer leads anybody."""
    return viewer.is_leader
