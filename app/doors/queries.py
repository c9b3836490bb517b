"""Which doors there are."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from app.bookings.models import Attendance, Bookable
from app.bookings.queries import arrivals, is_run_by
from app.doors.models import Door, DoorNote
from app.doors.rules import LATE, Note
from app.people.models import Person
from app.people.queries import employed
from app.people.viewer import Viewer
from app.tokens import token_hash


def doors_organised_by(viewer: Viewer) -> Select[Door]:
    """The doors of what the viewer runs."""
    return select(Door).join(Door.bookable).where(is_run_by(viewer))


def open_doors(bookable: Bookable, today: dt.date) -> Select[Door]:
    """The devices that let people in to this date, today or on a day to come."""
    found = select(Door).where(Door.bookable_id == bookable.id, Door.closed_at.is_(None), Door.day >= today)
    return found.order_by(Door.day, Door.name, Door.id).options(joinedload(Door.opened_by))


def door_by_token(token: str, today: dt.date) -> Select[Door]:
    """The door that this secret opens today; none once it is closed, and none the day after."""
    found = select(Door).where(Door.token_hash == token_hash(token), Door.closed_at.is_(None), Door.day >= today)
    return found.options(joinedload(Door.bookable), joinedload(Door.opened_by).joinedload(Person.unit))


def door_that_reports(token: str, today: dt.date) -> Select[Door]:
    """The door of this secret, also some days after its own: so long it may still say what it did on it."""
    return door_by_token(token, today - LATE)


def places_allotted(bookable_id: int, day: dt.date, *, but: int = 0) -> Select[int]:
    """How many places of the hall are with devices that day, but for one of them."""
    open_ = Door.bookable_id == bookable_id, Door.day == day, Door.closed_at.is_(None)
    return select(func.coalesce(func.sum(Door.places), 0)).where(*open_, Door.id != but)


def doors_beside(door: Door) -> Select[int]:
    """How many doors are open that day, this one among them."""
    together = Door.bookable_id == door.bookable_id, Door.day == door.day, Door.closed_at.is_(None)
    return select(func.count(Door.id)).where(*together)


def notes_known(notes: Iterable[Note]) -> Select[DoorNote]:
    """Which of these were taken over before."""
    return select(DoorNote).where(DoorNote.id.in_([note.id for note in notes]))


def arrival_at(door: Door, booking_id: int) -> Select[Attendance]:
    """The arrival of this booking on the day of the door, if it is one of that date."""
    return arrivals(door.bookable, door.day).where(Attendance.booking_id == booking_id)


def somebody(person_id: int, day: dt.date) -> Select[Person]:
    """The person of this number, if they work here that day."""
    return employed(day).where(Person.id == person_id)
