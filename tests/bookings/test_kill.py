"""kill -9 of a serving process, again and again, while people come to seats: whatever somebody was told is so."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from sqlalchemy import select

from app import engine as database
from app.bookings import audit
from app.bookings.models import Booking
from app.bookings.rules import LIVE
from app.db import db
from tests.bookings.kills.acts import AtDoor, Composing, Drawing, HandingOver, House, SigningUp, Wishing
from tests.bookings.kills.facts import Seat
from tests.bookings.kills.server import PATIENCE_SECONDS, Server
from tests.bookings.kills.visitor import Contradiction

EVERYBODY = {SigningUp: 3, HandingOver: 2, Composing: 2, AtDoor: 2, Drawing: 1, Wishing: 1}
MOST_ANSWERS_BETWEEN_KILLS = 12


@pytest.fixture(autouse=True)
def patient(app, monkeypatch):
    """Here it counts what is kept, not how fast it is written; connections that learned to be patient end with it."""
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", PATIENCE_SECONDS)
    yield
    with app.app_context():
        db.engine.dispose()


def company(app, kinds):
    """People of these kinds, in a house."""
    house = House(app)
    visitors = [kind(house, number) for kind, most in kinds.items() for number in range(most)]
    house.begin()
    return visitors


def kill_again_and_again(app, backend, saved, log, *, kills, restarts, kinds=EVERYBODY, serves="wsgi:app"):
    """Let people come while processes die, now and then all of them at once; returns the visitors."""
    visitors = saved(company, app, kinds)
    server = Server(backend.url, log, serves)
    chance, is_over = Random(kills), threading.Event()
    try:
        with ThreadPoolExecutor(len(visitors)) as pool:
            visits = [pool.submit(one.visit, server.port, is_over.is_set) for one in visitors]
            try:
                for number in range(1, kills + 1):
                    wait_for_answers(visitors, visits, chance.randint(1, MOST_ANSWERS_BETWEEN_KILLS))
                    if number % (kills // restarts):
                        server.kill_one()
                    else:
                        server.kill_all()
                        server.start()
                wait_for_answers(visitors, visits, 1, {kind.comes_for for kind in kinds})
            finally:
                is_over.set()
        for visit in visits:
            visit.result()
    finally:
        server.end()
    return visitors


def wait_for_answers(visitors, visits, number, acts=()):
    """Until so many more things were acknowledged, and each of these acts to somebody."""
    wanted = sum(one.answers for one in visitors) + number
    deadline = time.monotonic() + PATIENCE_SECONDS
    while sum(one.answers for one in visitors) < wanted or not done(visitors) >= {*acts}:
        assert time.monotonic() < deadline, f"nobody is served any more: {done(visitors)}"
        for stopped in (visit for visit in visits if visit.done()):
            stopped.result()
        time.sleep(0.01)


def done(visitors):
    """What was acknowledged to anybody."""
    return {act for one in visitors for act in [*one.done]}


def lost(visitors):
    """Of what the database says, or said at some time, something else than people were told."""
    told = {fact: said for one in visitors for fact, said in one.told.items()}
    live = db.session.scalars(select(Booking).where(Booking.state.in_(LIVE))).all()
    seats = [Seat(one.person_id, one.bookable_id) for one in live]
    assert len(set(seats)) == len(live)
    now = [fact for fact, said in told.items() if not fact.is_so(said)]
    return [*now, *(seat for seat in seats if seat not in told), *(fact for one in visitors for fact in one.lost)]


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
@pytest.mark.parametrize("kind", EVERYBODY)
def test_where_a_server_answers_before_it_saves_the_same_kills_lose_something(app, backend, saved, tmp_path, kind):
    """Whether a kill comes between the two is chance: one series of five hits."""
    for _ in range(5):
        backend.reset()
        if is_something_lost(app, backend, saved, tmp_path / "log", kind):
            break
    else:
        pytest.fail("nothing was lost")


def is_something_lost(app, backend, saved, log, kind):
    """Whether people find something of this kind otherwise than they were told, now or at the end."""
    how = {"kills": 20, "restarts": 2, "kinds": {kind: 4}, "serves": "tests.bookings.kills.hasty:app"}
    try:
        visitors = kill_again_and_again(app, backend, saved, log, **how)
    except Contradiction:
        return True
    with app.test_request_context():
        return any(isinstance(fact, kind.tells) for fact in lost(visitors))
