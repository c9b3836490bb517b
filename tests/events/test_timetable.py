"""One's own timetable: seats at once, swaps, what clashes, and what is still free."""

import re

import pytest
from sqlalchemy import select

from app import clock
from app.bookings import actions as bookings
from app.bookings.models import Span
from app.bookings.rules import State
from app.db import db
from app.errors import Refused
from app.events import actions, queries
from app.plans import actions as plans
from app.plans.models import PlanItem
from app.plans.queries import steps_of
from tests import make
from tests.events.programmes import band, learning_event, moment, slot

pytestmark = [pytest.mark.any_database, pytest.mark.usefixtures("promises_hold")]


@pytest.fixture
def days(promises_hold):
    return learning_event(make.person("Ole Orga"))


@pytest.fixture
def ada(days):
    return guest(days, "Ada Ahrens")


def guest(days, name):
    person = make.person(name)
    bookings.book(days.event.bookable, person, by=person)
    return person


def mine(person, days):
    return [line.mine.title if line.mine else None for line in queries.timetable(person, days.event).lines]


def test_take_slot_gives_a_seat_at_once(days, ada):
    booking = actions.take_slot(days.plain, ada)

    assert booking.state is State.CONFIRMED
    assert mine(ada, days) == ["Klare Sprache", None]


def test_a_full_slot_says_so(days, ada):
    actions.take_slot(days.plain, guest(days, "Zoe Zander"))

    with pytest.raises(Refused, match="All seats are taken"):
        actions.take_slot(days.plain, ada)


def test_swap_slot_gives_one_seat_for_the_other(days, ada):
    actions.take_slot(days.plain, ada)

    actions.swap_slot(days.ki, ada)

    assert mine(ada, days) == ["KI im Alltag", None]
    assert actions.take_slot(days.plain, guest(days, "Zoe Zander")).state is State.CONFIRMED


def test_swap_slot_without_a_free_seat_is_refused(days, ada):
    actions.take_slot(days.plain, guest(days, "Zoe Zander"))
    actions.take_slot(days.ki, ada)

    with pytest.raises(Refused, match="All seats are taken"):
        actions.swap_slot(days.plain, ada)


def test_leave_slot_frees_the_seat_and_may_be_said_twice(days, ada):
    actions.take_slot(days.plain, ada)

    actions.leave_slot(days.plain, ada)
    actions.leave_slot(days.plain, ada)

    assert mine(ada, days) == [None, None]


def test_the_timetable_says_what_one_has_at_another_time(days, ada):
    actions.take_slot(days.ki, ada)

    second = queries.timetable(ada, days.event).lines[1]

    assert [(choice.slot.title, choice.is_taken_elsewhere) for choice in second.choices] == [
        ("KI im Alltag", True),
        ("Daten lesen", False),
    ]


def test_the_timetable_says_who_has_no_seat_in_the_event(days):
    zoe = make.person("Zoe Zander")

    assert queries.timetable(zoe, days.event).has_seat is False
    with pytest.raises(Refused, match="sign up for the event first"):
        actions.take_slot(days.ki, zoe)


def test_followers_are_told_of_the_first_seat_alone(days, ada, monkeypatch):
    told = []
    monkeypatch.setattr(actions.timetable, "FOLLOWERS", [lambda person, event: told.append((person, event))])

    actions.take_slot(days.plain, ada)
    actions.swap_slot(days.ki, ada)
    actions.take_slot(days.data, ada)

    assert told == [(ada, days.event)]


def test_an_event_comes_into_the_plan_with_the_first_seat_in_a_slot(days, ada):
    actions.take_slot(days.plain, ada)
    actions.swap_slot(days.ki, ada)

    assert [(step.kind, step.title) for step in steps_of(ada.id)] == [("event", "Lerntage")]


def test_the_plan_says_on_which_day_each_slot_is_and_counts_the_hours_of_each_day(client, cast, saved):
    def two_days():
        days = learning_event(cast.lin)
        later = slot(band(days.event, "Block 3", 9, day=1), "Texte kürzen", days.small.id)
        days.event.bookable.spans = [Span(starts_at=moment(9, 0, day), ends_at=moment(12, 0, day)) for day in (0, 1)]
        actions.release(days.event, by=cast.lin)
        bookings.book(days.event.bookable, cast.ada, by=cast.ada)
        for chosen in (days.ki, later):
            actions.take_slot(chosen, cast.ada)

    saved(two_days)

    page = client.sign_in(cast.ada).get("/plan").text

    said = re.findall(r"<li>\D*(\d+) [^<]*09:00: <a[^>]*>([^<]*)</a>", page)
    days = [str(clock.local(moment(9, 0, day)).day) for day in (0, 1)]
    assert said == [*zip(days, ("KI im Alltag", "Texte kürzen"), strict=True)]
    assert "together 6 h." in page


def test_an_event_that_was_taken_out_of_the_plan_stays_out_when_slots_change(days, ada):
    actions.take_slot(days.plain, ada)
    plans.remove(db.session.scalars(select(PlanItem)).one())

    actions.swap_slot(days.ki, ada)
    actions.leave_slot(days.ki, ada)
    actions.take_slot(days.plain, ada)

    assert steps_of(ada.id) == []


def test_a_full_plan_hinders_nobody_from_taking_a_slot(days, ada, monkeypatch):
    monkeypatch.setattr("app.plans.actions.plan.MOST_ITEMS", 1)
    plans.add_own_step(ada, title="Lesen", minutes=10)

    booking = actions.take_slot(days.plain, ada)

    assert (booking.state, [step.title for step in steps_of(ada.id)]) == (State.CONFIRMED, ["Lesen"])
