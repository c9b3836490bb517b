"""What plans say on the pages of courses, events and competences."""

from flask import render_template, request

from app.competences.models import Competence
from app.courses.models import Course
from app.events.models import Event
from app.people.viewer import require_viewer
from app.plans import queries


def course_actions(course: Course) -> str:
    """Fills `course.actions`: put the course into the plan, or since when it is there."""
    since = queries.planned_since(require_viewer().person.id, course_id=course.id)
    return _action(since, {"course_id": course.id}, can_be_added=course.is_offered)


def event_actions(event: Event) -> str:
    """Fills `event.actions`: put the event into the plan, or since when it is there."""
    since = queries.planned_since(require_viewer().person.id, event_id=event.id)
    return _action(since, {"event_id": event.id}, can_be_added=True)


def competence_offers(competence: Competence) -> str:
    """Fills `competence.offers`: the courses that lead to higher levels."""
    return render_template("plans/_offers.html", courses=queries.courses_leading_to(competence.id))


def team_more() -> str:
    """Fills `team.more`: the way to the templates of plans."""
    return render_template("plans/_team.html")


def _action(since: object, fields: dict[str, int], *, can_be_added: bool) -> str:
    fields_with_next = {**fields, "next": request.path}
    return render_template("plans/_action.html", since=since, fields=fields_with_next, can_be_added=can_be_added)
