"""Seats that are exchanged while somebody else does something with them: one thing happens, and all of it."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from sqlalchemy import select

from app.bookings import actions, audit
from app.bookings.actions import handover
from app.bookings.models import Bookable, Booking, Handover
from app.bookings.rules import Stage, State, Way
from app.db import begin_writing, db
from app.errors import Refused
from tests import make
from tests.bookings.test_parts import part


def two_dates(people):
    return [make.bookable("Excel", seats=1, in_days=days, path="/courses/excel") for days in (9, 16)]


def two_slots(people):
    whole = make.bookable("Lerntage")
    for person in people:
        actions.book(whole, person, by=person)
    return [part(whole, title, seats=1) for title in ("Klare Sprache", "Daten lesen")]


def swap_of_two(made=two_dates):
    """Max and Zoe each have the only seat of a date, and each offers it for the other's."""
    people = [make.person(name) for name in ("Max Mohr", "Zoe Zander")]
    first, second = made(people)
    seats = [actions.book(date, who, by=who) for date, who in zip((first, second), people, strict=True)]
    offers = [
        actions.propose_handover(seats[0], who="Zoe Zander", wanted=second),
        actions.propose_handover(seats[1], who="Max Mohr", wanted=first),
    ]
    return [one.id for one in offers], [one.id for one in seats]


def at_once(app, *acts):
    """Each in a thread and a transaction of its own; what they raised."""

    def run(act):
        with app.test_request_context():
            try:
                begin_writing()
                act()
                db.session.commit()
            except Refused as refused:
                db.session.rollback()
                return refused.sentence
            return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def accepting(handover_id):
    handover = db.session.get_one(Handover, handover_id)
    actions.accept_handover(handover, by=handover.to)


@pytest.mark.parametrize("made", [two_dates, two_slots])
@pytest.mark.parametrize("turn", range(3))
def test_two_exchanges_at_once_end_in_one(app, saved, turn, made):
    offers, _ = saved(partial(swap_of_two, made))

    told = at_once(app, *[partial(accepting, offer) for offer in offers])

    assert sum(sentence is None for sentence in told) == 1
    with app.test_request_context():
        exchanged = select(Booking).where(Booking.state == State.CONFIRMED, Booking.way == Way.HANDOVER)
        held = {(one.person.name, one.bookable_id) for one in db.session.scalars(exchanged)}
        first = db.session.get_one(Handover, offers[0])
        assert held == {("Max Mohr", first.wanted_id), ("Zoe Zander", first.booking.bookable_id)}
        assert audit.violations() == []


def dates_of_two():
    """Max and Zoe each have the only seat of a date; the seats, and the dates."""
    dates = [make.bookable("Excel", seats=1, in_days=days, path="/courses/excel").id for days in (9, 16)]
    people = [make.person(name) for name in ("Max Mohr", "Zoe Zander")]
    return [
        actions.book(db.session.get_one(Bookable, date), who, by=who).id
        for date, who in zip(dates, people, strict=True)
    ], dates


def proposing(booking_id, who, wanted_id):
    wanted = db.session.get_one(Bookable, wanted_id)
    actions.propose_handover(db.session.get_one(Booking, booking_id), who=who, wanted=wanted)


@pytest.mark.parametrize("turn", range(5))
def test_two_who_ask_each_other_at_once_have_both_asked(app, saved, turn):
    seats, dates = saved(dates_of_two)

    told = at_once(
        app, partial(proposing, seats[0], "Zoe Zander", dates[1]), partial(proposing, seats[1], "Max Mohr", dates[0])
    )

    assert told == [None, None]


def giving_back(booking_id):
    booking = db.session.get_one(Booking, booking_id)
    actions.cancel(booking, by=booking.person)


@pytest.mark.parametrize("turn", range(3))
def test_a_seat_that_is_given_back_while_the_colleague_says_yes_goes_one_way(app, saved, turn):
    offers, seats = saved(swap_of_two)

    at_once(app, partial(accepting, offers[0]), partial(giving_back, seats[0]))

    with app.test_request_context():
        assert db.session.get_one(Booking, seats[0]).state is State.CANCELLED
        assert audit.violations() == []


def test_an_exchange_that_dies_half_way_leaves_both_seats_where_they_were(app, saved, monkeypatch):
    offers, _ = saved(swap_of_two)
    taken = []
    admit = handover.admit

    def die_at_the_second(*things, **named):
        if taken:
            raise KeyboardInterrupt
        taken.append(admit(*things, **named).state)

    monkeypatch.setattr(handover, "admit", die_at_the_second)
    with app.test_request_context():
        begin_writing()
        with pytest.raises(KeyboardInterrupt):
            accepting(offers[0])

    with app.test_request_context():
        states = db.session.scalars(select(Booking.state).order_by(Booking.id)).all()
        assert (states, taken) == ([State.CONFIRMED, State.CONFIRMED], [State.CONFIRMED])
        assert db.session.get_one(Handover, offers[0]).stage is Stage.OPEN
        assert audit.violations() == []
