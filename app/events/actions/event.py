"""Making events known."""

from dataclasses import dataclass, replace

from app import clock
from app.activity.actions import record
from app.bookings import actions as bookings
from app.bookings.rules import Description
from app.db import db
from app.events.models import Event
from app.people.models import Person


@dataclass(frozen=True)
class Text:
    """What an event is about."""

    key: str
    title: str
    summary: str
    body_html: str


def create(text: Text, description: Description, *, by: Person) -> Event:
    """Plan an event; nobody but those who run it sees it until it is published."""
    bookable = bookings.describe(replace(description, path="/events"), by=by)
    event = Event(
        key=text.key, title=text.title, summary=text.summary, body_html=text.body_html, bookable_id=bookable.id
    )
    event.bookable = bookable
    db.session.add(event)
    db.session.flush()
    bookable.path = f"/events/{event.id}"
    record(by, "events.created", event)
    db.session.flush()
    return event


def publish(event: Event, *, by: Person) -> Event:
    """Show an event to everybody it is open to."""
    if event.published_at is None:
        event.published_at = clock.now()
        record(by, "events.published", event)
        db.session.flush()
    return event
