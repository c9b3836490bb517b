"""Open and close the address of one's calendar."""

from app import clock
from app.activity.actions import record
from app.calendars import queries
from app.calendars.models import CalendarFeed
from app.db import db
from app.people.models import Person
from app.tokens import new_token, token_hash


def open_feed(person: Person) -> str:
    """A new address, of which only the hash is kept; the one before, if any, ends. Returns its secret part."""
    close_feed(person)
    token = new_token()
    db.session.add(CalendarFeed(person_id=person.id, token_hash=token_hash(token), made_at=clock.now()))
    record(person, "calendars.feed-opened", person)
    db.session.flush()
    return token


def close_feed(person: Person) -> None:
    """Let the address show nothing any more."""
    if feed := queries.feed_of(person.id):
        db.session.delete(feed)
        record(person, "calendars.feed-closed", person)
        db.session.flush()
