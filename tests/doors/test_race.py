"""Several doors at once: together they let in exactly as many people as may be in the hall."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from app import clock
from app import engine as database
from app.bookings import actions, audit, queries
from app.bookings.actions import arrival
from app.bookings.models import Attendance, Bookable, Booking
from app.db import begin_writing, db
from app.doors.actions import take_report
from app.doors.models import Door, DoorNote
from app.doors.rules import Act, Note, Outcome, Report
from app.errors import Refused
from app.people.models import Person
from tests import make

DOORS, PEOPLE, ROOM = 8, 32, 10
PATIENT_SECONDS = 120
"""Other tests share the machine: here it counts who comes in."""


@pytest.fixture
def crowd(saved, monkeypatch):
    """A hall for ten, a date that has begun, and many people before it, every second one with a seat."""
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", PATIENT_SECONDS)

    def made():
        bookable = make.bookable(seats=PEOPLE, in_days=0, hall_limit=ROOM)
        people = [make.person(f"Kim Probe {number}") for number in range(PEOPLE)]
        seats = [make.booking(bookable, person).id for person in people[::2]]
        return bookable.id, seats, [person.id for person in people[1::2]]

    return saved(made)


def let_in_all(app, crowd):
    """Everybody comes in at once; how many were told that they may."""
    bookable_id, seats, others = crowd
    today = clock.today()

    def come(is_seat, number):
        with app.app_context():
            begin_writing()
            try:
                if is_seat:
                    booking = db.session.get_one(Booking, number)
                    actions.arrive(booking, day=today, by=booking.person)
                else:
                    bookable, person = db.session.get_one(Bookable, bookable_id), db.session.get_one(Person, number)
                    actions.let_in(bookable, person, day=today, by=person)
            except Refused:
                return 0
            db.session.commit()
            return 1

    mixed = [pair for two in zip(seats, others, strict=True) for pair in zip((True, False), two, strict=True)]
    with ThreadPoolExecutor(DOORS) as doors:
        return sum(doors.map(lambda pair: come(*pair), mixed))


def present(app):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Attendance))


def test_all_doors_together_let_in_exactly_as_many_as_the_hall_takes(app, crowd):
    assert let_in_all(app, crowd) == ROOM
    assert present(app) == ROOM
    with app.app_context():
        assert [one for one in audit.violations() if "hall" in one.promise] == []


def test_without_the_lock_they_let_in_too_many(app, backend, crowd, monkeypatch):
    """Where two can write at once: SQLite has one writer at a time, whatever is switched off."""
    locked, count = queries.locked_pools, queries.hall

    def unlocked(bookable_id):
        query = locked(bookable_id)._clone()
        query._for_update_arg = None
        return query

    def count_slowly(*asked, **named):
        found = count(*asked, **named)
        time.sleep(0.02)
        return found

    monkeypatch.setattr(queries, "locked_pools", unlocked)
    monkeypatch.setattr(arrival.queries, "hall", count_slowly)

    let_in_all(app, crowd)

    too_many = present(app) > ROOM
    assert too_many == (backend.name == "postgresql")
    with app.app_context():
        assert ("the hall is never too full" in {one.promise for one in audit.violations()}) == too_many


REPORTING, SEATED = 3, 15


@pytest.fixture
def devices(saved, monkeypatch):
    """Three doors of a hall for ten that begins soon, and fifteen people with seats; each device knows everybody."""
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", PATIENT_SECONDS)

    def made():
        bookable = make.bookable(seats=PEOPLE, in_days=0, hall_limit=ROOM)
        lin = make.person("Lin Orga")
        seats = [make.booking(bookable, make.person(f"Kim Probe {number}")).id for number in range(SEATED)]
        return [make.door(bookable, lin, f"door {number}").id for number in range(REPORTING)], seats

    return saved(made)


def work(app, door_id, mine, everybody):
    """A device lets in its people on its places, says so twice with its numbers, and asks for who is left."""
    held, came = 0, []

    def tell(notes):
        with app.app_context():
            begin_writing()
            answer = take_report(db.session.get_one(Door, door_id), Report(tuple(notes), held))
            db.session.commit()
            return answer

    for booking_id in mine:
        held = tell(came[-1:]).places
        act = Act.CAME if held else Act.ASKS
        held = max(0, held - 1)
        came.append(Note(str(uuid.uuid4()), booking_id, act, 0))
        tell(came[-1:])
        tell(came[-1:])
    tell([Note(str(uuid.uuid4()), booking_id, Act.ASKS, 0) for booking_id in everybody[:3]])


def test_devices_that_report_at_once_and_again_fill_the_hall_and_no_more(app, devices):
    doors, seats = devices

    with ThreadPoolExecutor(REPORTING) as telephones:
        list(telephones.map(lambda one: work(app, doors[one], seats[one::REPORTING], seats), range(REPORTING)))

    assert present(app) == ROOM
    with app.app_context():
        assert [one for one in audit.violations() if "hall" in one.promise] == []
        numbers = db.session.scalars(select(DoorNote.id)).all()
        assert len(numbers) == len(set(numbers)) >= ROOM


def test_the_same_report_at_once_counts_once(app, devices):
    doors, seats = devices
    came = Report((Note(str(uuid.uuid4()), seats[0], Act.CAME, 0),), None)

    def tell(_turn):
        with app.app_context():
            begin_writing()
            told = take_report(db.session.get_one(Door, doors[0]), came).told
            db.session.commit()
            return told[came.notes[0].id].outcome

    with ThreadPoolExecutor(DOORS) as telephones:
        outcomes = list(telephones.map(tell, range(DOORS)))

    assert present(app) == 1
    assert outcomes == [Outcome.WELCOME] * DOORS
