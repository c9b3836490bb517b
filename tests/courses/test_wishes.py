"""Waiting for a date where none is planned."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.courses import actions
from app.courses.models import DateWish
from app.courses.rules import Format, Run
from app.db import db
from app.disclosure.models import Figure, Ledger
from app.errors import Refused
from app.notifications.models import Mail, Notice
from app.people.rules import Role
from tests import make

TELL, STOP = "Tell me when a date is planned", "Don’t tell me any more"


@pytest.fixture(autouse=True)
def _english(client):
    client.set_cookie("language", "en")


@pytest.fixture
def seminar(saved):
    return saved(make.course, "Moderieren", slug="moderieren", format=Format.SEMINAR)


def planned(course):
    begin = clock.now() + dt.timedelta(days=20)
    spans = [(begin, begin + dt.timedelta(hours=7))]
    return actions.schedule(course, Run("Ines Trautmann"), {"spans": spans, "place": "Rathaus", "seats": 12}, by=None)


def test_one_click_is_enough_to_be_told_and_another_one_not_to_be(client, cast, seminar, rows):
    client.sign_in(cast.ada)
    assert TELL in client.get("/courses/moderieren").text

    for _twice in range(2):
        page = client.post("/courses/moderieren/date-wish", follow_redirects=True).text
    assert (TELL in page, STOP in page, len(rows(DateWish))) == (False, True, 1)

    page = client.post("/courses/moderieren/date-wish-end", follow_redirects=True).text
    assert (TELL in page, STOP in page, rows(DateWish)) == (True, False, [])


def test_where_a_date_is_planned_nobody_needs_to_wait(client, cast, seminar, saved):
    saved(make.session, seminar, in_days=9)

    assert TELL not in client.sign_in(cast.ada).get("/courses/moderieren").text


def test_only_for_what_has_dates(context):
    with pytest.raises(Refused):
        actions.want_date(make.course(), make.person())


def test_everybody_who_waits_is_told_once_in_the_app_and_by_mail(context):
    course, other = (make.course(title, format=Format.SEMINAR) for title in ("Moderieren", "Anderes"))
    ada, ben = make.person("Ada Ahrens"), make.person("Ben Blum", email=None)
    gone = make.person("Gero Gone", left_on=clock.today() - dt.timedelta(days=1))
    for person in (ada, ben, gone):
        actions.want_date(course, person)
    actions.want_date(other, ada)

    session = planned(course)
    planned(course)

    told = [(notice.person_id, notice.kind, notice.path) for notice in db.session.scalars(select(Notice))]
    assert sorted(told) == [(one.id, "date-planned", f"/sessions/{session.id}") for one in (ada, ben)]
    assert [mail.person_id for mail in db.session.scalars(select(Mail))] == [ada.id]
    assert db.session.scalars(select(DateWish.course_id)).all() == [other.id]


def wish(course, number):
    people = [make.person() for _n in range(number)]
    for person in people:
        actions.want_date(course, person)
    return people


def counted():
    actions.count_waiting()
    return [figure.size for figure in db.session.scalars(select(Figure).order_by(Figure.id))]


def test_how_many_wait_is_known_from_five_on_and_changes_only_by_groups(context):
    course = make.course("Moderieren", format=Format.SEMINAR)
    wish(course, 4)
    assert counted() == []

    first = wish(course, 1)
    assert counted() == [5]
    wish(course, 4)
    assert counted() == [5]
    wish(course, 1)
    assert counted() == [5, 10]

    actions.want_no_date(course, first[0])
    assert counted() == [5, 10]


def test_after_a_date_others_are_counted_anew(context):
    course = make.course("Moderieren", format=Format.SEMINAR)
    wish(course, 6)
    assert counted() == [6]

    planned(course)
    wish(course, 5)
    assert counted() == [6, 5]


def test_with_the_month_nobody_can_say_any_more_who_was_counted(context, monkeypatch):
    wish(make.course("Moderieren", format=Format.SEMINAR), 5)
    counted()
    later = clock.now() + dt.timedelta(days=40)
    monkeypatch.setattr("app.clock.now", lambda: later)

    assert counted() == [5, 5]
    assert [ledger.salt is None for ledger in db.session.scalars(select(Ledger).order_by(Ledger.id))] == [True, False]


def test_what_was_wished_two_years_ago_is_forgotten(context, monkeypatch):
    wish(make.course("Moderieren", format=Format.SEMINAR), 1)
    later = clock.now() + dt.timedelta(days=731)
    monkeypatch.setattr("app.clock.now", lambda: later)

    actions.count_waiting()

    assert db.session.scalars(select(DateWish)).all() == []


def test_show_demand_tells_hr_how_many_wait_but_not_who(client, cast, saved, seminar):
    few = saved(make.course, "Wenige", format=Format.SEMINAR)
    people = saved(wish, seminar, 5)
    saved(wish, few, 4)
    saved(make.role, cast.max, Role.HR)
    saved(actions.count_waiting)

    page = client.sign_in(cast.max).get("/studio/demand").text

    assert ("Moderieren" in page, ">5<" in page, "Wenige" in page) == (True, True, False)
    assert not any(person.name in page for person in people)
    assert client.sign_in(cast.ada).get("/studio/demand").status_code == 403
