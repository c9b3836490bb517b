"""Series in the browser: planned by a form in plain words, changed by the choice of dates, kept in the calendar."""

import datetime as dt
import re

import icalendar
import pytest
from dateutil.easter import easter
from sqlalchemy import select

from app import clock
from app.bookings.models import Organiser
from app.bookings.rules import Mode, State
from app.db import db
from app.events import actions, rules
from app.events.models import Event, EventSeries, Mark
from app.events.rules import Pattern, Text
from tests import make
from tests.events.test_planning_views import day, typed

pytestmark = pytest.mark.any_database

DAY = dt.timedelta(days=1)


@pytest.fixture
def series(saved, cast):
    """A maker of published series that Lin runs, weekly at 14 o'clock; returns the ids of its events."""

    def series(number=5, **other):
        def fill():
            lin = db.session.merge(cast.lin)
            first = clock.today() + 9 * DAY
            outlook = rules.look_ahead(Pattern(1, (first.isoweekday(),)), first, times=number)
            said = {
                "title": "IT-Café",
                "place": "Werkraum",
                "spans": [(clock.at(first, dt.time(14)), clock.at(first, dt.time(15)))],
                "seats": 5,
                "organiser_ids": [lin.id],
            }
            text = Text("", "IT-Café", "Eine Stunde.", "Kommen Sie.", None)
            event = actions.plan_series(text, said | other, outlook=outlook, by=lin)
            actions.publish_dates(event, by=lin)
            found = select(Event.id).where(Event.series_id == event.series_id).order_by(Event.series_day)
            return db.session.scalars(found).all()

        return saved(fill)

    return series


def new(cast, **other):
    monday = clock.today() + 9 * DAY
    return typed(
        cast,
        mode="first-come",
        closes_at="",
        day_1=monday.isoformat(),
        from_1="14:00",
        to_1="15:00",
        rhythm="week-2",
        which="0",
        times="10",
        until="",
    ) | (other)


def events(app):
    with app.app_context():
        return db.session.scalars(select(Event).order_by(Event.series_day)).all()


def test_a_series_is_planned_in_plain_words_and_published_at_once(app, orga, cast):
    page = orga.post("/events/new", data=new(cast), follow_redirects=True).text

    found = events(app)
    assert len(found) == 10
    assert "Each date of the series is a draft of its own" in page
    assert re.search(r"Every second \w+, from 14:00 to 15:00, until .* \(10 dates\)", page)
    page = orga.post(f"/events/{found[0].id}/publication/series", follow_redirects=True).text
    assert "10 dates are published" in page
    assert all(event.published_at for event in events(app))


def test_the_preview_names_the_days_and_saves_nothing(app, orga, cast):
    answer = orga.post("/events/new", data=new(cast, title="", preview_dates="1", times="3"))

    assert events(app) == []
    assert "(3 dates)" in answer.text
    assert "Please enter a title" not in answer.text
    assert 'value="Stadthalle"' in answer.text


def test_public_holidays_are_marked_and_left_out_if_wished(app, orga, cast):
    whit_monday = easter(clock.today().year + 1) + 50 * DAY
    first, last = whit_monday - 7 * DAY, whit_monday + 14 * DAY
    said = new(cast, day_1=first.isoformat(), rhythm="week-1", times="3", preview_dates="1")

    left_out = orga.post("/events/new", data=said | {"skips_holidays": "y"}).text
    kept = orga.post("/events/new", data=said).text

    assert f"<del>{spoken(whit_monday)}</del>, <strong>Pentecost Monday</strong> (left out)" in left_out
    assert spoken(last) in left_out
    assert f"{spoken(whit_monday)}, <strong>Pentecost Monday</strong> (day off)" in kept
    assert spoken(last) not in kept


def spoken(day):
    return f"{day:%A} {day.day}\xa0{day:%B}\xa0{day:%Y}"


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"times": ""}, "times", "A series has an end."),
        ({"times": "100000"}, "times", "Please enter a number from 2 to 200"),
        ({"times": "1"}, "times", "Please enter a number from 2 to 200"),
        ({"times": "viele"}, "times", "Please enter a number from 2 to 200"),
        ({"times": "", "until": "1999-01-01"}, "until", "Please enter a day from today on"),
        ({"times": "", "until": day(8)}, "until", "The last day must be later than Day 1."),
        ({"times": "", "until": day(10)}, "until", "fewer than two dates"),
        ({"times": "", "until": day(3 * 365), "weekdays": ["1", "2", "3", "4", "5"]}, "until", "more than 200 dates"),
        ({"until": day(90)}, "until", "not both"),
        ({"rhythm": "month-6", "times": "30"}, "times", "more than three years ahead"),
        ({"rhythm": "FREQ=DAILY"}, "rhythm", ""),
        ({"weekdays": ["9"]}, "weekdays", "Please choose from these weekdays."),
        ({"rhythm": "month-1", "weekdays": ["1", "2"]}, "weekdays", "Monthly it takes place on one weekday."),
        ({"which": "7"}, "which", ""),
        ({"mode": "draw"}, "mode", "Lots decide about one date."),
        ({"mode": "drop-in", "link": "https://video.example/x"}, "link", "nobody would see the link"),
        ({"day_2": day(10), "from_2": "09:00", "to_2": "10:00"}, "rhythm", "takes place on one day"),
        ({"to_1": "13:00"}, "to_1", "The end must be later than the beginning."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(app, orga, cast, wrong, field, says):
    answer = orga.post("/events/new", data=new(cast, **wrong))

    assert answer.status_code == 422
    fault = re.search(rf'id="{field}-error".*?</div></div>', answer.text, re.S)
    assert fault
    assert says in fault[0]
    assert 'value="Stadthalle"' in answer.text
    if wrong.get("times"):
        assert f'value="{wrong["times"]}"' in answer.text
    assert events(app) == []


def revision(app, event_id):
    with app.app_context():
        return db.session.get_one(Event, event_id).revision


def edited(app, cast, event_id, **other):
    with app.app_context():
        event = db.session.get_one(Event, event_id)
        start = clock.local(event.bookable.starts_at)
        said = new(cast, title=event.title, summary=event.summary, body=event.body, place=event.bookable.place)
        return said | {"day_1": start.date().isoformat(), "seats": "5", "revision": event.revision} | other


def test_a_date_says_for_which_dates_a_change_is(app, orga, cast, series):
    ids = series()
    page = orga.get(f"/events/{ids[1]}/edit").text
    assert "Only this date" in page
    assert "4 dates, nobody signed up" in page

    said = edited(app, cast, ids[1], place="Aula", scope="following")
    assert "Saved." in orga.post(f"/events/{ids[1]}/edit", data=said, follow_redirects=True).text

    with app.app_context():
        places = [db.session.get_one(Event, one).bookable.place for one in ids]
    assert places == ["Werkraum", "Aula", "Aula", "Aula", "Aula"]


def test_without_a_choice_nothing_is_changed(app, orga, cast, series):
    ids = series()

    answer = orga.post(f"/events/{ids[1]}/edit", data=edited(app, cast, ids[1], place="Aula"))

    assert answer.status_code == 422
    assert "Please say which dates you mean." in answer.text
    assert 'value="Aula"' in answer.text


def test_the_dates_that_are_cancelled_are_chosen_too(app, orga, series):
    ids = series()

    said = {"reason": "Umbau", "scope": "following"}
    answer = orga.post(f"/events/{ids[3]}/calling-off", data=said, follow_redirects=True)

    assert "2 dates are cancelled." in answer.text
    page = orga.get(f"/events/series/{series_of(app, ids[0])}").text
    assert page.count("Cancelled") == 2
    assert "(3 dates)" in page


def series_of(app, event_id):
    with app.app_context():
        return db.session.get_one(Event, event_id).series_id


def test_a_series_goes_on_with_a_preview_of_the_further_dates_as_drafts_to_be_published_at_once(app, orga, series):
    first, *_rest = series(2)
    further = f"/events/{first}/further-dates"
    plain = {"times": "2", "skips_holidays": ""}

    assert f'href="{further}"' in orga.get(f"/events/{first}").text
    too_many = orga.post(further, data=plain | {"times": "199"})
    preview = orga.post(further, data=plain | {"preview_dates": "1"})
    assert (too_many.status_code, preview.status_code, len(events(app))) == (422, 422, 2)
    assert "more than 200 dates" in too_many.text
    assert 'value="199"' in too_many.text
    assert "(2 dates)" in preview.text

    page = orga.post(further, data=plain, follow_redirects=True).text
    assert "Saved as drafts" in page
    assert "Publish all dates" in page
    assert [one.published_at is None for one in events(app)] == [False, False, True, True]


def test_what_takes_place_once_has_no_further_dates(orga, saved, cast):
    event = saved(make.event)
    saved(lambda: make.organiser(db.session.merge(event).bookable, db.session.merge(cast.lin)))

    assert orga.get(f"/events/{event.id}/further-dates").status_code == 404


def test_the_agenda_shows_the_next_date_and_the_page_the_ones_after_it(app, client, cast, series):
    ids = series()
    client.set_cookie("language", "en")
    client.sign_in(cast.ada)

    agenda = client.get("/events").text
    page = client.get(f"/events/{ids[0]}").text

    assert agenda.count(">IT-Café<") == 1
    assert "and 4 more dates" in agenda
    assert [f'href="/events/{one}"' in page for one in ids] == [False, True, True, True, False]
    assert f'href="/events/series/{series_of(app, ids[0])}"' in page


def test_a_date_that_is_cancelled_stays_in_the_agenda_beside_the_next(app, client, cast, series, saved):
    ids = series()
    saved(lambda: actions.call_off(db.session.get_one(Event, ids[0]), reason="Krank", by=db.session.merge(cast.lin)))

    agenda = client.sign_in(cast.ada).get("/events").text

    assert [f'href="/events/{one}"' in agenda for one in ids] == [True, True, False, False, False]


def test_ones_own_list_names_the_next_date_and_those_that_are_over(orga, series, saved):
    ids = series(3)
    saved(lambda: make.meetings(db.session.get_one(Event, ids[0]).bookable, -3))

    page = orga.get("/events/own").text

    order = ['id="published"', f"/events/{ids[1]}", "next of a series", 'id="past"', f"/events/{ids[0]}", "one of a"]
    assert sorted(order, key=page.index) == order
    assert page.count("next of a series") == 1


@pytest.mark.any_database
@pytest.mark.parametrize("number", [2, 200])
def test_a_date_and_the_list_of_all_take_the_same_few_statements(app, client, cast, series, queries, number):
    ids = series(number)
    client.sign_in(cast.ada)
    paths = (f"/events/{ids[0]}", f"/events/series/{series_of(app, ids[0])}", "/events")
    for path in paths:
        client.get(path)

    for path in paths:
        queries.clear()
        assert client.get(path).status_code == 200
        asked = [one for one in queries if not one.startswith(("BEGIN", "SAVEPOINT", "RELEASE"))]
        assert len(asked) <= 12, (path, asked)


def test_all_dates_are_paged(app, client, cast, series):
    ids = series(25)
    client.sign_in(cast.ada)
    path = f"/events/series/{series_of(app, ids[0])}"

    first, second = client.get(path).text, client.get(f"{path}?page=2").text

    assert [f'href="/events/{one}"' in first for one in ids] == [True] * 20 + [False] * 5
    assert [f'href="/events/{one}"' in second for one in ids] == [False] * 20 + [True] * 5


def test_without_sign_up_there_is_a_mark_instead_of_a_seat(app, client, cast, series):
    ids = series(mode=Mode.DROP_IN, seats=None)
    client.set_cookie("language", "en")
    client.sign_in(cast.ada)

    page = client.get(f"/events/{ids[0]}").text
    assert "Just come along." in page
    assert "Take a seat" not in page
    assert "Sign up until" not in page

    page = client.post(f"/events/{ids[0]}/mark", follow_redirects=True).text
    assert "The date stands in your calendar now." in page
    page = client.post(f"/events/{ids[0]}/mark/removal", follow_redirects=True).text
    assert "Keep in my calendar" in page
    number = series_of(app, ids[0])
    client.post(f"/events/series/{number}/mark")
    assert "All dates of this series stand in your calendar." in client.get(f"/events/{ids[3]}").text
    client.post(f"/events/series/{number}/mark/removal")
    with app.app_context():
        assert db.session.scalars(select(Mark)).all() == []


def test_a_date_with_seats_can_not_be_marked_and_keeps_its_sign_up(client, cast, series):
    ids = series()
    client.set_cookie("language", "en")

    answer = client.sign_in(cast.ada).post(f"/events/{ids[0]}/mark")

    assert answer.status_code == 409
    assert "Here you need a seat." in answer.text
    assert "Take a seat" in client.get(f"/events/{ids[0]}").text


def test_a_series_nobody_sees_a_date_of_is_not_there(app, client, cast, saved):
    def fill():
        event = make.event("Amtsrunde", audience_id=cast.office.id)
        event.bookable.organisers = [Organiser(person_id=cast.lin.id)]
        made = EventSeries(key="x", title="Amtsrunde", place="", rule="FREQ=WEEKLY;COUNT=1;INTERVAL=1;BYDAY=TU;WKST=MO")
        made.first_on, made.starts, made.ends = dt.date(2031, 1, 7), dt.time(9), dt.time(10)
        event.series, event.series_day = made, dt.date(2031, 1, 7)
        db.session.add(made)
        db.session.flush()
        return made.id

    number = saved(fill)

    assert client.sign_in(cast.ada).get(f"/events/series/{number}").status_code == 200
    assert client.sign_in(cast.zoe).get(f"/events/series/{number}").status_code == 404
    assert client.sign_in(cast.zoe).post(f"/events/series/{number}/mark").status_code == 404


def test_a_single_date_is_a_file_with_the_uid_of_letters_and_feeds(app, client, cast, series, saved):
    ids = series()
    with app.app_context():
        bookable = db.session.get_one(Event, ids[0]).bookable
    saved(make.booking, bookable, cast.ada, State.CONFIRMED)
    client.sign_in(cast.ada)
    assert f"/bookables/{bookable.id}/date.ics" in client.get(f"/events/{ids[0]}").text

    answer = client.get(f"/bookables/{bookable.id}/date.ics")

    read = icalendar.Calendar.from_ical(answer.data)
    [event] = read.walk("VEVENT")
    assert answer.mimetype == "text/calendar"
    assert answer.headers["Content-Disposition"].endswith('.ics"')
    assert (read["METHOD"], event["UID"]) == ("PUBLISH", f"{bookable.calendar_uid}@127.0.0.1")
    assert "ATTENDEE" not in event
    assert event["DTSTART"].dt.hour == 14
