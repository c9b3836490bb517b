"""What the desk of an event answers first, and what it no longer offers."""

import datetime as dt

import pytest

from app import clock
from app.bookings import actions
from app.bookings.models import Organiser
from app.bookings.rules import Mode, State
from app.db import db
from tests import make


@pytest.fixture
def desk(client, saved, cast):
    """A maker of events that Lin runs; what she reads at the desk, in English."""

    def desk(*people, state=State.CONFIRMED, announced=None, **other):
        def fill():
            row = make.event(seats=2, **other)
            row.bookable.organisers = [Organiser(person_id=cast.lin.id)]
            if announced:
                actions.announce(row.bookable, seed_source="Lottozahlen", seed_on=announced, by=cast.lin)
            for person in people:
                make.booking(row.bookable, db.session.merge(person), state)
            return row

        client.set_cookie("language", "en")
        return client.sign_in(cast.lin).get(f"/events/{saved(fill).id}/organise").text

    return desk


def test_where_lots_decide_the_desk_counts_the_applicants_and_names_the_day(desk, cast):
    day = clock.today() + dt.timedelta(days=20)
    by_lot = {"closes_at": clock.now() + dt.timedelta(days=10)}

    page = desk(cast.ada, cast.max, cast.zoe, state=State.REQUESTED, mode=Mode.DRAW, announced=day, **by_lot)

    assert "3 people have applied for 2 seats." in page
    assert f"Lots are drawn from {day:%-d %b %Y} on." in page
    assert "Nobody is waiting" not in page


def test_the_desk_of_what_is_over_says_so_and_offers_no_other_number_of_seats(desk, cast):
    page = desk(cast.ada, state=State.WAITLISTED, in_days=-5)

    assert "This date is over. 1 person was still on the waitlist." in page
    assert "Change the number of seats" not in page
    assert "offers this person a seat" not in page


def test_the_desk_of_what_was_cancelled_says_that_it_was(desk, cast):
    page = desk(cast.ada, state=State.CANCELLED, cancelled_at=clock.now())

    assert "The date was cancelled, so no more seats are given." in page
    assert "has begun" not in page
    assert "Change the number of seats" not in page


def test_the_answer_stands_before_the_ways_from_the_desk(desk, cast):
    page = desk(cast.ada)

    assert page.index("1 of 2 seats is taken.") < page.index("Edit the event") < page.index("Save seats")
    assert page.index("Quotas") < page.index('id="numbers"')
