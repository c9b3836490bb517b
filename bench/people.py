"""Who looks at the pages, signed in without a password, and the rows that the pages show."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import Select, func, insert, literal, select

from app import clock
from app.auth import passwords
from app.auth.models import Credential
from app.bookings.models import Bookable, Booking, BookingChange, Organiser, Pool
from app.bookings.rules import State, Way
from app.competences.models import Goal, Statement
from app.competences.rules import Kind
from app.courses.models import Course, Session, Unit
from app.db import db
from app.events.models import Event
from app.people.models import Leadership, Person
from app.people.queries import employed
from tests import make

PASSWORD = "a long password of the bench"
PASSWORD_MEMORY_KIB = 64 * 1024
AREAS, COMPETENCES, STATEMENTS = 6, 40, 2000
SEATS, APPLICANTS = 450, 5000
KINDS = (Kind.SELF, Kind.COMPLETION, Kind.PRACTICE, Kind.TEST)


@dataclass(frozen=True)
class Somebody:
    """A person and the cookie that they are signed in with."""

    id: int
    cookie: str


def cast(app: Flask) -> dict[str, Somebody]:
    """The employee, the leader and the organiser, signed in; nobody has no cookie."""
    with app.test_request_context():
        leader = select(Leadership.person_id).order_by(Leadership.id).limit(1)
        organiser = select(Organiser.person_id).order_by(Organiser.bookable_id, Organiser.person_id).limit(1)
        found = {
            "employee": _named("beschaeftigte@stadt.example", employed(clock.today()).limit(1)),
            "leader": _named("leitung@stadt.example", select(Person).where(Person.id == leader.scalar_subquery())),
            "organiser": _named("orga@stadt.example", select(Person).where(Person.id == organiser.scalar_subquery())),
            "historian": _historian(),
        }
        known = {role: _signed_in(app, person) for role, person in found.items() if person}
        db.session.commit()
        return {"nobody": Somebody(0, "")} | known


def rows(app: Flask) -> dict[str, Any]:
    """The rows that the pages show: the longest course, the session and the event with most seats, one with a crowd."""
    with app.test_request_context():
        units = select(func.count()).where(Unit.course_id == Course.id).scalar_subquery()
        course = db.session.scalar(
            select(Course).where(Course.published_at.is_not(None)).order_by(units.desc()).limit(1)
        )
        unit = course and db.session.scalar(
            select(Unit).where(Unit.course_id == course.id).order_by(Unit.position).limit(1)
        )
        found = {
            "course": course,
            "unit": unit,
            "session": db.session.scalar(_largest(Session)),
            "event": db.session.scalar(_largest(Event)),
        }
        return found | {"crowded": _crowded()}


def crowd(app: Flask, size: int) -> list[tuple[int, str]]:
    """So many people, signed in: their ids and cookies."""
    with app.test_request_context():
        people = db.session.scalars(employed(clock.today()).where(Person.email.is_not(None)).limit(size)).all()
        signed_in = [_signed_in(app, person) for person in people]
        db.session.commit()
        return [(person.id, person.cookie) for person in signed_in]


def conference(app: Flask, seats: int) -> tuple[int, str]:
    """An event that nobody has booked yet: its bookable's id and its path."""
    with app.test_request_context():
        made = make.event("Konferenz", seats)
        db.session.commit()
        return made.bookable_id, f"/events/{made.id}"


def with_password(app: Flask, people: list[tuple[int, str]]) -> list[str]:
    """Give these people a password of production strength; returns the names that they sign in with."""
    hashed = passwords.hash_password(PASSWORD, PASSWORD_MEMORY_KIB)
    with app.test_request_context():
        for person_id, _ in people:
            db.session.merge(Credential(person_id=person_id, password_hash=hashed, changed_at=clock.now()))
        ids = [person_id for person_id, _ in people]
        names = db.session.scalars(select(Person.personnel_number).where(Person.id.in_(ids))).all()
        db.session.commit()
        return list(names)


def _named(email: str, otherwise: Select[Person]) -> Person | None:
    return db.session.scalar(select(Person).where(Person.email == email)) or db.session.scalar(otherwise)


def _historian() -> Person:
    """Somebody with a goal of 40 competences, and 2,000 statements of many years."""
    person = make.person("Hedi Historie")
    areas = [make.area(f"Bereich {number}") for number in range(AREAS)]
    competences = [make.competence(f"Kompetenz {number}", areas[number % AREAS]) for number in range(COMPETENCES)]
    profile = make.profile("Langes Profil", dict.fromkeys(competences, 3))
    db.session.add(Goal(person_id=person.id, profile_id=profile.id, chosen_at=clock.now()))
    rows = [
        {
            "person_id": person.id,
            "competence_id": competence.id,
            "level": number % 5,
            "kind": (kind := KINDS[number % len(KINDS)]),
            "actor_id": person.id if kind is Kind.SELF else None,
            "observed_on": clock.today() - dt.timedelta(days=60 * number + 1),
            "recorded_at": clock.now(),
            "source": f"Quelle {number}",
        }
        for number in range(STATEMENTS // COMPETENCES)
        for competence in competences
    ]
    db.session.execute(insert(Statement), rows)
    return person  # type: ignore[no-any-return]


def _crowded() -> Event:
    """An event with ten times more applicants than seats; the employee of the cast waits at the end of the line."""
    event = make.event("Konferenz mit Andrang", SEATS)
    if organiser := _named("orga@stadt.example", employed(clock.today()).limit(1)):
        db.session.add(Organiser(bookable_id=event.bookable_id, person_id=organiser.id))
    last = select(Person.id).where(Person.email == "beschaeftigte@stadt.example")
    people = db.session.scalars(
        select(Person.id).where(Person.id.not_in(last)).order_by(Person.id).limit(APPLICANTS - 1)
    ).all()
    came = clock.now() - dt.timedelta(days=7)
    db.session.execute(
        insert(Booking),
        [
            {
                "bookable_id": event.bookable_id,
                "person_id": person_id,
                "state": State.CONFIRMED if place < SEATS else State.WAITLISTED,
                "way": Way.SELF,
                "requested_at": came + dt.timedelta(seconds=place),
            }
            for place, person_id in enumerate([*people, *db.session.scalars(last)])
        ],
    )
    _write_history(event)
    db.session.commit()
    return event


def _write_history(event: Event) -> None:
    """The one step that each booking of an event came to be by."""
    step = {
        "booking_id": Booking.id,
        "at": Booking.requested_at,
        "actor_id": Booking.person_id,
        "to_state": Booking.state,
        "reason": literal(""),
    }
    steps = select(*step.values()).where(Booking.bookable_id == event.bookable_id).order_by(Booking.id)
    db.session.execute(insert(BookingChange).from_select(list(step), steps))


def _largest(kind: type[Session] | type[Event]) -> Select[Any]:
    return (
        select(kind)
        .join(Bookable, Bookable.id == kind.bookable_id)
        .join(Pool, Pool.bookable_id == Bookable.id)
        .where(Bookable.starts_at > clock.now(), Bookable.cancelled_at.is_(None))
        .order_by(Pool.capacity.desc().nulls_last(), kind.id)
        .limit(1)
    )


def _signed_in(app: Flask, person: Person) -> Somebody:
    """A sign-in as the browser holds it after its first page."""
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer is not None
    values = {"_user_id": make.sign_in(person), "csrf_token": f"{person.id:040x}"}
    return Somebody(person.id, str(serializer.dumps(values)))
