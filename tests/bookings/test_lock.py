"""Who waits too long for somebody else's lock is told to try again; and how long that is."""

import pytest
from sqlalchemy import create_engine, select, text

from app.bookings.models import Booking
from app.db import db
from app.engine import LOCK_WAIT_SECONDS, engine_options
from tests import make


@pytest.fixture
def somebody_holds_the_seats(backend):
    """Another connection that has locked all pools and does not let go."""
    engine = create_engine(**engine_options(backend.url))
    connection = engine.connect()
    if backend.name == "sqlite":
        connection = connection.execution_options(begins="IMMEDIATE")
        connection.execute(text("SELECT 1"))
    else:
        connection.execute(text("SELECT id FROM pool FOR UPDATE"))
    yield connection
    connection.close()
    engine.dispose()


def test_a_long_wait_gives_a_page_that_says_try_again(client, cast, saved, request):
    bookable = saved(make.bookable)
    client.set_cookie("language", "en")
    client.sign_in(cast.ada)
    held = request.getfixturevalue("somebody_holds_the_seats")

    refused = client.post(f"/bookables/{bookable.id}/booking")
    held.rollback()
    accepted = client.post(f"/bookables/{bookable.id}/booking")

    assert refused.status_code == 503
    assert "Please try again in a moment." in refused.text
    assert accepted.status_code == 303


def test_a_wait_ends_after_three_seconds(context, backend):
    shown = {"sqlite": ("PRAGMA busy_timeout", 3000), "postgresql": ("SHOW lock_timeout", "3s")}
    question, answer = shown[backend.name]

    assert db.session.scalar(text(question)) == answer
    assert LOCK_WAIT_SECONDS == 3


def test_the_database_itself_refuses_a_second_live_booking(context):
    bookable, ada = make.bookable(), make.person()
    make.booking(bookable, ada)

    with pytest.raises(Exception, match=r"one_live_booking|UNIQUE constraint"):
        make.booking(bookable, ada)
    db.session.rollback()
    assert db.session.scalars(select(Booking)).all() == []
