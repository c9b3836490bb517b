"""Ranking wishes, how many want what, and handing the seats out in the background."""

import pytest
import time_machine
from sqlalchemy import func, select

from app import clock
from app.bookings import actions as bookings
from app.bookings.models import Booking
from app.bookings.rules import State
from app.db import db
from app.errors import Refused
from app.events import actions, queries
from app.events.models import Programme, SlotWish
from app.events.rules import Choosing
from app.jobs.schedule import work_off_tasks
from app.notifications.models import Notice
from app.people.viewer import view_as
from app.plans import actions as plans
from app.tasks.models import Task
from app.tasks.rules import Stage
from tests import make
from tests.events.programmes import learning_event, moment

pytestmark = pytest.mark.usefixtures("promises_hold")


@pytest.fixture
def orga(promises_hold):
    return make.person("Ole Orga")


@pytest.fixture
def days(orga):
    return learning_event(orga, Choosing.WISHES)


def guest(days, number, *slots):
    """Somebody with a seat in the event who ranks these slots."""
    person = make.person(f"Kim Probe{number}")
    bookings.book(days.event.bookable, person, by=person)
    ranks = {}
    for slot in slots:
        ranks[slot.id] = sum(other.band_id == slot.band_id for other in slots[: slots.index(slot)]) + 1
    actions.rank(days.event, person, ranks=ranks)
    return person


def hand_out(days, orga):
    task = actions.start_assignment(days.event, by=orga)
    db.session.commit()
    work_off_tasks()
    return db.session.get(Task, task.id, populate_existing=True)


def seats(days):
    ids = {slot.bookable_id: name for name, slot in vars(days).items() if getattr(slot, "bookable_id", None)}
    ids.pop(days.event.bookable_id)
    query = select(Booking.person_id, Booking.bookable_id).where(
        Booking.bookable_id.in_(ids), Booking.state == State.CONFIRMED
    )
    found = {}
    for person, bookable in db.session.execute(query.order_by(Booking.bookable_id)):
        found.setdefault(person, []).append(ids[bookable])
    return found


def test_wishes_are_ranked_and_replaced(days):
    ada = guest(days, 1, days.plain, days.ki, days.data)

    actions.rank(days.event, ada, ranks={days.ki.id: 1})

    assert queries.own_wishes(ada.id, days.programme) == {days.ki.id: 1}


def test_foreign_slots_cannot_be_wished_for(days, orga):
    other = learning_event(orga, Choosing.WISHES)

    with pytest.raises(Refused, match="The programme has changed"):
        actions.rank(days.event, orga, ranks={other.ki.id: 1})

    assert db.session.scalar(select(func.count()).select_from(SlotWish)) == 0


def test_wishes_end_with_their_time(days, orga):
    with time_machine.travel(moment(8)), pytest.raises(Refused, match="time for wishes is over"):
        actions.rank(days.event, orga, ranks={days.ki.id: 1})


def test_once_their_time_is_over_they_wait_for_whoever_runs_the_event_until_they_are_met(days, orga):
    def due(person, hour=7):
        with time_machine.travel(moment(hour)):
            return db.session.scalars(queries.wishes_due(view_as(person, clock.today()), clock.now())).all()

    assert db.session.scalars(queries.wishes_due(view_as(orga, clock.today()), clock.now())).all() == []
    assert (due(orga), due(make.person("Zoe Zorn"))) == ([days.programme], [])
    assert due(orga, 8) == []
    hand_out(days, orga)
    assert due(orga) == []


def test_until_the_wishes_are_met_nobody_takes_a_seat_by_hand(days):
    ada = guest(days, 1, days.plain)

    with pytest.raises(Refused, match="Sign-up has not begun yet"):
        actions.take_slot(days.plain, ada)


def test_demand_counts_wishes_and_tells_small_numbers_not_apart(days):
    for number in range(6):
        guest(days, number, days.plain, days.ki)
    guest(days, 7, days.ki)

    demand, people = queries.demand(days.programme)

    assert people == 7
    assert (demand[days.plain.id].wished, demand[days.plain.id].first) == (6, 6)
    assert (demand[days.ki.id].wished, demand[days.ki.id].first) == (7, None)


def test_wishes_are_met_in_the_background_and_everybody_is_told_once(days, orga):
    people = [guest(days, number, days.plain, days.ki, days.data, days.again) for number in range(3)]

    task = hand_out(days, orga)

    found = seats(days)
    assert (task.stage, task.result) == (Stage.DONE, {"people": 3, "seats": sum(map(len, found.values()))})
    assert sorted(found) == [person.id for person in people]
    assert sum("plain" in slots for slots in found.values()) == 1
    assert all({"ki", "again"} - set(slots) for slots in found.values())
    told = db.session.scalars(select(Notice.person_id).where(Notice.kind == "programme-ready")).all()
    assert sorted(told) == [person.id for person in people]


def test_after_the_wishes_everybody_swaps_freely(days, orga):
    ada = guest(days, 1, days.plain)
    hand_out(days, orga)

    actions.swap_slot(days.ki, ada)

    assert seats(days) == {ada.id: ["ki"]}


def test_who_has_given_back_the_event_gets_nothing_and_holds_nobody_up(days, orga):
    ada, zoe = guest(days, 1, days.plain), guest(days, 2, days.data)
    left = db.session.scalars(select(Booking).where(Booking.person_id == ada.id)).one()
    bookings.cancel(left, by=ada)

    hand_out(days, orga)

    assert seats(days) == {zoe.id: ["data"]}


def test_a_full_plan_holds_nobody_up(days, orga, monkeypatch):
    monkeypatch.setattr("app.plans.actions.plan.MOST_ITEMS", 1)
    ada, zoe = guest(days, 1, days.plain), guest(days, 2, days.data)
    plans.add_own_step(ada, title="Lesen", minutes=10)

    hand_out(days, orga)

    assert seats(days) == {ada.id: ["plain"], zoe.id: ["data"]}


def test_handing_out_goes_on_where_it_was_broken_off(days, orga, monkeypatch):
    for number in range(4):
        guest(days, number, days.ki, days.data)
    seat, calls = actions.wishes._seat, []

    def breaks_once(*things):
        calls.append(things)
        if len(calls) == 3:
            raise RuntimeError("the power is cut")
        seat(*things)

    monkeypatch.setattr(actions.wishes, "_seat", breaks_once)
    task = hand_out(days, orga)
    assert task.stage is Stage.WAITING
    assert len(seats(days)) == 2

    with time_machine.travel(clock.now() + (task.due_at - clock.now()) * 2):
        work_off_tasks()

    assert len(seats(days)) == 4
    assert db.session.scalars(select(Programme.assignment)).one() is None


def test_wishes_are_met_once(days, orga):
    guest(days, 1, days.plain)
    hand_out(days, orga)

    with pytest.raises(Refused, match="met already"):
        actions.start_assignment(days.event, by=orga)
    with pytest.raises(Refused, match="met already"):
        actions.rank(days.event, orga, ranks={days.ki.id: 1})
