"""What somebody keeps without a seat, in their own calendar: a single date, or a series with its exceptions."""

import datetime as dt

import icalendar
import pytest
from sqlalchemy import select

from app import clock
from app.bookings.rules import Mode
from app.calendars import queries
from app.db import db
from app.events import actions, rules
from app.events.models import Event
from app.events.rules import Pattern, Scope, Text
from app.text.calendar import published
from tests import make

BASE = "http://127.0.0.1:8000"
DAY = dt.timedelta(days=1)

pytestmark = pytest.mark.usefixtures("context")


@pytest.fixture
def ada():
    return make.person("Ada Ahrens")


@pytest.fixture
def orga():
    return make.person("Ole Orga")


@pytest.fixture
def dates(orga):
    """Five dates without sign-up, a week apart."""
    first = clock.today() + 9 * DAY
    outlook = rules.look_ahead(Pattern(1, (first.isoweekday(),)), first, times=5)
    said = {
        "title": "Sprechstunde",
        "place": "Lernraum",
        "spans": [(clock.at(first, dt.time(12)), clock.at(first, dt.time(13)))],
        "seats": None,
        "mode": Mode.DROP_IN,
        "organiser_ids": [orga.id],
    }
    text = Text("", "Sprechstunde", "Fragen.", "Kommen Sie.", None)
    event = actions.plan_series(text, said, outlook=outlook, by=orga)
    actions.publish_dates(event, by=orga)
    return db.session.scalars(select(Event).order_by(Event.series_day)).all()


def feed(person):
    db.session.flush()
    db.session.expire_all()
    return list(icalendar.Calendar.from_ical(published("x", queries.entries_of(person, base=BASE))).walk("VEVENT"))


def days(event, name):
    return [one.dt.date() for one in event[name].dts]


def test_a_single_date_stands_by_itself(ada, dates):
    actions.mark(dates[1], by=ada)

    [event] = feed(ada)

    assert event["UID"] == f"{dates[1].bookable.calendar_uid}@127.0.0.1"
    assert (event["DTSTART"].dt.date(), event["DTSTART"].dt.hour) == (dates[1].series_day, 12)
    assert "ATTENDEE" not in event
    assert "RRULE" not in event


def test_a_date_that_is_cancelled_is_no_longer_there(ada, dates, orga):
    actions.mark(dates[1], by=ada)
    actions.call_off(dates[1], reason="Krank", by=orga)

    assert feed(ada) == []


def test_a_series_is_a_rule_without_what_is_cancelled_and_with_what_has_moved(ada, dates, orga):
    actions.mark_series(dates[0].series, by=ada)
    actions.mark(dates[1], by=ada)
    assert len(feed(ada)) == 1

    actions.call_off(dates[1], reason="Krank", by=orga)
    kept = dates[3].bookable.description
    moved = [(start + DAY, end + DAY) for start, end in kept.spans]
    text = Text("", dates[3].title, dates[3].summary, dates[3].body)
    actions.revise_dates(dates[3], text, {"spans": moved, "closes_at": None}, revision=0, by=orga)

    master, other = feed(ada)
    assert master["RRULE"]["COUNT"] == [5]
    assert days(master, "EXDATE") == [dates[1].series_day]
    assert other["RECURRENCE-ID"].dt.date() == dates[3].series_day
    assert other["DTSTART"].dt.date() == dates[3].series_day + DAY
    assert master["UID"] == other["UID"] == f"series-{dates[0].series.key}@127.0.0.1"
    assert other["SEQUENCE"] == 1


def test_both_halves_of_a_series_that_goes_on_otherwise_are_there(ada, dates, orga):
    actions.mark_series(dates[0].series, by=ada)
    kept = dates[2].bookable.description
    later = [(start + dt.timedelta(hours=1), end + dt.timedelta(hours=1)) for start, end in kept.spans]
    text = Text("", dates[2].title, dates[2].summary, dates[2].body)
    actions.revise_dates(
        dates[2], text, {"spans": later, "closes_at": None}, revision=0, scope=Scope.FOLLOWING, by=orga
    )

    first, rest = feed(ada)

    assert (first["RRULE"]["COUNT"], rest["RRULE"]["COUNT"]) == ([2], [3])
    assert (first["DTSTART"].dt.hour, rest["DTSTART"].dt.hour) == (12, 13)
    assert "EXDATE" not in first
    assert "EXDATE" not in rest


def test_dates_that_need_a_seat_or_are_for_others_are_left_out(ada, dates, orga):
    actions.mark_series(dates[0].series, by=ada)
    dates[0].bookable.mode = Mode.FIRST_COME
    dates[1].bookable.audience_id = make.unit("Anderswo").id
    dates[2].published_at = None

    [master] = feed(ada)

    assert days(master, "EXDATE") == [event.series_day for event in dates[:3]]


def test_nobody_else_has_it_in_their_calendar(ada, dates):
    actions.mark_series(dates[0].series, by=ada)

    assert feed(make.person("Ben Berger")) == []


def test_it_says_the_same_each_time(ada, dates):
    actions.mark_series(dates[0].series, by=ada)

    once, again = (published("x", queries.entries_of(ada, base=BASE)) for _ in range(2))

    assert once == again


def test_without_the_rule_a_date_for_others_would_be_there(ada, dates, monkeypatch):
    actions.mark(dates[0], by=ada)
    dates[0].bookable.audience_id = make.unit("Anderswo").id
    assert feed(ada) == []

    monkeypatch.setattr("app.calendars.series.is_in_audience", lambda *_: True)

    assert len(feed(ada)) == 1
