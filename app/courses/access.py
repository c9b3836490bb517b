"""Who may take part in courses, and who looks after the catalogue."""

from app.courses.models import Course, Unit
from app.people.rules import Role
from app.people.viewer import Viewer


def can_take_part(_viewer: Viewer, course: Course) -> bool:
    """Whether the course can be begun or gone on with: everybody may learn what the catalogue offers."""
    return course.is_offered


def can_finish(viewer: Viewer, unit: Unit) -> bool:
    """Whether the unit's course can be gone on with."""
    return can_take_part(viewer, unit.course)


def can_curate(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer may change what holds for the whole catalogue: HR developers of the whole house."""
    return viewer.has(Role.HR)
