"""What can be asked about seats and bookings."""

import datetime as dt

import pytest
import time_machine

from app import clock
from app.bookings import actions, queries
from app.bookings.models import Span
from app.bookings.queries import Step
from app.bookings.rules import Mode, Seats, State
from app.db import db
from app.people.viewer import view_as
from app.text.language import speaking
from tests import make
from tests.bookings.conftest import MORNING

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def english(context):
    with speaking("en"):
        yield


def book(bookable, name="Ada Ahrens", **wish):
    person = name if not isinstance(name, str) else make.person(name)
    return actions.book(bookable, person, by=person, **wish)


def test_seats_are_counted_in_one_statement_for_many(queries):
    shown = [make.bookable(seats=n) for n in (1, 2, None)]
    seat = book(shown[0], "Max Mohr")
    for bookable in shown:
        book(bookable)
    actions.cancel(seat, by=seat.person)
    del queries[:]

    found = seats_of([bookable.id for bookable in shown])

    assert len(queries) == 1
    assert [found[bookable.id] for bookable in shown] == [
        Seats(1, offered=1),
        Seats(2, confirmed=1),
        Seats(None, confirmed=1),
    ]


def seats_of(ids):
    return queries.seats_of(ids)


def test_an_offer_counts_until_the_moment_at_which_it_runs_out():
    with time_machine.travel(MORNING, tick=False):
        bookable = make.bookable(seats=1)
        seat, booking = book(bookable, "Max Mohr"), book(bookable)
        actions.cancel(seat, by=seat.person)
        until = booking.offer.expires_at

    before, then = (queries.seats_of([bookable.id], at)[bookable.id] for at in (until - HOUR, until))

    assert (before.offered, before.run_out, before.free) == (1, 0, 0)
    assert (then.offered, then.run_out, then.free) == (0, 1, 1)


def test_places_in_line_follow_the_time_and_then_the_number():
    with time_machine.travel(MORNING, tick=False) as traveller:
        bookable = make.bookable(seats=0)
        first, second = book(bookable), book(bookable)
        traveller.move_to(MORNING - HOUR)
        early = book(bookable)

    assert queries.places_in_line([first.id, second.id, early.id]) == {early.id: 1, first.id: 2, second.id: 3}


def test_upcoming_bookings_put_offers_first_and_leave_out_what_is_over():
    ada = make.person("Ada Ahrens")
    late = make.bookable("Spät", seats=1, in_days=20)
    seat, offer = book(late, "Max Mohr"), book(late, ada)
    actions.cancel(seat, by=seat.person)
    near = book(make.bookable("Bald", in_days=2), ada)
    gone = actions.cancel(book(make.bookable("Abgesagt", in_days=3), ada), by=ada)
    over = make.booking(make.bookable("Vorbei", in_days=-2), ada)
    book(make.bookable("Fremd"), "Zoe Zander")

    now = clock.now()

    assert db.session.scalars(queries.upcoming_bookings_of(ada.id, now)).all() == [offer, near]
    assert db.session.scalars(queries.past_bookings_of(ada.id, now)).all() == [gone, over]


def test_live_bookings_come_by_bookable():
    ada = make.person("Ada Ahrens")
    booked, left, never = (make.bookable() for _ in range(3))
    booking = book(booked, ada)
    actions.cancel(book(left, ada), by=ada)

    assert queries.live_bookings_of(ada.id, [booked.id, left.id, never.id]) == {booked.id: booking}


def test_decisions_are_requests_for_dates_that_can_still_happen():
    cast = make.cast()
    wanted = book(make.bookable(mode=Mode.APPROVAL), cast.ada)
    book(make.bookable(mode=Mode.APPROVAL), cast.zoe)
    book(make.bookable(), cast.ada)
    over = make.bookable(mode=Mode.APPROVAL, in_days=-1)
    make.booking(over, cast.ada, State.REQUESTED)

    found = db.session.scalars(queries.decisions_for(view_as(cast.max, clock.today()))).all()

    assert found == [wanted]


def test_the_organisers_list_has_seats_by_name_then_the_line_in_its_order():
    bookable = make.bookable(seats=2)
    zoe, ada = book(bookable, "Zoe Zander"), book(bookable, "Ada Ahrens")
    first, second = book(bookable, "Wanda Wartet"), book(bookable, "Bert Danach")
    actions.cancel(book(bookable, "Gert Geht"), by=zoe.person)

    assert db.session.scalars(queries.list_for_organiser(bookable)).all() == [ada, zoe, first, second]


def test_two_dates_clash_when_one_of_their_spans_overlaps():
    ada = make.person("Ada Ahrens")
    weekly, between, same = make.bookable("Reihe"), make.bookable("Dazwischen"), make.bookable("Gleichzeitig")
    start = weekly.starts_at
    weekly.ends_at = start + 8 * DAY
    weekly.spans = [Span(starts_at=start + n * DAY, ends_at=start + n * DAY + HOUR) for n in (0, 7)]
    between.spans = [Span(starts_at=start + DAY, ends_at=start + DAY + HOUR)]
    same.spans = [Span(starts_at=start + 7 * DAY + HOUR / 2, ends_at=start + 7 * DAY + 2 * HOUR)]
    for bookable in (between, same):
        book(bookable, ada)

    assert [clash.title for clash in queries.clashes_of(ada.id, weekly.id)] == ["Gleichzeitig"]
    assert queries.clashes_of(make.person().id, weekly.id) == []


def test_dates_one_after_the_other_do_not_clash():
    ada = make.person("Ada Ahrens")
    one, after = make.bookable(), make.bookable()
    after.spans = [Span(starts_at=one.ends_at, ends_at=one.ends_at + HOUR)]
    book(after, ada)

    assert queries.clashes_of(ada.id, one.id) == []


@pytest.mark.parametrize(
    ("seats", "terms", "step"),
    [
        (1, {}, Step.TAKE_SEAT),
        (0, {}, Step.JOIN_LINE),
        (0, {"has_waitlist": False}, None),
        (0, {"mode": Mode.APPROVAL}, Step.ASK_LEADER),
        (1, {"closes_at": MORNING}, None),
    ],
)
def test_the_panel_names_the_one_next_step(seats, terms, step):
    with time_machine.travel(MORNING, tick=False):
        found = queries.panel(make.person(), make.bookable(seats=seats, **terms))

    assert (found.state, found.step, found.can_cancel) == (None, step, False)


def test_the_panel_follows_a_person_through_offer_and_end():
    with time_machine.travel(MORNING, tick=False) as traveller:
        bookable = make.bookable(seats=1)
        seat = book(bookable, "Max Mohr")
        booking = book(bookable)
        found = queries.panel(booking.person, bookable)
        waiting = (found.state, found.place, found.step, found.can_cancel)
        actions.cancel(seat, by=seat.person)
        offered = queries.panel(booking.person, bookable)
        traveller.move_to(booking.offer.expires_at)
        run_out = queries.panel(booking.person, bookable)

    assert waiting == (State.WAITLISTED, 1, None, True)
    assert (offered.step, offered.offer_until) == (Step.ACCEPT_OFFER, booking.offer.expires_at)
    assert (run_out.has_run_out, run_out.is_live, run_out.step) == (True, False, Step.TAKE_SEAT)


def test_the_panel_says_when_a_seat_would_be_gone_for_good():
    bookable = make.bookable(seats=1)
    seat = book(bookable)

    assert not queries.panel(seat.person, bookable).loses_seat_for_good
    book(bookable, "Max Mohr")
    assert queries.panel(seat.person, bookable).loses_seat_for_good


def test_the_panel_takes_four_statements_at_most(queries):
    bookable = make.bookable(seats=0)
    ada = make.person("Ada Ahrens")
    book(bookable, ada)
    book(make.bookable("Gleichzeitig"), ada)
    del queries[:]

    found = panel(ada, bookable)

    assert len(queries) == 4
    assert (found.place, [clash.title for clash in found.clashes]) == (1, ["Gleichzeitig"])


def panel(person, bookable):
    return queries.panel(person, bookable)


def test_people_with_a_seat_are_listed_by_name_in_plain_letters():
    bookable = make.bookable(seats=9)
    for name in ("Ayla Zander", "Ayla Çetin", "Ayla Dorn", "Ayla Öztürk", "Ayla Ödmann", "Ayla Łuczak"):
        book(bookable, name)

    found = [booking.person.family_name for booking in db.session.scalars(queries.list_for_organiser(bookable))]

    assert found == ["Çetin", "Dorn", "Łuczak", "Ödmann", "Öztürk", "Zander"]


def test_somebody_with_a_new_name_moves_in_the_order():
    bookable = make.bookable(seats=9)
    booking = book(bookable, "Ada Zander")
    book(bookable, "Max Mohr")

    booking.person.family_name = "Ähre"
    db.session.flush()

    assert next(iter(db.session.scalars(queries.list_for_organiser(bookable)))) is booking


def test_people_with_an_offer_are_listed_first_since_it_runs_out():
    bookable = make.bookable(seats=2)
    seat, _, waiting = book(bookable, "Max Mohr"), book(bookable, "Ada Ahrens"), book(bookable, "Zoe Zander")
    actions.cancel(seat, by=seat.person)

    assert next(iter(db.session.scalars(queries.list_for_organiser(bookable)))) is waiting
