"""The programme in the browser: my timetable, my wishes, and the organisers' draft."""

import re

import pytest
from sqlalchemy import select

from app.bookings import actions as bookings
from app.bookings.models import Booking
from app.bookings.rules import State
from app.db import db
from app.events import actions
from app.events.models import Programme, Room, Slot, SlotWish, TimeBand
from app.events.rules import Choosing
from app.tasks.models import Task
from tests import make
from tests.events.programmes import band, learning_event, moment, slot

pytestmark = pytest.mark.any_database


@pytest.fixture
def english(client):
    client.set_cookie("language", "en")
    return client


@pytest.fixture
def days(saved, cast):
    """Lin's event, in which Ada has a seat."""
    return saved(_with_ada, cast, Choosing.DIRECT)


@pytest.fixture
def wishing(saved, cast):
    return saved(_with_ada, cast, Choosing.WISHES)


def _with_ada(cast, choosing):
    lin, ada = db.session.merge(cast.lin), db.session.merge(cast.ada)
    days = learning_event(lin, choosing)
    bookings.book(days.event.bookable, ada, by=ada)
    return days


@pytest.fixture
def stored(app):
    def stored(query):
        with app.test_request_context():
            return db.session.scalars(query).all()

    return stored


def address(days, rest=""):
    return f"/events/{days.event.id}/programme{rest}"


def statements(queries):
    return [statement for statement in queries if not statement.startswith(("BEGIN", "SHOW"))]


def test_show_programme_lists_what_there_is_to_choose_from(english, cast, days):
    page = english.sign_in(cast.ada).get(address(days)).text

    assert "You have chosen something at 0 of 2 times." in page
    assert page.index(": nothing chosen yet") < page.index("KI im Alltag") < page.index("Pause")
    assert "with Rana Roth" in page
    assert "1 seat free" in page


def test_take_slot_and_swap_and_give_back(english, cast, days):
    english.sign_in(cast.ada)

    taken = english.post(f"/slots/{days.plain.id}/seat", follow_redirects=True).text
    swapped = english.post(f"/slots/{days.ki.id}/swap", follow_redirects=True).text
    left = english.post(f"/slots/{days.ki.id}/return", follow_redirects=True).text

    assert "You have a seat in “Klare Sprache”." in taken
    assert "You have chosen something at 1 of 2 times." in taken
    assert "You have a seat in “KI im Alltag” instead." in swapped
    assert "you have this at another time" in swapped
    assert "Your seat in “KI im Alltag” is given back." in left


def test_a_clash_is_shown_as_a_swap_and_refused_otherwise(english, cast, days):
    english.sign_in(cast.ada).post(f"/slots/{days.plain.id}/seat")

    page = english.get(address(days)).text
    answer = english.post(f"/slots/{days.ki.id}/seat")

    assert f"/slots/{days.ki.id}/swap" in page
    assert f"/slots/{days.ki.id}/seat" not in page
    assert "KI im Alltag instead of Klare Sprache" in page
    assert (answer.status_code, "You have a seat in “Klare Sprache” at the same time." in answer.text) == (409, True)


def test_show_programme_sends_who_has_no_seat_to_the_sign_up(english, cast, days):
    page = english.sign_in(cast.zoe).get(address(days)).text

    assert "you first need a seat in the event" in page
    assert "/seat" not in page


def test_show_programme_before_the_release_says_so(english, cast, saved):
    event = saved(make.event)

    page = english.sign_in(cast.ada).get(f"/events/{event.id}/programme").text

    assert "The programme is not released yet." in page


@pytest.mark.parametrize("more", [1, 3])
def test_show_programme_asks_the_same_few_questions(english, cast, days, saved, queries, more):
    def add():
        event, lin = db.session.merge(days.event), db.session.merge(cast.lin)
        for number in range(more):
            block = band(event, f"Block {number + 3}", 12 + number)
            slot(block, f"Thema {number}", None)
        actions.release(event, by=lin)

    saved(add)
    english.sign_in(cast.ada).get("/")
    queries.clear()

    english.get(address(days))

    assert len(statements(queries)) <= 12


def test_edit_wishes_keeps_what_was_ranked(english, cast, wishing, stored):
    english.sign_in(cast.ada)
    wishes = {f"slot-{wishing.plain.id}": "1", f"slot-{wishing.ki.id}": "2", f"slot-{wishing.data.id}": "0"}

    page = english.post(f"/events/{wishing.event.id}/wishes", data=wishes, follow_redirects=True).text

    assert "Your wishes are saved." in page
    assert "wish 2" in page
    ranks = {wish.slot_id: wish.rank for wish in stored(select(SlotWish))}
    assert ranks == {wishing.plain.id: 1, wishing.ki.id: 2}


def test_edit_wishes_names_a_number_used_twice_and_loses_nothing(english, cast, wishing, stored):
    english.sign_in(cast.ada)
    wishes = {f"slot-{wishing.plain.id}": "1", f"slot-{wishing.ki.id}": "1", f"slot-{wishing.data.id}": "2"}

    answer = english.post(f"/events/{wishing.event.id}/wishes", data=wishes)

    assert answer.status_code == 422
    assert "Please use each number only once at this time." in answer.text
    assert answer.text.count('<option selected value="1">') == 2
    assert stored(select(SlotWish)) == []


def test_edit_wishes_with_foreign_slots_says_that_the_programme_has_changed(english, cast, wishing, stored):
    english.sign_in(cast.ada)

    answer = english.post(f"/events/{wishing.event.id}/wishes", data={"slot-99999": "1", f"slot-{wishing.ki.id}": "1"})

    assert answer.status_code == 422
    assert "The programme has changed since you opened this page." in answer.text
    assert stored(select(SlotWish)) == []


def test_organisers_see_what_is_wished_for_and_have_it_met(english, cast, wishing, stored):
    english.sign_in(cast.ada).post(f"/events/{wishing.event.id}/wishes", data={f"slot-{wishing.plain.id}": "1"})
    english.sign_in(cast.lin)

    demand = english.get(address(wishing, "/demand")).text
    answer = english.post(address(wishing, "/assignment"))

    assert "People were told that they can rank until" in demand
    assert "Have the wishes met before their time is over" in demand
    assert "before their time is over" not in english.get(address(wishing, "/demand")).text
    assert "1 person has ranked wishes." in demand
    assert "under 5" in demand
    assert answer.status_code == 303
    assert answer.location.startswith("/tasks/")
    assert [task.kind for task in stored(select(Task))] == ["events.assign_slots"]
    home = english.get("/").text  # whoever has the wishes met ends the time for them
    assert "The wishes are complete: Lerntage" in home
    assert f'href="{address(wishing, "/demand")}"' in home
    assert "The wishes are complete" not in english.sign_in(cast.ada).get("/").text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Please enter a day from today on, at most three years ahead."),
        ("bald", "Please enter a day from today on, at most three years ahead."),
        ("2020-01-01", "Please enter a day from today on, at most three years ahead."),
        ("9999-12-31", "Please enter a day from today on, at most three years ahead."),
        (f"{moment(9):%Y-%m-%d}", "Please choose a day before the event begins, so that the seats can be given."),
    ],
)
def test_wishes_end_on_a_day_before_the_event_and_what_was_typed_stays(english, cast, saved, typed, says):
    event = saved(_event_of, cast)
    english.sign_in(cast.lin)

    data = {"choosing": "wishes", "day": typed}
    page = english.post(f"/events/{event.id}/programme/choosing", data=data)

    assert page.status_code == 422
    assert page.text.count(f"Until which day can wishes be ranked? {says}") == 1
    assert f'value="{typed}"' in page.text or not typed
    assert re.search(r'<input checked [^>]*value="wishes"', page.text)


def test_organisers_write_a_programme_from_nothing(english, cast, saved, stored):
    event = saved(_event_of, cast)
    english.sign_in(cast.lin)
    base = f"/events/{event.id}/programme"

    assert "The programme is still empty." in english.get(f"{base}/draft").text
    english.post(f"{base}/choosing", data={"choosing": "direct"})
    english.post(f"{base}/rooms", data={"name": "Saal", "capacity": "20"})
    day = f"{moment(9):%Y-%m-%d}"
    times = {"title": "Block 1", "day": day, "starts": "09:00", "ends": "10:00"}
    english.post(f"{base}/bands/new", data={"kind": "slots", **times})
    (block,), (room,) = stored(select(TimeBand)), stored(select(Room))
    english.post(
        f"/time-bands/{block.id}/slots/new",
        data={"title": "KI", "seats": "30", "room_id": str(room.id), "speakers": "Rana Roth, Ole Orga"},
    )
    draft = english.get(f"{base}/draft").text
    released = english.post(f"{base}/release", follow_redirects=True).text

    assert "Nobody sees this programme yet." in draft
    assert "“KI” has 30 seats, but Saal only holds 20 people." in draft
    assert "Version 1 is released. Participants see it now." in released
    (made,) = stored(select(Slot))
    assert (made.speakers, made.seats) == (["Rana Roth", "Ole Orga"], 30)


def _event_of(cast):
    event = make.event("Lerntage", seats=None)
    make.organiser(event.bookable, db.session.merge(cast.lin))
    return event


def test_show_draft_lists_what_is_not_released_yet(english, cast, days):
    english.sign_in(cast.lin)

    english.post(f"/slots/{days.data.id}", data={"title": "Daten prüfen", "seats": "2", "room_id": str(days.small.id)})
    page = english.get(address(days, "/draft")).text

    assert "2 changes are not released yet." not in page
    assert "1 change is not released yet." in page
    assert "“Daten prüfen”: was called “Daten lesen”" in page


def test_bad_times_say_so_at_their_field_and_lose_nothing(english, cast, days):
    english.sign_in(cast.lin)
    times = {"title": "Block 3", "day": f"{moment(9):%Y-%m-%d}", "starts": "12:00", "ends": "11:00"}

    backwards = english.post(address(days, "/bands/new"), data={"kind": "slots", **times})
    overlapping = english.post(
        address(days, "/bands/new"), data={"kind": "slots", **times, "starts": "09:30", "ends": "10:30"}
    )

    assert (backwards.status_code, overlapping.status_code) == (422, 422)
    assert "The end must be later than the beginning." in backwards.text
    assert "At this time there is “Block 1” already." in overlapping.text
    assert 'value="Block 3"' in overlapping.text


@pytest.mark.parametrize("seats", ["0", "100000", "viele", ""])
def test_impossible_seats_say_so_at_their_field(english, cast, days, seats):
    english.sign_in(cast.lin)

    answer = english.post(f"/slots/{days.data.id}", data={"title": "Daten", "seats": seats, "room_id": ""})

    assert answer.status_code == 422
    assert "Please enter a whole number from 1 to 10,000." in answer.text


def test_call_off_and_leave_in(english, cast, days):
    english.sign_in(cast.lin)

    dropped = english.post(f"/slots/{days.data.id}/removal", follow_redirects=True).text
    kept = english.post(f"/slots/{days.data.id}/restoration", follow_redirects=True).text

    assert "to be cancelled" in dropped
    assert "“Daten lesen” stays in the programme." in kept


def test_rooms_in_use_stay(english, cast, days):
    answer = english.sign_in(cast.lin).post(f"/event-rooms/{days.hall.id}/removal")

    assert answer.status_code == 409
    assert "2 slots are in this room." in answer.text


def test_zoe_may_not_work_on_a_programme(english, cast, days, stored):
    english.sign_in(cast.zoe)

    answers = [
        english.get(address(days, "/draft")),
        english.post(address(days, "/release")),
        english.post(f"/slots/{days.data.id}/removal"),
        english.post(f"/event-rooms/{days.hall.id}/removal"),
        english.post(f"/time-bands/{days.first.id}/removal"),
        english.get(address(days, "/demand")),
    ]

    assert {answer.status_code for answer in answers} == {403}
    assert stored(select(Slot.dropped_at)) == [None] * 4


def test_what_is_not_released_cannot_be_taken(english, cast, saved, stored):
    days = saved(lambda: learning_event(db.session.merge(cast.lin), released=False))

    answer = english.sign_in(cast.ada).post(f"/slots/{days.ki.id}/seat")

    assert answer.status_code == 404
    assert stored(select(Booking).where(Booking.state == State.CONFIRMED)) == []
    assert len(stored(select(Programme))) == 1


def test_an_event_that_was_called_off_offers_nothing_in_its_programme(english, cast, days):
    english.sign_in(cast.lin).post(f"/events/{days.event.id}/calling-off", data={"reason": "Wasserschaden"})

    draft = english.post(address(days, "/release"), follow_redirects=True).text
    page = english.sign_in(cast.ada).get(address(days)).text

    assert "This event was cancelled" in draft
    assert "Wasserschaden" in page
    assert "nothing chosen yet" not in page
    assert "Take a seat" not in page
