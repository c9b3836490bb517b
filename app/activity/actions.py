"""Writing down what was done."""

from typing import Protocol

from app import clock
from app.activity.models import Activity
from app.db import db


class HasId(Protocol):
    """A person, or any other row with a number."""

    id: int


def record(actor: HasId | None, verb: str, subject: HasId, **details: str | int | bool | None) -> Activity:
    """Note that the actor (None: Lotse itself) did this to the subject; saved with the change, or not at all."""
    kind = getattr(subject, "__tablename__", "")
    row = Activity(
        at=clock.now(),
        actor_id=actor.id if actor else None,
        verb=verb,
        subject_kind=kind,
        subject_id=subject.id,
        details=details,
    )
    db.session.add(row)
    return row
