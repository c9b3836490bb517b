"""What an owner says about a bookable."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from app import clock
from app.bookings import actions, audit, queries
from app.bookings.models import Bookable
from app.bookings.rules import Description, Kind, Mode, State
from app.db import db
from app.errors import Refused
from app.text.language import speaking
from tests import make

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def english(context):
    with speaking("en"):
        yield
    assert audit.violations() == []


def excel(**other):
    start = clock.now() + 30 * DAY
    values = {
        "kind": Kind.SESSION,
        "calendar_uid": "session-7@lotse",
        "title": "Excel",
        "path": "/sessions/7",
        "place": "Rathaus",
        "spans": [(start + 7 * DAY, start + 7 * DAY + HOUR), (start, start + HOUR)],
        "seats": 1,
    }
    return Description(**(values | other))


def test_describing_makes_a_bookable_with_seats_spans_and_organisers():
    lin = make.person("Lin Lorenz")

    bookable = actions.describe(excel(organiser_ids=[lin.id], mode=Mode.APPROVAL), by=lin)

    assert (bookable.starts_at, bookable.ends_at) == (bookable.spans[0].starts_at, bookable.spans[1].ends_at)
    assert bookable.closes_at == bookable.cancel_until == bookable.starts_at
    assert [organiser.person_id for organiser in bookable.organisers] == [lin.id]
    assert queries.seats_of([bookable.id])[bookable.id].free == 1
    assert bookable.calendar_sequence == 0


def test_describing_again_changes_nothing_twice():
    first = actions.describe(excel(), by=None)
    spans = [span.id for span in first.spans]

    again = actions.describe(replace(excel(), spans=[(s.starts_at, s.ends_at) for s in first.spans]), by=None)

    assert again is first
    assert [span.id for span in again.spans] == spans
    assert again.calendar_sequence == 0
    assert db.session.scalar(select(func.count()).select_from(Bookable)) == 1


@pytest.mark.parametrize(
    ("change", "sequence"),
    [({"place": "Aula"}, 1), ({"spans": [(clock.now() + DAY, clock.now() + 2 * DAY)]}, 1), ({"title": "Excel II"}, 1)],
)
def test_a_new_time_place_or_title_raises_the_number_for_calendars(change, sequence):
    description = excel()
    actions.describe(description, by=None)

    bookable = actions.describe(replace(description, **change), by=None)

    assert bookable.calendar_sequence == sequence


def test_more_seats_are_offered_and_fewer_than_taken_are_refused():
    description = excel()
    bookable = actions.describe(description, by=None)
    people = [make.person(f"Person {n}") for n in range(2)]
    first, second = (actions.book(bookable, person, by=person) for person in people)

    actions.describe(replace(description, seats=2), by=None)

    assert (first.state, second.state) == (State.CONFIRMED, State.OFFERED)
    with pytest.raises(Refused, match="2 seats are taken or on offer"):
        actions.describe(replace(description, seats=1), by=None)
    db.session.refresh(bookable.pools[0])


def test_organisers_come_and_go():
    ada, max_ = make.person("Ada Ahrens"), make.person("Max Mohr")
    description = excel(organiser_ids=[ada.id])
    actions.describe(description, by=None)

    bookable = actions.describe(replace(description, organiser_ids=[max_.id]), by=None)

    db.session.expire_all()
    assert [organiser.person_id for organiser in bookable.organisers] == [max_.id]
