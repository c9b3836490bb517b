"""Telling people something."""

from app import clock
from app.db import db
from app.notifications.models import Mail, Notice
from app.notifications.rules import Kind
from app.people.models import Person


def notify(person: Person, kind: Kind, *, path: str, **values: str | int | None) -> None:
    """Tell a person, in the app and by mail where they have an address; saved together with what it tells of.

    The path is the page it is about. Values are plain; the sentence is made in the reader's language when it is read.
    """
    now = clock.now()
    db.session.add(Notice(person_id=person.id, kind=kind, values=values, path=path, at=now))
    if person.email:
        db.session.add(Mail(person_id=person.id, kind=kind, values=values, path=path, queued_at=now, due_at=now))
