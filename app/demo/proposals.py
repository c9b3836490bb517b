"""Those who sign in to the demo with a goal have asked for a proposal; the jobs process makes it when it starts."""

from collections.abc import Iterable

from app.competences.queries import goal_of
from app.db import db
from app.people.models import Person
from app.plans import actions, queries
from app.plans.rules import USUAL_WEEKLY_MINUTES, USUAL_WEEKS


def ask(person_ids: Iterable[int]) -> None:
    """Queue a proposal for each of these people who has a goal."""
    for person_id in sorted(person_ids):
        if goal_of(person_id) is not None:
            person = db.session.get_one(Person, person_id)
            plan = db.session.scalars(queries.plan_of(person_id)).one_or_none()
            minutes = plan.weekly_minutes if plan else USUAL_WEEKLY_MINUTES
            actions.calculate(person, weekly_minutes=minutes, weeks=USUAL_WEEKS)
