"""Who may see and edit models; who may read a statement is `rules.may_read`."""

from app.people.rules import Role
from app.people.viewer import Viewer


def can_see_studio(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer develops competences for some part of the house."""
    return viewer.has_anywhere(Role.HR)


def can_edit_models(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer may change what holds for everybody: HR developers of the whole house."""
    return viewer.has(Role.HR)
