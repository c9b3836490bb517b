"""The goal that people choose."""

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.competences.models import Goal, Profile
from app.db import db
from app.errors import Refused
from app.people.actions import take_turns
from app.people.models import Person


def choose_goal(person: Person, profile_id: int) -> Goal:
    """Work towards a profile from now on, instead of the one before."""
    profile = db.session.scalar(select(Profile).where(Profile.id == profile_id, Profile.retired_at.is_(None)))
    if profile is None:
        raise Refused(_("This profile is no longer in use. Please choose another one."))
    take_turns(person)
    goal = db.session.get(Goal, person.id)
    if goal is None:
        goal = Goal(person_id=person.id, profile_id=profile.id, chosen_at=clock.now())
        db.session.add(goal)
    elif goal.profile_id != profile.id:
        goal.profile_id, goal.chosen_at = profile.id, clock.now()
    db.session.flush()
    return goal


def give_up_goal(person: Person) -> None:
    """Work towards no profile; without a goal nothing happens."""
    goal = db.session.get(Goal, person.id)
    if goal is not None:
        db.session.delete(goal)
        db.session.flush()
