"""Each rule and its query say the same, whatever the town looks like (R11)."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app import clock
from app.bookings import access, queries
from app.bookings.models import Bookable, Booking
from app.bookings.rules import Mode, State
from app.db import db
from app.people.models import Person
from app.people.rules import Position
from app.people.viewer import view_as
from tests import make

ALIKE = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
THOROUGH = settings(ALIKE, max_examples=1000)
DAY = dt.timedelta(days=1)

towns = st.fixed_dictionaries(
    {
        "parents": st.lists(st.integers(0, 10), min_size=2, max_size=6),
        "people": st.lists(st.integers(0, 10), min_size=2, max_size=6),
        "leaders": st.lists(
            st.tuples(st.integers(0, 10), st.integers(0, 10), st.sampled_from(Position), st.integers(-1, 1)), max_size=6
        ),
        "dates": st.lists(st.tuples(st.none() | st.integers(0, 10), st.sampled_from(Mode)), min_size=1, max_size=3),
        "organisers": st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), max_size=4, unique=True),
        "bookings": st.lists(
            st.tuples(st.integers(0, 10), st.integers(0, 10), st.sampled_from(State), st.none() | st.integers(0, 10)),
            max_size=6,
        ),
    }
)


def build(town):
    """Rows of a town; every number points into a list, whatever its length."""
    units = [make.unit("Stadt Probe")]
    for parent in town["parents"]:
        units.append(make.unit("Amt", units[parent % len(units)]))
    people = [make.person("Kim", units[number % len(units)]) for number in town["people"]]
    for unit, person, position, shift in one_head_each(town["leaders"], len(units)):
        day = clock.today() + shift * DAY
        make.head(units[unit], people[person % len(people)], position, valid_from=day - DAY, valid_to=day)
    dates = [
        make.bookable(mode=mode, audience_id=units[unit % len(units)].id if unit is not None else None)
        for unit, mode in town["dates"]
    ]
    for date, person in {(d % len(dates), p % len(people)) for d, p in town["organisers"]}:
        make.organiser(dates[date], people[person])
    claims = {(d % len(dates), p % len(people)): (state, to) for d, p, state, to in town["bookings"]}
    for (date, person), (state, to) in claims.items():
        passed_to = units[to % len(units)] if to is not None else None
        make.booking(dates[date], people[person], state, passed_to=passed_to)


def one_head_each(leaders, units):
    """A unit has one head at a time; deputies as many as it likes."""
    heads = set()
    for unit, person, position, shift in leaders:
        if position is Position.DEPUTY or unit % units not in heads:
            yield unit % units, person, position, shift
        if position is Position.HEAD:
            heads.add(unit % units)


def agree(town):
    try:
        build(town)
        compare()
    finally:
        db.session.rollback()


def compare():
    bookings, bookables = db.session.scalars(select(Booking)).all(), db.session.scalars(select(Bookable)).all()
    for person in db.session.scalars(select(Person)).all():
        viewer = view_as(person, clock.today())
        assert {b for b in bookings if access.can_change(viewer, b)} == rows(queries.own_bookings(viewer))
        assert {b for b in bookings if access.can_decide(viewer, b)} == rows(queries.bookings_led_by(viewer))
        assert {b for b in bookables if access.can_organise(viewer, b)} == rows(queries.bookables_organised_by(viewer))
        visible = rows(queries.bookables_visible_to(viewer))
        assert {b for b in bookables if access.can_book(viewer, b) or access.can_organise(viewer, b)} <= visible
        has_booked = {b.bookable for b in bookings if access.can_change(viewer, b)}
        assert {
            b for b in visible if not access.can_book(viewer, b) and not access.can_organise(viewer, b)
        } <= has_booked


def rows(query):
    return set(db.session.scalars(query).unique())


@given(towns)
@ALIKE
def test_rule_and_query_agree(context, town):
    agree(town)


@pytest.mark.deep
@given(towns)
@THOROUGH
def test_rule_and_query_agree_on_a_thousand_towns(context, town):
    agree(town)


def test_a_deputy_decides_between_two_dates_only(context):
    cast = make.cast()
    dia = make.person("Dia Deputy", cast.office)
    today = clock.today()
    make.head(cast.office, dia, Position.DEPUTY, valid_from=today, valid_to=today)
    booking = make.booking(make.bookable(mode=Mode.APPROVAL), cast.ada, State.REQUESTED)

    may = [access.can_decide(view_as(dia, today + shift * DAY), booking) for shift in (-1, 0, 1)]

    assert may == [False, True, False]


def test_nobody_decides_for_themselves(context):
    cast = make.cast()
    booking = make.booking(make.bookable(mode=Mode.APPROVAL), cast.max, State.REQUESTED)

    assert not access.can_decide(view_as(cast.max, clock.today()), booking)
