"""Who may see statements and goals: nobody but the person, until something is shared."""

from app.people.viewer import Viewer


def can_see_statements_of(viewer: Viewer, person_id: int) -> bool:
    """Whether the viewer may read this person's statements; the rule of `queries.statements_visible_to`."""
    return viewer.person.id == person_id
