"""Opening and closing doors."""

import datetime as dt

from flask_babel import gettext as _

from app import clock
from app.activity.actions import record
from app.bookings.models import Bookable
from app.db import db
from app.doors.models import Door
from app.errors import Refused
from app.people.models import Person
from app.tokens import new_token, token_hash


def open_door(bookable: Bookable, *, day: dt.date, name: str, by: Person) -> str:
    """Let a device admit people to this date on this day; returns its secret, which nobody can look up again."""
    if bookable.cancelled_at:
        raise Refused(_("This date was cancelled."))
    if day not in bookable.days or day < clock.today():
        raise Refused(_("Please choose a day of this date that is not over."), "day")
    token = new_token()
    door = Door(
        bookable_id=bookable.id,
        day=day,
        name=name,
        token_hash=token_hash(token),
        opened_at=clock.now(),
        opened_by_id=by.id,
    )
    db.session.add(door)
    db.session.flush()
    record(by, "doors.opened", door, bookable=bookable.id)
    return token


def close_door(door: Door, *, by: Person) -> None:
    """Let the device admit nobody any more; twice is the same as once."""
    if door.closed_at is None:
        door.closed_at = clock.now()
        record(by, "doors.closed", door, bookable=door.bookable_id)
        db.session.flush()
