"""Who may take part in courses, and who looks after the catalogue."""

from app.bookings import access as bookings
from app.courses.models import Course, Session, Unit
from app.courses.rules import Format
from app.people.rules import Role
from app.people.viewer import Viewer


def can_take_part(_viewer: Viewer, course: Course) -> bool:
    """Whether the course can be begun or gone on with: everybody may learn what the catalogue offers."""
    return course.is_offered


def can_finish(viewer: Viewer, unit: Unit) -> bool:
    """Whether the unit's course can be gone on with."""
    return can_take_part(viewer, unit.course)


def can_run(viewer: Viewer, session: Session) -> bool:
    """Whether the viewer may change a session and see who comes: HR developers of the whole house, and who runs it."""
    return can_curate(viewer) or bookings.can_organise(viewer, session.bookable)


def can_note_attendance(viewer: Viewer, session: Session) -> bool:
    """Whether the viewer may say who was there: the same people, and those of the house who lead it."""
    return leads(viewer, session) or can_run(viewer, session)


def leads(viewer: Viewer, session: Session) -> bool:
    """Whether the viewer is one of those who lead it."""
    return any(one.person_id == viewer.person.id for one in session.trainers)


def can_plan(viewer: Viewer, course: Course) -> bool:
    """Whether the viewer may plan a date of the course: seminars alone have dates."""
    return can_curate(viewer) and course.is_offered and course.format is Format.SEMINAR


def can_curate(viewer: Viewer, _thing: object = None) -> bool:
    """Whether the viewer may change what holds for the whole catalogue: HR developers of the whole house."""
    return viewer.has(Role.HR)
