"""kill -9 of a serving process, again and again, while people sign up: whatever somebody was told is so."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from random import Random
from urllib.parse import urlencode

import psutil
import pytest
from flask import session
from flask_wtf.csrf import generate_csrf
from sqlalchemy import select

import config
from app.bookings import actions, audit
from app.bookings.models import Booking
from app.bookings.queries import live_booking
from app.bookings.rules import LIVE, Group, State
from app.db import db
from tests import make

VISITORS, PEOPLE_EACH, DATES, SEATS, QUOTA = 8, 3, 3, 9, 3
MOST_ANSWERS_BETWEEN_KILLS = 12
PATIENCE_SECONDS = 120
UNTIL_NEXT_TRY = 0.05
TELEPHONES = 0.3
SAID = {
    "You are signed up.": State.CONFIRMED,
    "The seat is yours.": State.CONFIRMED,
    "has a seat": State.CONFIRMED,
    "on the waitlist": State.WAITLISTED,
    "A seat is on offer for you.": State.OFFERED,
    "has the offer of a seat": State.OFFERED,
}
"""What an answer says, to the person or to the organiser who signs them up."""


class Server:
    """Two processes that serve, and one that replaces whoever dies, as in docs/production.md, but at once."""

    def __init__(self, url, log, serves):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url, self.log, self.serves = url, log, serves
        self.start()

    def start(self):
        command = [sys.executable, "-m", "gunicorn", self.serves, "--preload", "--bind", f"127.0.0.1:{self.port}"]
        command += ["--workers", "2", "--worker-class", "gthread", "--threads", "4"]
        environment = os.environ | {"LOTSE_ENV": "development", "LOTSE_DATABASE_URL": self.url}
        with self.log.open("a") as out:
            self.master = subprocess.Popen(
                command, cwd=config.ROOT, env=environment, stdout=out, stderr=out, start_new_session=True
            )

    def kill_one(self):
        """Kill the process that has served longest."""
        victim = min(psutil.Process(self.master.pid).children(), key=psutil.Process.create_time)
        victim.kill()
        victim.wait(PATIENCE_SECONDS)

    def kill_all(self):
        os.killpg(self.master.pid, signal.SIGKILL)
        self.master.wait()


class Contradiction(AssertionError):
    """A page says that what somebody was told is not so."""


class Visitor:
    """Somebody in front of browsers, for some people: signs up, gives back, takes what is on offer.

    Now and then it is the organiser who signs up whoever telephones.
    Before each step the visitor looks whether the database says what the person was told last.
    """

    def __init__(self, app, port, people, dates, number):
        self.app, self.port, self.people, self.dates = app, port, people, dates
        self.chance = Random(number)
        self.told, self.lost = {}, []
        self.answers = self.cut_off = 0

    def visit(self, is_over):
        """Do one thing after the other; each again until it is answered."""
        while not is_over():
            (person_id, own, organisers), date = self.chance.choice(self.people), self.chance.choice(self.dates)
            with self.app.app_context():
                booking = db.session.scalars(live_booking(date, person_id)).one_or_none()
            if not is_so(self.told.get((person_id, date)), booking):
                self.lost.append((person_id, date))
            step = own, next_step(booking, date)
            if booking is None and self.chance.random() < TELEPHONES:
                step = organisers, f"/bookables/{date}/bookings"
            self.told[person_id, date] = self.answer(*step)
            self.answers += 1

    def answer(self, browser, path):
        """What the person is told in the end."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (said := self.post(browser, path)) is None:
            assert time.monotonic() < deadline, "nobody answers"
            time.sleep(UNTIL_NEXT_TRY)
        return said

    def post(self, browser, path):
        """What the answer says of the booking; None where there was none, or it was to try again."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Connection": "close"}
        try:
            connection.request("POST", path, browser.form, kind | {"Cookie": browser.cookie})
            answer = connection.getresponse()
            answer.read()
        except ConnectionRefusedError:
            return None
        except (http.client.HTTPException, ConnectionError):
            self.cut_off += 1
            return None
        finally:
            connection.close()
        if answer.status not in (303, 503):
            raise Contradiction(path, answer.status)
        if answer.status == 503:
            return None
        return State.CANCELLED if path.endswith("cancellation") else said_in(self.app, answer)


def next_step(booking, date):
    """Where the form leads that the person sends now."""
    if booking is None:
        return f"/bookables/{date}/booking"
    return f"/bookings/{booking.id}/{'acceptance' if booking.state is State.OFFERED else 'cancellation'}"


def is_so(said, booking):
    """Whether the booking is what the person was told last; only a place in line becomes an offer by itself."""
    stored = booking.state if booking else State.CANCELLED
    return stored is (said or State.CANCELLED) or (said, stored) == (State.WAITLISTED, State.OFFERED)


class Browser:
    """The cookie of somebody who is signed in, and what they type."""

    def __init__(self, app, person, **typed):
        session["_user_id"] = make.sign_in(person)
        self.form = urlencode({"csrf_token": generate_csrf(), **typed})
        self.cookie = f"language=en; lotse={cookies(app).dumps(dict(session))}"


def cookies(app):
    return app.session_interface.get_signing_serializer(app)


def said_in(app, answer):
    """The state that the next page will tell."""
    kept = SimpleCookie(answer.headers["Set-Cookie"])["lotse"].value
    ((_, sentence),) = cookies(app).loads(kept)["_flashes"]
    return next(state for words, state in SAID.items() if words in sentence)


def crowd(app):
    """People in front of their browsers, some of them of a section with a quota, and dates that not all can have."""
    section = make.unit("Archiv")
    office = make.unit()
    people = [make.person(f"Person {n}", office if n % 3 else section) for n in range(VISITORS * PEOPLE_EACH)]
    organiser, dates = make.person("Orga Ott"), [make.bookable(seats=SEATS, in_days=9 + n) for n in range(DATES)]
    for date in dates:
        actions.set_quotas(date, {Group(section.id, None): QUOTA}, by=people[0])
        make.organiser(date, organiser)
    browsers = [
        (one.id, Browser(app, one), Browser(app, organiser, q=one.personnel_number, person_id=one.id)) for one in people
    ]
    return browsers, [date.id for date in dates]


def kill_again_and_again(app, backend, saved, log, *, kills, restarts, serves="wsgi:app"):
    """Let people come while serving processes die, now and then all of them at once; returns the visitors."""
    people, dates = saved(crowd, app)
    server = Server(backend.url, log, serves)
    visitors = [Visitor(app, server.port, people[n::VISITORS], dates, n) for n in range(VISITORS)]
    chance, is_over = Random(kills), threading.Event()
    try:
        with ThreadPoolExecutor(VISITORS) as pool:
            visits = [pool.submit(one.visit, is_over.is_set) for one in visitors]
            try:
                for number in range(1, kills + 1):
                    wait_for_answers(visitors, visits, chance.randint(1, MOST_ANSWERS_BETWEEN_KILLS))
                    if number % (kills // restarts):
                        server.kill_one()
                    else:
                        server.kill_all()
                        server.start()
                wait_for_answers(visitors, visits, 1)
            finally:
                is_over.set()
        for visit in visits:
            visit.result()
    finally:
        server.kill_all()
    return visitors


def wait_for_answers(visitors, visits, number):
    """Until so many more things were acknowledged."""
    wanted = sum(one.answers for one in visitors) + number
    deadline = time.monotonic() + PATIENCE_SECONDS
    while sum(one.answers for one in visitors) < wanted:
        assert time.monotonic() < deadline, "nobody is served any more"
        for stopped in (visit for visit in visits if visit.done()):
            stopped.result()
        time.sleep(0.002)


def lost(visitors):
    """Of whom and of which date the database says, or said at some time, something else than they were told."""
    told = {where: said for one in visitors for where, said in one.told.items()}
    live = db.session.scalars(select(Booking).where(Booking.state.in_(LIVE))).all()
    stored = {(one.person_id, one.bookable_id): one for one in live}
    assert len(stored) == len(live)
    now = [where for where in told | stored if not is_so(told.get(where), stored.get(where))]
    return [*now, *(where for one in visitors for where in one.lost)]


def nobody_loses_anything(app, backend, saved, log, **how):
    visitors = kill_again_and_again(app, backend, saved, log, **how)

    with app.test_request_context():
        assert lost(visitors) == []
        assert audit.violations() == []
    assert sum(one.cut_off for one in visitors) > 0
    assert "Traceback" not in log.read_text()


def test_nobody_loses_what_they_were_told_when_a_serving_process_is_killed(app, backend, saved, tmp_path):
    nobody_loses_anything(app, backend, saved, tmp_path / "log", kills=5, restarts=1)


@pytest.mark.deep
def test_nobody_loses_what_they_were_told_in_two_hundred_and_fifty_kills(app, backend, saved, tmp_path):
    nobody_loses_anything(app, backend, saved, tmp_path / "log", kills=250, restarts=10)


@pytest.mark.deep
def test_where_a_server_answers_before_it_saves_the_same_kills_lose_something(app, backend, saved, tmp_path):
    """Whether a kill comes between the two is chance: one series of five hits."""
    for _ in range(5):
        backend.reset()
        if is_something_lost(app, backend, saved, tmp_path / "log"):
            break
    else:
        pytest.fail("nothing was lost")


def is_something_lost(app, backend, saved, log):
    """Whether people find something else than they were told, now or at the end."""
    try:
        visitors = kill_again_and_again(
            app, backend, saved, log, kills=20, restarts=2, serves="tests.bookings.hasty:app"
        )
    except Contradiction:
        return True
    with app.test_request_context():
        return lost(visitors) != []
