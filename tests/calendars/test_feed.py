"""The secret address of one's calendar: what it shows, to whom, and when it ends."""

import datetime as dt
import re

import icalendar
import pytest
from sqlalchemy import select

from app import clock
from app.bookings.rules import State
from app.calendars.models import CalendarFeed
from app.db import db
from app.people.models import Person
from app.plans.models import Plan, PlanItem
from app.plans.rules import ItemKind
from app.tokens import token_hash
from tests import make
from tests.security.world import without_tokens

LEARNING = "Lernzeit: 60 Minuten"
ADDRESS = re.compile(r">http://127\.0\.0\.1:8000(/calendar/[\w-]{43}\.ics)<")


def opened(client, person):
    """The address that the page shows."""
    return ADDRESS.search(client.sign_in(person).post("/account/calendar/address").text)[1]


def shown(client, address):
    """Titles by the kind of time, as a program reads them that is signed in nowhere."""
    with client.session_transaction() as session:
        session.clear()
    answer = client.get(address)
    assert answer.mimetype == "text/calendar"
    events = icalendar.Calendar.from_ical(answer.data).walk("VEVENT")
    return {str(event["SUMMARY"]): event["DTSTART"].dt for event in events}


def db_says(app):
    """What is kept of the only address."""
    with app.app_context():
        return db.session.scalars(select(CalendarFeed.token_hash)).one()


def steps(person):
    """One that is due, with a note, and one that is not."""
    common = {"kind": ItemKind.OWN, "minutes": 30, "added_at": clock.now()}
    due = PlanItem(title="Lesen", due_on=dt.date(2031, 3, 1), note="Nur für mich", position=1, **common)
    other = PlanItem(title="Irgendwann", position=2, **common)
    db.session.add(Plan(person_id=person.id, changed_at=clock.now(), items=[due, other]))


@pytest.fixture
def planned(cast, saved):
    """Ada has a seat, waits for another, has a step that is due, and one with a note that is not."""
    seat, wait = saved(make.bookable, title="Konferenz"), saved(make.bookable, title="Seminar")
    saved(make.booking, seat, cast.ada, State.CONFIRMED)
    saved(make.booking, wait, cast.ada, State.WAITLISTED)
    saved(steps, cast.ada)


def test_it_shows_seats_and_what_is_due_and_nothing_else(client, cast, planned):
    address = opened(client, cast.ada)

    found = shown(client, address)

    assert set(found) == {"Konferenz", "Fällig: Lesen", LEARNING}
    assert found["Fällig: Lesen"] == dt.date(2031, 3, 1)
    assert "Nur für mich" not in client.get(address).text


def test_the_address_is_shown_once_and_only_its_hash_is_kept(app, client, cast):
    address = opened(client, cast.ada)
    secret = address.removeprefix("/calendar/").removesuffix(".ics")

    page = client.get("/account/calendar").text

    assert "New address" in page
    assert secret not in page
    assert db_says(app) == token_hash(secret)


def test_a_new_address_ends_the_one_before_and_an_ended_one_shows_nothing(client, cast, planned):
    first = opened(client, cast.ada)
    second = opened(client, cast.ada)
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200

    client.sign_in(cast.ada).post("/account/calendar/removal")

    assert client.get(second).status_code == 404


def test_an_address_that_never_was_looks_like_one_that_has_ended(client, cast):
    ended = opened(client, cast.ada)
    client.post("/account/calendar/removal")
    client.get("/")
    never = ended.replace(ended[-12:], "A" * 8 + ".ics")

    there, gone = client.get(ended).text, client.get(never).text
    assert without_tokens(there).replace(ended, never) == without_tokens(gone)


def test_who_has_left_the_house_has_no_calendar_any_more(client, cast, saved):
    address = opened(client, cast.ada)

    def leave():
        db.session.get_one(Person, cast.ada.id).left_on = clock.today() - dt.timedelta(days=1)

    saved(leave)

    assert client.get(address).status_code == 404


def test_a_calendar_that_looks_again_gets_it_only_when_something_has_changed(client, cast, saved, planned):
    address = opened(client, cast.ada)
    mark = client.get(address).headers["ETag"]

    assert client.get(address, headers={"If-None-Match": mark}).status_code == 304
    saved(make.booking, saved(make.bookable, title="Neu"), cast.ada, State.CONFIRMED)
    assert client.get(address, headers={"If-None-Match": mark}).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_it_asks_the_same_few_questions(client, cast, saved, queries, count):
    for number in range(count):
        saved(make.booking, saved(make.bookable, title=f"Termin {number}"), cast.ada, State.CONFIRMED)
    address = opened(client, cast.ada)
    queries.clear()

    assert len(shown(client, address)) == count
    assert len([one for one in queries if not one.startswith("BEGIN")]) == 5


def block(client, address):
    """The only block of learning time."""
    found = icalendar.Calendar.from_ical(client.get(address).data).walk("VEVENT")
    [event] = [one for one in found if one["UID"].startswith("learning-")]
    return event


def test_learning_time_is_a_block_from_monday_to_friday_that_leaves_the_days_free(client, cast, planned):
    event = block(client, opened(client, cast.ada))

    monday, after = event["DTSTART"].dt, event["DTEND"].dt
    assert (monday.isoweekday(), (after - monday).days, event["TRANSP"]) == (1, 5, "TRANSPARENT")
    assert "ATTENDEE" not in event


def test_what_has_a_date_of_its_own_is_no_learning_time_twice(client, cast, saved):
    def fill():
        event = make.event("Konferenz", in_days=5)
        item = PlanItem(title="Konferenz", kind=ItemKind.EVENT, event_id=event.id, minutes=90, position=1)
        item.added_at = clock.now()
        db.session.add(Plan(person_id=cast.ada.id, changed_at=clock.now(), items=[item]))

    saved(fill)

    assert "learning-" not in client.get(opened(client, cast.ada)).text
