"""To which levels events lead."""

from typing import NamedTuple

from sqlalchemy import Select, select

from app.competences.models import Competence
from app.competences.queries import named
from app.db import db
from app.events.models import Event, EventOutcome


class Reached(NamedTuple):
    """A competence, and to which level of its scale an event leads."""

    key: str
    title: str
    level: int
    highest: int


def event_of(bookable_id: int) -> Select[Event]:
    """The event that this is the date of; none where it is something else."""
    return select(Event).where(Event.bookable_id == bookable_id)


def levels_of(event_id: int) -> dict[int, int]:
    """To which levels the event leads, by competence; those that are no longer in use are left out."""
    found = select(EventOutcome.competence_id, EventOutcome.level).join(EventOutcome.competence)
    found = found.where(EventOutcome.event_id == event_id, Competence.retired_at.is_(None))
    return dict(db.session.execute(found.order_by(EventOutcome.competence_id)).all())


def outcomes_of(event_id: int) -> list[Reached]:
    """The same with the names of this page's language."""
    levels = levels_of(event_id)
    return [Reached(one.key, one.title, levels[one.id], one.highest) for one in (named(levels) if levels else [])]
