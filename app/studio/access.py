"""Who may look into the Studio, and who may write there."""

from app.people.rules import Role
from app.people.viewer import Viewer


def can_see_studio(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer develops people in some part of the house."""
    return viewer.has_anywhere(Role.HR)


def can_write(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer may change what everybody finds in the catalogue: HR developers of the whole house."""
    return viewer.has(Role.HR)
