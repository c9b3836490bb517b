"""The weekly review: one a week, for oneself alone."""

import datetime as dt
import re

import pytest
import time_machine
from sqlalchemy import select

from app import clock
from app.db import db
from app.plans import actions, queries
from app.plans.models import WeeklyReview
from app.plans.rules.review import paces

WEEK = dt.timedelta(days=7)
TEXTS = {"worked": "Die Übung", "hindered": "Das Telefon", "next_week": "Zwei Einheiten"}


def write(person, **other):
    return actions.review.write(person, **(TEXTS | other))


def write_earlier(person, weeks, **other):
    with time_machine.travel(clock.now() - weeks * WEEK, tick=False):
        return write(person, **other)


def reviews(app):
    with app.app_context():
        return db.session.scalars(select(WeeklyReview).order_by(WeeklyReview.monday)).all()


@pytest.mark.parametrize(
    ("minutes", "expected"), [(60, (45, 75)), (15, (None, 30)), (20, (None, 35)), (1200, (1185, None))]
)
def test_a_click_is_a_quarter_of_an_hour_within_what_is_sensible(minutes, expected):
    assert paces(minutes) == expected


def test_a_week_has_one_review_that_can_be_changed_within_it(client, cast, app):
    client.sign_in(cast.ada)
    client.post("/plan/review", data=TEXTS)
    client.post("/plan/review", data=TEXTS | {"worked": "Doch etwas anderes"})

    assert [review.worked for review in reviews(app)] == ["Doch etwas anderes"]
    assert "Doch etwas anderes</textarea>" in client.get("/plan/review").text.replace("\r\n", "")


def test_what_was_written_in_another_window_is_shown_and_nothing_is_lost(client, cast, app):
    client.sign_in(cast.ada)
    client.post("/plan/review", data=TEXTS | {"seen": ""})

    refused = client.post("/plan/review", data={"worked": "", "hindered": "Tab zwei", "seen": ""})
    (stored,) = reviews(app)
    token = re.search(r'name="seen"[^>]*value="([^"]+)"', refused.text)[1]
    again = client.post("/plan/review", data=TEXTS | {"hindered": "Telefon, Tab zwei", "seen": token})

    assert refused.status_code == 422
    assert "Die Übung" in refused.text
    assert "Tab zwei</textarea>" in refused.text.replace("\r\n", "")
    assert (stored.hindered, again.status_code) == ("Das Telefon", 303)


def test_the_next_week_begins_with_an_empty_page_and_a_history(client, cast, saved, app):
    saved(write_earlier, cast.ada, 1)
    client.sign_in(cast.ada)

    page = client.get("/plan/review").text
    client.post("/plan/review", data={"worked": "Neues"})

    assert "Das Telefon" in page.split("Earlier weeks")[1]
    assert len(reviews(app)) == 2


def test_nobody_else_ever_sees_it(client, cast, saved):
    saved(write, cast.ada)

    for person in (cast.max, cast.lin, cast.zoe):
        assert "Das Telefon" not in client.sign_in(person).get("/plan/review").text


def test_the_person_deletes_a_review_and_nobody_else_can(client, cast, saved, app):
    number = saved(write_earlier, cast.ada, 2).id

    assert client.sign_in(cast.max).post(f"/plan/reviews/{number}/deletion").status_code == 404
    assert len(reviews(app)) == 1
    client.sign_in(cast.ada).post(f"/plan/reviews/{number}/deletion")
    assert reviews(app) == []


def test_one_click_changes_the_time_for_learning(client, cast, app):
    client.sign_in(cast.ada)
    assert "Less: 45 min" in client.get("/plan/review").text

    client.post("/plan/review/pace", data={"weekly_minutes": "45"})
    client.post("/plan/review/pace", data={"weekly_minutes": "45"})

    with app.app_context():
        assert db.session.scalars(queries.plan_of(cast.ada.id)).one().weekly_minutes == 45
    assert client.post("/plan/review/pace", data={"weekly_minutes": "9999"}).status_code == 400


def test_a_text_that_is_too_long_is_kept_and_refused(client, cast):
    answer = client.sign_in(cast.ada).post("/plan/review", data={"worked": "x" * 2001})

    assert answer.status_code == 422
    assert "x" * 2001 in answer.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_history_asks_the_same_few_questions(client, cast, saved, queries, count):
    for weeks in range(1, count + 1):
        saved(write_earlier, cast.ada, weeks)
    client.sign_in(cast.ada)
    queries.clear()

    client.get("/plan/review")

    assert len([asked for asked in queries if not asked.startswith("BEGIN")]) == 5
