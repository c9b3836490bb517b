"""The demo city in the database."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import func, select

import config
from app import clock
from app.bookings import audit
from app.bookings.models import Booking
from app.bookings.rules import State
from app.courses.rules import Format
from app.db import db
from app.demo import accounts, load, script
from app.demo.load import City, Size
from app.events.models import Event
from app.people.models import Person
from tests import make

SCRIPT = script.read(config.ROOT / "content")
NOW = clock.at(dt.date(2026, 11, 22), dt.time(12))
HEAD_OF_FAMILIES = ("clerk", "citizen-service", "child-care")
GIVEN_BY_THE_DATABASE = {"bookable_id", "slot_id", "session_id", "bookable", "path"}


def content() -> None:
    """A small library: two courses to read, a seminar and a profile."""
    competence = make.competence()
    families = tuple(make.family(key) for key in HEAD_OF_FAMILIES)
    for family, key in zip(families, HEAD_OF_FAMILIES, strict=True):
        family.key = key
    make.profile(targets={competence: 3, make.competence(): 2}, families=families)
    for course in (make.course(), make.course(), make.course(format=Format.SEMINAR, slug=SCRIPT.runs[0].course)):
        make.outcome(course, competence)
        if course.format is Format.SELF_PACED:
            make.course_unit(course), make.course_unit(course)
    db.session.flush()


def bookable_of(key: str) -> int:
    return db.session.scalars(select(Event.bookable_id).where(Event.key == key)).one()


def build(employees: int = 150, seed: int = 1, **more: int) -> City:
    return load.build(SCRIPT, Size(employees, **more), seed, NOW, memory_kib=8)


def without_numbers(row: dict[str, Any]) -> dict[str, Any]:
    """Also in what a message says of a date."""
    kept = {name: value for name, value in row.items() if name not in GIVEN_BY_THE_DATABASE}
    return {name: without_numbers(value) if isinstance(value, dict) else value for name, value in kept.items()}


def comparable(city: City) -> list[tuple[str, dict[str, Any]]]:
    """All rows, without the numbers that the database itself gives."""
    return [(table, without_numbers(row)) for part in city.parts for table, row in part]


@pytest.mark.any_database
@pytest.mark.usefixtures("context")
def test_the_same_seed_makes_the_same_rows():
    content()
    db.session.commit()

    first = comparable(build())
    db.session.rollback()
    second = comparable(build())

    assert len(first) > 1000
    assert first == second


@pytest.mark.any_database
@pytest.mark.usefixtures("context")
def test_a_large_city_fills_the_conference_and_its_waitlist():
    build(1300)

    counts = select(Booking.state, func.count()).where(Booking.bookable_id == bookable_of("conference"))

    assert dict(db.session.execute(counts.group_by(Booking.state)).all()) == {
        State.CONFIRMED: 450,
        State.WAITLISTED: 60,
    }
    assert audit.violations() == []


@pytest.mark.usefixtures("context")
def test_rows_made_afterwards_get_ids_of_their_own():
    content()
    build()

    assert make.booking(make.bookable(), make.person("Ada")).id > 1
    assert db.session.scalar(select(func.count()).select_from(Person)) == 151


@pytest.mark.any_database
def test_every_account_signs_in_with_the_published_password(saved, client):
    city = saved(build)

    for employee in city.staff.accounts.values():
        name = employee.email or employee.number
        answer = client.post("/sign-in", data={"identifier": name, "password": accounts.PASSWORD})
        assert (name, answer.status_code) == (name, 303)
