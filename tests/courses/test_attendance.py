"""Seminars: who had a seat says that they took part, and can take it back."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.bookings.rules import State
from app.competences.models import Statement
from app.competences.queries import current_levels
from app.courses.models import Enrolment
from app.courses.rules import Format
from app.db import db
from app.plans.queries.offers import catalogue_for
from tests import make

PATH = "/courses/moderation"


@pytest.fixture(autouse=True)
def _english(client):
    client.set_cookie("language", "en")


@pytest.fixture
def course(saved):
    def fill():
        course = make.course("Moderation", slug="moderation", format=Format.SEMINAR)
        make.outcome(course, make.competence("Moderieren"), to_level=2)
        return course

    return saved(fill)


@pytest.fixture
def seat(saved, cast, course):
    """`seat()`: Ada had a confirmed seat at a date that is over; other states, other dates."""

    def seat(state=State.CONFIRMED, days_ago=3, **other):
        def book():
            session = make.past_session(db.session.merge(course), days_ago, **other)
            make.booking(session.bookable, db.session.merge(cast.ada), state)
            return clock.local(session.bookable.ends_at).date()

        return saved(book)

    return seat


def test_after_the_date_the_page_asks_and_a_click_completes_the_course(client, cast, course, seat, rows, app):
    day = seat()
    client.sign_in(cast.ada)
    assert "did you take part?" in client.get(PATH).text

    response = client.post(f"{PATH}/attendance")

    assert (response.status_code, response.location) == (303, PATH)
    assert [row.completed_on for row in rows(Enrolment)] == [day]
    proofs = [(row.level, row.kind, row.observed_on, row.source) for row in rows(Statement)]
    assert proofs == [(2, "attendance", day, "Moderation (own statement)")]
    with app.test_request_context():
        assert list(current_levels(cast.ada.id).values()) == [2]
    page = client.get(PATH).text
    assert "You completed this course on" in page
    assert "did you take part?" not in page


def test_saying_it_twice_says_it_once(client, cast, course, seat, rows):
    seat()
    client.sign_in(cast.ada)
    for _ in range(2):
        assert client.post(f"{PATH}/attendance").status_code == 303

    assert len(rows(Enrolment)) == len(rows(Statement)) == 1


def test_the_last_of_several_dates_counts(client, cast, course, seat, rows):
    seat(days_ago=30)
    day = seat(days_ago=2)
    client.sign_in(cast.ada).post(f"{PATH}/attendance")

    assert [row.completed_on for row in rows(Enrolment)] == [day]


def test_it_can_be_taken_back_and_said_again(client, cast, course, seat, rows, app):
    day = seat()
    client.sign_in(cast.ada).post(f"{PATH}/attendance")

    assert client.post(f"{PATH}/completion-end").status_code == 303
    with app.test_request_context():
        assert current_levels(cast.ada.id) == {}
    assert "did you take part?" in client.get(PATH).text
    client.post(f"{PATH}/attendance")

    assert [row.completed_on for row in rows(Enrolment)] == [day]
    with app.test_request_context():
        assert list(current_levels(cast.ada.id).values()) == [2]


@pytest.mark.parametrize("state", [State.WAITLISTED, State.CANCELLED, State.DECLINED, State.REQUESTED])
def test_without_a_confirmed_seat_there_is_nothing_to_say(client, cast, course, seat, rows, state):
    seat(state)
    client.sign_in(cast.ada)

    assert "did you take part?" not in client.get(PATH).text
    assert client.post(f"{PATH}/attendance").status_code == 409
    assert rows(Enrolment) == rows(Statement) == []


def test_nor_before_the_date_nor_when_it_was_called_off_nor_for_somebody_else(client, cast, course, seat, rows, saved):
    def others():
        found = db.session.merge(course)
        make.booking(make.session(found, in_days=3).bookable, db.session.merge(cast.ada))
        make.booking(make.past_session(found).bookable, db.session.merge(cast.max))
        off = make.past_session(found).bookable
        off.cancelled_at = clock.now() - dt.timedelta(days=5)
        make.booking(off, db.session.merge(cast.ada))

    saved(others)

    assert client.sign_in(cast.ada).post(f"{PATH}/attendance").status_code == 409
    assert rows(Enrolment) == []


def test_it_can_be_said_of_a_course_that_is_no_longer_offered(client, cast, course, seat, rows, saved):
    day = seat()
    saved(lambda: setattr(db.session.merge(course), "retired_at", clock.now()))

    assert client.sign_in(cast.zoe).get(PATH).status_code == 404
    assert "did you take part?" in client.sign_in(cast.ada).get(PATH).text
    assert client.post(f"{PATH}/attendance").status_code == 303
    assert [row.completed_on for row in rows(Enrolment)] == [day]


def test_it_leads_back_to_where_the_person_came_from_but_nowhere_else(client, cast, course, seat):
    seat()
    client.sign_in(cast.ada)

    assert client.post(f"{PATH}/attendance", data={"next": "/plan"}).location == "/plan"
    assert client.post(f"{PATH}/attendance", data={"next": "//elsewhere.example"}).location == PATH


def test_a_seminar_is_no_longer_left_when_it_was_taken_back(client, cast, course, seat, app):
    """Taken back it may be proposed again."""
    seat()
    client.sign_in(cast.ada).post(f"{PATH}/attendance")
    with app.app_context():
        assert catalogue_for(cast.ada.id).completed == {course.id}
    client.post(f"{PATH}/completion-end")

    with app.app_context():
        found = catalogue_for(cast.ada.id)
        assert (found.completed, found.left) == (frozenset(), frozenset())
        assert db.session.scalar(select(Enrolment.left_at)) is not None
