"""Who leads whom follows from the org data of the day: whoever asks, whatever has changed, at every moment (R9-R11)."""

import datetime as dt

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app import clock
from app.db import db
from app.people import queries
from app.people.models import Leadership, Person
from app.people.rules import Position
from app.people.viewer import view_as
from tests import make

TODAY = dt.date(2026, 11, 24)
DAY, SECOND = dt.timedelta(days=1), dt.timedelta(seconds=1)
ALIKE = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
THOROUGH = settings(ALIKE, max_examples=1000)

numbers, days = st.integers(0, 10), st.integers(-1, 1)
offices = st.tuples(numbers, numbers, st.sampled_from(Position), days, days)
houses = st.fixed_dictionaries(
    {
        "parents": st.lists(numbers, min_size=2, max_size=6),
        "people": st.lists(numbers, min_size=2, max_size=6),
        "offices": st.lists(offices, max_size=6),
        "changes": st.lists(
            st.one_of(
                st.tuples(st.just("move"), numbers, numbers),
                st.tuples(st.just("end"), numbers),
                st.tuples(st.just("leave"), numbers),
                st.tuples(st.just("appoint"), offices),
            ),
            max_size=4,
        ),
    }
)


def stays_true_through(house):
    """Build the house, change it step by step, and ask everybody after each step."""
    try:
        units = [make.unit("Stadt Probe")]
        for parent in house["parents"]:
            units.append(make.unit("Amt", units[parent % len(units)]))
        people = [make.person("Kim", units[number % len(units)]) for number in house["people"]]
        for office in house["offices"]:
            _appoint(units, people, *office)
        _all_ways_agree(units, TODAY - DAY, TODAY, TODAY + DAY)
        for change, *details in house["changes"]:
            CHANGES[change](units, people, *details)
            db.session.flush()
            db.session.expire_all()
            _all_ways_agree(units, TODAY)
    finally:
        db.session.rollback()


def _appoint(units, people, unit, person, position, begins, ends):
    """A unit has one head at a time; deputies as many as it likes."""
    unit, first, last = units[unit % len(units)], TODAY + min(begins, ends) * DAY, TODAY + max(begins, ends) * DAY
    same = Leadership.unit_id == unit.id, Leadership.position == Position.HEAD
    if position is Position.DEPUTY or db.session.scalar(select(Leadership.id).where(*same)) is None:
        make.head(unit, people[person % len(people)], position, valid_from=first, valid_to=last)


def _end(_units, _people, number):
    if rows := db.session.scalars(select(Leadership).order_by(Leadership.id)).all():
        db.session.delete(rows[number % len(rows)])


def _move(units, people, person, unit):
    people[person % len(people)].unit_id = units[unit % len(units)].id


def _leave(_units, people, person):
    people[person % len(people)].left_on = TODAY - DAY


CHANGES = {
    "move": _move,
    "end": _end,
    "leave": _leave,
    "appoint": lambda units, people, office: _appoint(units, people, *office),
}


def _all_ways_agree(units, *on):
    """The viewer, the two queries for many and that for one, against counting it out by hand."""
    for day in on:
        here = db.session.scalars(queries.employed(day)).all()
        leaders = {person: _leaders(person, units, day) for person in here}
        assert {person: set(db.session.scalars(queries.leaders_of(person, day))) for person in here} == leaders
        for looking in here:
            viewer = view_as(looking, day)
            expected = {person for person in here if looking in leaders[person]}
            assert {person for person in here if viewer.leads(person)} == expected
            assert set(db.session.scalars(queries.people_led(viewer.leading, day))) - {looking} == expected
            is_led = queries.leads_on(select(Person.id).where(Person.id == looking.id).scalar_subquery(), day)
            assert set(db.session.scalars(queries.employed(day).where(is_led))) == expected


def _leaders(person, units, day):
    """Up from the person's own unit to the first that somebody else heads: whoever holds an office there."""
    by_number = {unit.id: unit for unit in units}
    rows = [row for row in db.session.scalars(select(Leadership)) if row.valid_from <= day <= (row.valid_to or day)]
    unit = by_number[person.unit_id]
    while unit:
        held = [row for row in rows if row.unit_id == unit.id]
        if any(row.position is Position.HEAD and row.person_id != person.id for row in held):
            return {db.session.get_one(Person, row.person_id) for row in held} - {person}
        unit = by_number.get(unit.parent_id)
    return set()


@given(houses)
@ALIKE
def test_all_ways_to_ask_agree_after_every_change(context, house):
    stays_true_through(house)


@pytest.mark.deep
@pytest.mark.any_database
@given(houses)
@THOROUGH
def test_all_ways_to_ask_agree_after_every_change_in_a_thousand_houses(context, house):
    stays_true_through(house)


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        (
            dt.date(2026, 3, 29),
            dt.datetime(2026, 3, 28, 23, tzinfo=dt.UTC),
            dt.datetime(2026, 3, 29, 22, tzinfo=dt.UTC),
        ),
        (
            dt.date(2026, 10, 25),
            dt.datetime(2026, 10, 24, 22, tzinfo=dt.UTC),
            dt.datetime(2026, 10, 25, 23, tzinfo=dt.UTC),
        ),
    ],
)
def test_a_deputy_leads_from_midnight_to_midnight_of_the_house_also_when_the_clocks_change(context, day, begins, ends):
    cast = make.cast()
    deputy = make.person("Dia Deputy", cast.office)
    make.head(cast.office, deputy, Position.DEPUTY, valid_from=day, valid_to=day)

    def leads(moment):
        with time_machine.travel(moment, tick=False):
            return view_as(deputy, clock.today()).leads(cast.ada)

    assert [leads(moment) for moment in (begins - SECOND, begins, ends - SECOND, ends)] == [False, True, True, False]
