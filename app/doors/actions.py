"""Opening and closing doors, and letting people in while devices have places of the hall with them."""

import datetime as dt
from typing import NamedTuple

from flask_babel import gettext as _

from app import clock
from app.activity.actions import record
from app.bookings import actions as bookings_actions
from app.bookings import queries as bookings
from app.bookings.models import Attendance, Bookable, Booking
from app.db import db
from app.doors import queries, rules
from app.doors.models import Door, DoorNote
from app.doors.rules import Act, Note, Outcome, Report
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
        door.closed_at, door.places = clock.now(), 0
        record(by, "doors.closed", door, bookable=door.bookable_id)
        db.session.flush()


def arrive(door: Door, booking: Booking) -> Attendance:
    """Let somebody in who has a seat, on a place that no device has with it."""
    allotted = _lock(door.bookable, door.day)
    return bookings_actions.arrive(booking, day=door.day, by=door.opened_by, allotted=allotted)


def let_in(door: Door, person: Person) -> Attendance:
    """Let somebody in who has none, on a place that no device has with it."""
    allotted = _lock(door.bookable, door.day)
    return bookings_actions.let_in(door.bookable, person, day=door.day, by=door.opened_by, allotted=allotted)


def limit_hall(bookable: Bookable, *, hall_limit: int | None, door_share: int, by: Person) -> None:
    """Say how many people may be in the hall: no fewer than are there and may still be let in by devices."""
    allotted = _lock(bookable, clock.today())
    bookings_actions.limit_hall(bookable, hall_limit=hall_limit, door_share=door_share, by=by, allotted=allotted)


class Told(NamedTuple):
    """What came of a note: about whom, since when they are there, and why not."""

    outcome: Outcome
    name: str = ""
    since: dt.datetime | None = None
    refusal: str = ""


class Answer(NamedTuple):
    """What came of each note, and how many places the device may have with it from now on; None: not limited."""

    told: dict[str, Told]
    places: int | None


def take_report(door: Door, report: Report) -> Answer:
    """Take over what a device did by itself, each note once, and give it its part of the places that are left.

    What it has too many it gives back with its next report: until then they are counted as its own, since it may not
    have heard this answer.
    """
    bookings_actions.lock_seats(door.bookable)
    db.session.refresh(door)
    others = db.session.scalar(queries.places_allotted(door.bookable_id, door.day, but=door.id)) or 0
    known = {note.id: note for note in db.session.scalars(queries.notes_known(report.notes))}
    given = sum(note.act is Act.CAME and note.id not in known for note in report.notes)
    door.places, door.heard_at = rules.places_left(door.places, report.places, given), clock.now()
    told = {note.id: _take(door, note, known.get(note.id), others + door.places) for note in report.notes}
    if door.day != clock.today():
        door.places = 0
        return Answer(told, 0)
    hall = bookings.hall(door.bookable, door.day, allotted=others)
    devices = db.session.scalar(queries.doors_beside(door)) or 1
    fair = hall.allotment(devices, door.bookable.begins_on(door.day), clock.now())
    door.places = max(door.places, fair or 0)
    db.session.flush()
    return Answer(told, fair)


def _take(door: Door, note: Note, known: DoorNote | None, allotted: int) -> Told:
    if known and known.door_id != door.id:
        return Told(Outcome.UNKNOWN)
    booking = db.session.scalars(bookings.booking_at_door(door.bookable, note.booking_id)).one_or_none()
    if booking is None:
        return Told(Outcome.UNKNOWN)
    if known:
        return Told(known.outcome, booking.person.name, _since(door, booking))
    now = clock.now()
    at = rules.when(note, now, earliest=min(door.opened_at, now), latest=min(now, _midnight_after(door.day)))
    try:
        with db.session.begin_nested():
            outcome = _do(door, booking, note.act, at, allotted)
    except Refused as refused:
        return Told(Outcome.REFUSED, booking.person.name, None, refused.sentence)
    made = DoorNote(id=note.id, door_id=door.id, booking_id=booking.id, act=note.act, at=at, outcome=outcome)
    db.session.add(made)
    db.session.flush()
    return Told(outcome, booking.person.name, _since(door, booking))


def _do(door: Door, booking: Booking, act: Act, at: dt.datetime, allotted: int) -> Outcome:
    before = _attendance(door, booking)
    if act is Act.UNDOES:
        if before:
            bookings_actions.undo_arrival(before, by=door.opened_by)
        return Outcome.UNDONE
    if before:
        return Outcome.TWICE if act is Act.CAME else Outcome.THERE
    if act is Act.ASKS:
        bookings_actions.arrive(booking, day=door.day, by=door.opened_by, allotted=allotted)
        return Outcome.WELCOME
    noted = bookings_actions.arrived(booking, day=door.day, at=at, by=door.opened_by)
    return Outcome.WELCOME if noted.booking_id == booking.id else Outcome.WITHOUT_SEAT


def _since(door: Door, booking: Booking) -> dt.datetime | None:
    found = _attendance(door, booking)
    return found.recorded_at if found else None


def _attendance(door: Door, booking: Booking) -> Attendance | None:
    theirs = bookings.attendance_of(door.bookable_id, booking.person_id, door.day)
    return db.session.scalars(theirs).one_or_none()


def _midnight_after(day: dt.date) -> dt.datetime:
    return clock.end_of(day)


def _lock(bookable: Bookable, day: dt.date) -> int:
    """Wait for everybody else who lets people in; returns how many places are with devices."""
    bookings_actions.lock_seats(bookable)
    return db.session.scalar(queries.places_allotted(bookable.id, day)) or 0
