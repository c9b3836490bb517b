"""Keeping a date in one's calendar where no seat is needed."""

from flask_babel import gettext as _
from sqlalchemy import delete

from app import clock
from app.bookings.rules import Mode
from app.db import db
from app.errors import Refused
from app.events import queries
from app.events.models import Event, EventSeries, Mark
from app.people.actions import take_turns
from app.people.models import Person


def mark(event: Event, *, by: Person) -> None:
    """Keep one date."""
    if event.bookable.mode is not Mode.DROP_IN:
        raise Refused(_("Here you need a seat. Once you have one, the date stands in your calendar by itself."))
    if event.bookable.cancelled_at or event.bookable.ends_at <= clock.now():
        raise Refused(_("This date is over or was cancelled."))
    _keep(by, event_id=event.id)


def mark_series(series: EventSeries, *, by: Person) -> None:
    """Keep all dates of a series, also those that are planned later; those for which one needs a seat are left out."""
    _keep(by, series_id=series.id)


def unmark(event: Event, *, by: Person) -> None:
    """Keep a date no longer."""
    db.session.execute(delete(Mark).where(Mark.person_id == by.id, Mark.event_id == event.id))


def unmark_series(series: EventSeries, *, by: Person) -> None:
    """Keep the dates of a series no longer."""
    db.session.execute(delete(Mark).where(Mark.person_id == by.id, Mark.series_id == series.id))


def _keep(person: Person, **what: int) -> None:
    take_turns(person)
    if db.session.scalars(queries.mark_of(person.id, **what)).first() is None:
        db.session.add(Mark(person_id=person.id, marked_at=clock.now(), **what))
        db.session.flush()
