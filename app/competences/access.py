"""Who may see statements and goals: nobody but the person, until something is shared; and who may edit models."""

from app.people.rules import Role
from app.people.viewer import Viewer


def can_see_statements_of(viewer: Viewer, person_id: int) -> bool:
    """Whether the viewer may read this person's statements; the rule of `queries.statements_visible_to`."""
    return viewer.person.id == person_id


def can_see_studio(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer develops competences for some part of the house."""
    return viewer.has_anywhere(Role.HR)


def can_edit_models(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer may change what holds for everybody: HR developers of the whole house."""
    return viewer.has(Role.HR)
