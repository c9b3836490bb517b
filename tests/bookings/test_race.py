"""Many people, few seats, all at once: exactly the seats are sold, and without the lock more would be."""

import json
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.bookings import audit
from app.bookings.models import Booking
from app.bookings.rules import State
from app.db import db
from app.people.models import Person
from tests import make

ROOT = Path(__file__).parents[2]
PROCESSES, THREADS = 4, 8


def crowd(people, seats):
    """A bookable and many people who want it."""
    unit = make.unit()
    ids = db.session.scalars(
        insert(Person).returning(Person.id),
        [
            {
                "personnel_number": f"P{number}",
                "given_name": "Kim",
                "family_name": f"Probe {number}",
                "unit_id": unit.id,
                "entered_on": make.LONG_AGO,
            }
            for number in range(people)
        ],
    ).all()
    return make.bookable(seats=seats).id, ids


def race(backend, bookable_id, people, *, locks=True):
    """Everybody signs up at once, from separate processes; what each was told."""
    with ExitStack() as stack:
        crews = [stack.enter_context(crew(backend, bookable_id, people[n::PROCESSES], locks)) for n in range(PROCESSES)]
        assert [one.stdout.readline() for one in crews] == ["ready\n"] * PROCESSES
        for one in crews:
            one.stdin.write("go\n")
            one.stdin.flush()
        told = [json.loads(line) for one in crews for line in one.communicate(timeout=300)[0].splitlines()]
        assert [one.returncode for one in crews] == [0] * PROCESSES
    return told


def crew(backend, bookable_id, people, locks):
    """A process with several threads, ready to sign these people up."""
    wanted = {"url": backend.url, "bookable_id": bookable_id, "people": people, "threads": THREADS, "locks": locks}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.bookings.applicants", json.dumps(wanted)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def storm(app, backend, saved, applicants, seats):
    bookable_id, people = saved(crowd, applicants, seats)

    told = race(backend, bookable_id, people)

    assert [answer["error"] for answer in told if "error" in answer] == []
    assert Counter(answer["state"] for answer in told) == {"confirmed": seats, "waitlisted": applicants - seats}
    with app.test_request_context():
        stored = db.session.execute(select(Booking.person_id, Booking.id, Booking.state)).all()
        assert audit.violations() == []
    assert {(answer["person"], answer["booking"], State(answer["state"])) for answer in told} == set(stored)


def test_many_at_once_get_exactly_the_seats(app, backend, saved):
    storm(app, backend, saved, applicants=240, seats=60)


@pytest.mark.deep
def test_two_thousand_at_once_get_exactly_the_seats(app, backend, saved):
    storm(app, backend, saved, applicants=2000, seats=450)


def test_without_the_lock_the_same_race_oversells(app, backend, saved):
    bookable_id, people = saved(crowd, 80, 20)

    told = race(backend, bookable_id, people, locks=False)

    assert Counter(answer.get("state") for answer in told)["confirmed"] > 20
    with app.test_request_context():
        promises = {violation.promise for violation in audit.violations()}
    assert "nobody is confirmed beyond the seats" in promises
