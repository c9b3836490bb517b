"""Sign-ups: how many a second, and 1,000 people who storm 450 seats."""

import time
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import select

from app.bookings.models import Booking
from app.bookings.rules import State
from app.db import db
from bench import people
from bench.city import flask
from bench.load import Client, Crowd, Signup
from bench.server import Web

SEATS = 450
STORMING = 1_000
AT_ONCE = 100
PLENTY = 100_000


@dataclass(frozen=True)
class Rate:
    """Sign-ups by so many clients: page, booking, and the page that confirms it."""

    clients: int
    signups: int
    per_second: float
    web_cpu: float
    postgresql_cpu: float
    errors: int


@dataclass(frozen=True)
class Storm:
    """What came of the storm."""

    people: int
    seconds_until_gone: float
    seconds: float
    confirmed: int
    waitlisted: int
    errors: int
    statuses: dict[str, int]
    audit_is_clean: bool
    audit_said: str

    @property
    def is_exact(self) -> bool:
        """Whether exactly the seats were sold, everybody else waits, and the audit agrees."""
        return (
            self.confirmed == min(SEATS, self.people)
            and self.confirmed + self.waitlisted == self.people
            and not self.errors
            and self.audit_is_clean
        )


def rate(app: Flask, web: Web, crowd: Crowd, signing_up: list[tuple[int, str]], clients: int) -> Rate:
    """Let these people book an event with seats for all."""
    _, path = people.conference(app, PLENTY)
    before, began = web.cpu(), time.monotonic()
    signups = crowd.sign_up(path, signing_up, clients=clients)
    seconds, used = time.monotonic() - began, web.cpu() - before
    done = sum(not signup.is_error for signup in signups)
    return Rate(
        clients,
        done,
        done / seconds,
        used.web / len(signups),
        used.postgresql / len(signups),
        len(signups) - done,
    )


def storm(app: Flask, url: str, crowd: Crowd, storming: list[tuple[int, str]]) -> Storm:
    """Let everybody book the 450 seats as fast as they can."""
    bookable_id, path = people.conference(app, SEATS)
    began = time.monotonic()
    signups = crowd.sign_up(path, storming, clients=AT_ONCE)
    seconds = time.monotonic() - began
    states = _states(app, bookable_id)
    confirmed = {person_id for person_id, state in states.items() if state is State.CONFIRMED}
    gone = max((signup.booked_at for signup in signups if signup.person_id in confirmed), default=began) - began
    audit = flask(url, "bookings", "audit")
    return Storm(
        len(signups),
        gone,
        seconds,
        len(confirmed),
        sum(state is State.WAITLISTED for state in states.values()),
        sum(signup.is_error for signup in signups),
        _statuses(signups),
        audit.returncode == 0,
        (audit.stdout + audit.stderr).strip()[-500:],
    )


def signing_in(app: Flask, web: Web, somebody: list[tuple[int, str]]) -> dict[str, float]:
    """The sign-in form sent by one client: most of it is the password's hash."""
    names = people.with_password(app, somebody)
    times, statuses = [], []
    before = web.cpu()
    for name in names:
        client = Client(web.port)
        page = client.get("/sign-in").body.decode()
        token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
        answer = client.post("/sign-in", {"csrf_token": token, "identifier": name, "password": people.PASSWORD})
        times.append(answer.seconds * 1000)
        statuses.append(answer.status)
    used = web.cpu() - before
    return {
        "web_cpu": used.web / len(names),
        "postgresql_cpu": used.postgresql / len(names),
        "median_1": sorted(times)[len(times) // 2],
        "errors": sum(status >= 400 for status in statuses),
    }


def _states(app: Flask, bookable_id: int) -> dict[int, State]:
    with app.test_request_context():
        asked = select(Booking.person_id, Booking.state).where(Booking.bookable_id == bookable_id)
        return dict(db.session.execute(asked).all())


def _statuses(signups: list[Signup]) -> dict[str, int]:
    """How often each answer was given, over pages, bookings and confirmations."""
    counts: dict[str, int] = {}
    for signup in signups:
        for status in signup.statuses:
            counts[str(status)] = counts.get(str(status), 0) + 1
    return counts
