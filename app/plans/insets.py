"""What plans say on the pages of courses, events and competences."""

from collections.abc import Collection, Sequence

from flask import render_template, request

from app.competences.models import Competence
from app.competences.rules import band
from app.courses.models import Course
from app.courses.queries import tests_proving
from app.db import db
from app.events.models import Event
from app.people.models import Person
from app.people.viewer import require_viewer
from app.plans import queries
from app.plans.queries.ahead import Ahead
from app.plans.queries.buddy import Appointment


def course_actions(course: Course) -> str:
    """Fills `course.actions`: put the course into the plan, or since when it is there."""
    since = queries.planned_since(require_viewer().person.id, course_id=course.id)
    return _action(since, {"course_id": course.id}, can_be_added=course.is_offered)


def event_actions(event: Event) -> str:
    """Fills `event.actions`: put the event into the plan, or since when it is there."""
    since = queries.planned_since(require_viewer().person.id, event_id=event.id)
    return _action(since, {"event_id": event.id}, can_be_added=True)


def competence_offers(competence: Competence, level: int) -> str:
    """Fills `competence.offers`: the courses that lead above the level that the person has, and tests that prove it."""
    return render_template(
        "plans/_offers.html",
        courses=queries.courses_leading_to(competence.id, above=level),
        tests=tests_proving(competence.id, above=level),
    )


def affected_plans(competence_ids: Collection[int], ending: Collection[int] = ()) -> str:
    """Fills `framework.affected`: templates with steps that lead to these competences, and about how many plans."""
    titles, people = queries.leading_to(competence_ids)
    return render_template(
        "plans/_affected.html", titles=titles, planning=band(people), is_one=len(competence_ids) == 1
    )


def home_lines(talks: Ahead, appointments: Sequence[Appointment]) -> str:
    """Fills `home.more`: weekly appointments with a buddy, talks to come, a question about practice."""
    question = db.session.scalars(queries.practice.open_questions(require_viewer()).limit(1)).one_or_none()
    return render_template("plans/_soon.html", appointments=appointments, talks=talks, question=question)


def competence_links() -> str:
    """Fills `competences.more`: talks, and what has been applied."""
    return render_template("plans/_beside_competences.html")


def team_links() -> str:
    """Fills `team.more`: what a leader does besides deciding, and the way to the templates of plans."""
    return render_template("plans/_beside_team.html")


def agreed_steps(person: Person) -> str:
    """Fills `levels.more`: what the person and whoever leads them have agreed on for the plan."""
    steps = queries.agreed.steps_agreed_with(require_viewer(), person)
    return render_template("plans/_agreed_steps.html", steps=steps)


def _action(since: object, fields: dict[str, int], *, can_be_added: bool) -> str:
    fields_with_next = {**fields, "next": request.path}
    return render_template("plans/_action.html", since=since, fields=fields_with_next, can_be_added=can_be_added)
