"""Who leads whom: the rule and the query agree."""

import datetime as dt

import pytest

from app.db import db
from app.people import queries, rules
from app.people.rules import Position
from app.people.viewer import view_as
from tests import make

TODAY = dt.date(2026, 11, 24)


def led_by(person, on=TODAY):
    found = db.session.scalars(queries.people_led(view_as(person, on).leading, on))
    return set(found) - {person}


def test_a_head_leads_the_people_below_down_to_the_next_head(context):
    cast = make.cast()
    section = make.unit("Sachgebiet", cast.office)
    lead = make.person("Ida Innen", section)
    clerk = make.person("Kai Klein", section)
    make.head(section, lead)

    assert led_by(cast.max) == {cast.ada, lead}
    assert led_by(lead) == {clerk}


def test_a_deputy_leads_only_between_the_two_dates(context):
    cast = make.cast()
    deputy = make.person("Dia Deputy", cast.office)
    make.head(cast.office, deputy, Position.DEPUTY, valid_from=TODAY, valid_to=TODAY)

    assert cast.ada in led_by(deputy)
    assert led_by(deputy, TODAY + dt.timedelta(days=1)) == set()
    assert led_by(deputy, TODAY - dt.timedelta(days=1)) == set()


@pytest.mark.parametrize("of", ["max", "ada", "lin", "zoe"])
def test_the_viewer_and_the_query_say_the_same(context, of):
    cast = make.cast()
    everybody = db.session.scalars(queries.employed(TODAY)).all()
    looking = getattr(cast, of)

    viewer = view_as(looking, TODAY)

    assert {person for person in everybody if viewer.leads(person)} == led_by(looking)


def test_leading_unit_skips_a_unit_without_a_head_and_the_persons_own():
    heads = {"/1/": 10, "/1/4/9/": 30}

    assert rules.leading_unit(99, "/1/4/9/", heads) == "/1/4/9/"
    assert rules.leading_unit(30, "/1/4/9/", heads) == "/1/"
    assert rules.leading_unit(99, "/1/4/", heads) == "/1/"
    assert rules.leading_unit(10, "/1/", heads) is None
