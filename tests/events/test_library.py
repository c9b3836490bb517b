"""Events from files, dated from today."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from app import clock
from app.bookings.rules import Kind, Mode, Undecided
from app.db import db
from app.events import library
from app.events.models import Event
from tests import make

CONTENT = Path(__file__).parents[2] / "content"
TODAY = dt.date(2026, 11, 24)
FRONT = """---
id: cafe
title: Café
summary: Eine Stunde.
place: Rathaus
in_days: 9
weekday: 2
start: "14:00"
end: "15:00"
seats: 25
mode: first-come
waitlist: false
closes_days_before: 2
cancel_until_days_before: 0
---
Willkommen
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "cafe.md").write_text(FRONT, encoding="utf-8")
    return tmp_path


def test_the_events_of_the_product_are_in_order():
    reading, problems = library.read(CONTENT)

    assert problems == []
    assert {(text.text.key, text.seats, text.mode) for text in reading} == {
        ("conference", 450, Mode.FIRST_COME),
        ("digitallotsen-workshop", 16, Mode.APPROVAL),
        ("house-fair", 400, Mode.FIRST_COME),
        ("it-cafe", 25, Mode.FIRST_COME),
        ("lernsprechstunde", 0, Mode.DROP_IN),
        ("learning-days", 180, Mode.FIRST_COME),
        ("visit-to-the-data-centre", 12, Mode.DRAW),
    }


def test_schedule_plans_an_event_on_the_first_such_weekday(context, folder):
    orga = make.person("Ole Orga")
    reading, _problems = library.read(folder)

    (event,) = library.schedule(reading, TODAY, orga)

    bookable = event.bookable
    assert (event.key, event.title, event.origin, event.published_at is not None) == (
        "cafe",
        "Café",
        "events/cafe.md",
        True,
    )
    assert clock.local(bookable.starts_at).isoformat() == "2026-12-08T14:00:00+01:00"
    assert clock.local(bookable.closes_at).isoformat() == "2026-12-06T23:59:00+01:00"
    assert bookable.cancel_until == bookable.starts_at
    assert (bookable.kind, bookable.path, bookable.place, bookable.has_waitlist) == (
        Kind.EVENT,
        f"/events/{event.id}",
        "Rathaus",
        False,
    )
    assert [pool.capacity for pool in bookable.pools] == [25]
    assert [organiser.person_id for organiser in bookable.organisers] == [orga.id]


def test_schedule_keeps_what_is_planned_already(context, folder):
    orga = make.person("Ole Orga")
    reading, _problems = library.read(folder)
    (first,) = library.schedule(reading, TODAY, orga)
    starts_at = first.bookable.starts_at

    (again,) = library.schedule(reading, TODAY + dt.timedelta(days=30), orga)

    db.session.refresh(again.bookable)
    assert (again.id, again.bookable.starts_at) == (first.id, starts_at)


def test_a_file_says_how_long_a_leader_has_and_what_happens_then(context, folder):
    said = FRONT.replace("mode: first-come", "mode: approval\ndecide_within_days: 3\nundecided: approve")
    (folder / "events" / "cafe.md").write_text(said, encoding="utf-8")

    (event,) = library.schedule(library.read(folder)[0], TODAY, make.person("Ole Orga"))

    assert (event.bookable.decide_within_days, event.bookable.undecided) == (3, Undecided.APPROVE)


@pytest.mark.parametrize(
    ("line", "instead", "number"),
    [
        ("mode: first-come", "mode: lottery", 11),
        ("mode: first-come", "mode: draw\nseed_days_before: 4", 1),
        ("mode: first-come", "mode: draw\nseed_source: Würfel", 1),
        ('start: "14:00"', 'start: "2 pm"', 8),
        ('end: "15:00"', 'end: "13:00"', 9),
        ("seats: 25", "seats: many", 10),
        ("weekday: 2", "weekday: 2\ndecide_within_days: 0", 8),
        ("weekday: 2", "weekday: 2\nundecided: maybe", 8),
        ("weekday: 2", "weekday: 8", 7),
        ("title: Café", "name: Café", 1),
    ],
)
def test_read_names_file_and_line_of_what_is_wrong(folder, line, instead, number):
    (folder / "events" / "cafe.md").write_text(FRONT.replace(line, instead), encoding="utf-8")

    reading, problems = library.read(folder)

    assert reading == ()
    assert [(problem.path, problem.line) for problem in problems] == [("events/cafe.md", number)]


SERIES = FRONT.replace("mode: first-come", "mode: first-come\nevery_weeks: 2\ntimes: 5")


def dates_of(event):
    found = db.session.scalars(select(Event).where(Event.series_id == event.series_id).order_by(Event.series_day))
    return [(date.id, date.series_day.isoformat(), date.bookable.calendar_uid) for date in found]


@pytest.fixture
def series(context, folder):
    """Planned from a file on a Tuesday, with a public holiday among its days."""
    (folder / "events" / "cafe.md").write_text(SERIES, encoding="utf-8")
    (first,) = library.schedule(library.read(folder)[0], dt.date(2027, 3, 20), make.person("Ole Orga"), "NW")
    return first


def test_a_file_can_state_a_series(series):
    days = [day for _id, day, _uid in dates_of(series)]

    assert days == ["2027-03-30", "2027-04-13", "2027-04-27", "2027-05-11", "2027-05-25"]
    assert all(date.published_at for date in db.session.scalars(select(Event)))


def test_public_holidays_of_the_land_are_left_out(context, folder):
    text = SERIES.replace("weekday: 2", "weekday: 4").replace("every_weeks: 2", "every_weeks: 1")
    (folder / "events" / "cafe.md").write_text(text, encoding="utf-8")

    (first,) = library.schedule(library.read(folder)[0], dt.date(2027, 5, 10), make.person("Ole Orga"), "NW")

    assert [day for _id, day, _uid in dates_of(first)] == [
        "2027-05-20",
        "2027-06-03",
        "2027-06-10",
        "2027-06-17",
        "2027-06-24",
    ]


def test_christmas_eve_and_new_years_eve_are_left_out(context, folder):
    text = SERIES.replace("weekday: 2", "weekday: 4").replace("every_weeks: 2", "every_weeks: 1")
    (folder / "events" / "cafe.md").write_text(text, encoding="utf-8")

    (first,) = library.schedule(library.read(folder)[0], dt.date(2026, 12, 7), make.person("Ole Orga"), "NW")

    assert [day for _id, day, _uid in dates_of(first)][:3] == ["2026-12-17", "2027-01-07", "2027-01-14"]


def test_dates_stay_who_they_are_when_the_text_changes(series, folder):
    before = dates_of(series)
    text = SERIES.replace("Willkommen", "Herzlich willkommen").replace("times: 5", "times: 3")
    (folder / "events" / "cafe.md").write_text(text, encoding="utf-8")

    (again,) = library.schedule(library.read(folder)[0], dt.date(2027, 6, 1), make.person("Ole Orga"), "NW")

    assert dates_of(again) == before
    assert {date.body.strip() for date in db.session.scalars(select(Event))} == {"Herzlich willkommen"}


def test_a_date_that_was_edited_here_keeps_its_words(series, folder):
    series.edited_at, series.body = clock.now(), "Von hier"
    db.session.flush()
    (folder / "events" / "cafe.md").write_text(SERIES.replace("Willkommen", "Neu"), encoding="utf-8")

    library.schedule(library.read(folder)[0], TODAY, make.person("Ole Orga"), "NW")

    assert sorted(date.body.strip() for date in db.session.scalars(select(Event))) == ["Neu"] * 4 + ["Von hier"]
