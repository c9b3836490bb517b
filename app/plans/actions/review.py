"""The weekly review."""

from flask_babel import gettext as _
from sqlalchemy import delete

from app import clock
from app.db import db
from app.errors import Refused
from app.people.actions import take_turns
from app.people.models import Person
from app.plans import queries
from app.plans.models import WeeklyReview
from app.plans.rules import monday_of


def write(person: Person, *, worked: str, hindered: str, next_week: str, seen: str | None = None) -> WeeklyReview:
    """Write this week's review down, or change it; there is one for each week. `seen`: what was there to be changed."""
    take_turns(person)
    monday = monday_of(clock.today())
    found = db.session.scalars(queries.review.review_of(person.id, monday)).one_or_none()
    if found is None:
        found = WeeklyReview(person_id=person.id, monday=monday)
        db.session.add(found)
    elif seen is not None and seen != found.changed_at.isoformat():
        raise Refused(_("You have written about this week in another window meanwhile. It stands above your words."))
    found.worked, found.hindered, found.next_week = worked, hindered, next_week
    found.changed_at = clock.now()
    db.session.flush()
    return found


def erase(review: WeeklyReview) -> None:
    """Delete a review for good."""
    db.session.execute(delete(WeeklyReview).where(WeeklyReview.id == review.id))
