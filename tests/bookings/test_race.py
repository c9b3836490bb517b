"""Many people, few seats, all at once: exactly the seats are sold, and without the lock more would be."""

import json
import subprocess
import sys
from collections import Counter
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
PATIENCE_SECONDS = 600


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


def race(backend, deeds, *, locks=True):
    """All these deeds at once, from separate processes; what came of each."""
    wanted = json.dumps({"url": backend.url, "deeds": deeds, "locks": locks})
    command = [sys.executable, "-m", "tests.bookings.applicants"]
    done = subprocess.run(
        command, cwd=ROOT, input=wanted, stdout=subprocess.PIPE, text=True, timeout=PATIENCE_SECONDS, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def everything_told(answers):
    """Booking, person and state of whoever was told something."""
    return [(*who, State(state)) for answer in answers for *who, state in answer.get("bookings", [])]


def storm(app, backend, saved, applicants, seats):
    bookable_id, people = saved(crowd, applicants, seats)

    answers = race(backend, [("sign_up", bookable_id, person_id) for person_id in people])

    assert [answer for answer in answers if "bookings" not in answer] == []
    told = everything_told(answers)
    assert Counter(state for *_, state in told) == {"confirmed": seats, "waitlisted": applicants - seats}
    with app.test_request_context():
        stored = db.session.execute(select(Booking.id, Booking.person_id, Booking.state)).all()
        assert audit.violations() == []
    assert set(told) == set(stored)


def test_many_at_once_get_exactly_the_seats(app, backend, saved):
    storm(app, backend, saved, applicants=240, seats=60)


@pytest.mark.deep
def test_two_thousand_at_once_get_exactly_the_seats(app, backend, saved):
    storm(app, backend, saved, applicants=2000, seats=450)


def test_without_the_lock_the_same_race_oversells(app, backend, saved):
    """Whether two meet is chance: one race of five is lost."""
    for _ in range(5):
        backend.reset()
        bookable_id, people = saved(crowd, 80, 20)
        answers = race(backend, [("sign_up", bookable_id, person_id) for person_id in people], locks=False)
        if is_oversold := Counter(state for *_, state in everything_told(answers))["confirmed"] > 20:
            break

    assert is_oversold
    with app.test_request_context():
        promises = {violation.promise for violation in audit.violations()}
    assert "nobody is confirmed beyond the seats" in promises
