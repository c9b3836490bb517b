"""A small learning event with a programme: two blocks, each of two slots, and a break between them."""

import datetime as dt
from types import SimpleNamespace

from app import clock
from app.db import db
from app.events import actions
from app.events.models import Event
from app.events.rules import BandKind, Choosing
from app.people.models import Person
from tests import make

DAYS_AHEAD = 30


def moment(hour: int, minute: int = 0, day: int = 0) -> dt.datetime:
    """A time on the first day of the event, or on a later one."""
    return clock.at(clock.today() + dt.timedelta(days=DAYS_AHEAD + day), dt.time(hour, minute))


def learning_event(
    organiser: Person, choosing: Choosing = Choosing.DIRECT, *, released: bool = True
) -> SimpleNamespace:
    """The event with its bands and slots by name; in `choosing`'s way, wishes until tomorrow."""
    event = _event(organiser)
    until = clock.now() + dt.timedelta(days=1) if choosing is Choosing.WISHES else None
    programme = actions.set_choosing(event, choosing=choosing, wishes_until=until)
    hall = actions.add_room(event, name="Saal", capacity=40)
    small = actions.add_room(event, name="Raum 2", capacity=10)
    first = band(event, "Block 1", 9)
    band(event, "Pause", 10, kind=BandKind.BREAK)
    second = band(event, "Block 2", 11)
    slots = {
        "ki": slot(first, "KI im Alltag", hall.id, speakers=["Rana Roth"]),
        "plain": slot(first, "Klare Sprache", small.id, seats=1),
        "again": slot(second, "KI im Alltag", hall.id, speakers=["Rana Roth"]),
        "data": slot(second, "Daten lesen", small.id, seats=2),
    }
    if released:
        actions.release(event, by=organiser)
    return SimpleNamespace(
        event=event, programme=programme, hall=hall, small=small, first=first, second=second, **slots
    )


def band(event: Event, title: str, hour: int, kind: BandKind = BandKind.SLOTS, day: int = 0):
    """An hour of the programme."""
    return actions.add_band(
        event, kind=kind, title=title, starts_at=moment(hour, 0, day), ends_at=moment(hour + 1, 0, day)
    )


def slot(band, title: str, room_id: int | None, seats: int = 10, speakers: list[str] | None = None):
    """A slot of a band."""
    values = {"summary": "Worum es geht.", "room_id": room_id, "seats": seats, "speakers": speakers or []}
    return actions.add_slot(band, title=title, **values)


def _event(organiser: Person) -> Event:
    event = make.event("Lerntage", seats=None)
    bookable = event.bookable
    bookable.starts_at = bookable.closes_at = bookable.cancel_until = moment(8)
    bookable.ends_at = moment(17, 0, 1)
    bookable.spans[0].starts_at, bookable.spans[0].ends_at = bookable.starts_at, bookable.ends_at
    make.organiser(bookable, organiser)
    db.session.flush()
    return event
