"""Signing up, deciding, leaving, offers and seats."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.activity.models import Activity
from app.bookings import actions, queries
from app.bookings.models import BookingChange
from app.bookings.rules import Because, Mode, State, Way
from app.db import db
from app.errors import Refused
from app.notifications.models import Mail, Notice
from app.people.rules import Position
from tests import make
from tests.bookings.conftest import MORNING

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)

pytestmark = pytest.mark.usefixtures("promises_hold")


def told(person):
    found = select(Notice.kind).where(Notice.person_id == person.id).order_by(Notice.id)
    return [kind.value for kind in db.session.scalars(found)]


def steps(booking):
    found = select(BookingChange).where(BookingChange.booking_id == booking.id).order_by(BookingChange.id)
    return [(step.from_state, step.to_state.value, step.reason) for step in db.session.scalars(found)]


def book(bookable, name="Ada Ahrens", **wish):
    person = name if not isinstance(name, str) else make.person(name)
    return actions.book(bookable, person, by=person, **wish)


def full(**other):
    """A bookable with one seat, which somebody has."""
    bookable = make.bookable("Excel", seats=1, **other)
    return bookable, book(bookable, "Max Mohr")


def test_booking_a_free_seat_confirms_it_writes_it_down_and_tells_it_once():
    bookable = make.bookable("Excel", seats=1)

    booking = book(bookable)

    assert booking.state is State.CONFIRMED
    assert steps(booking) == [(None, "confirmed", "")]
    assert told(booking.person) == ["booking-confirmed"]
    act = db.session.scalars(select(Activity).where(Activity.subject_kind == "booking")).one()
    assert (act.verb, act.actor_id, act.subject_id) == ("bookings.confirmed", booking.person_id, booking.id)


def test_booking_a_full_date_puts_the_person_in_line():
    bookable, _ = full()

    booking = book(bookable)

    assert booking.state is State.WAITLISTED
    assert told(booking.person) == ["booking-waitlisted"]


def test_booking_a_full_date_without_a_line_says_so():
    bookable, _ = full(has_waitlist=False)

    with pytest.raises(Refused, match="no waitlist"):
        book(bookable)


def test_booking_twice_returns_the_first_booking_and_tells_nothing_again():
    bookable = make.bookable(seats=5)
    ada = make.person("Ada Ahrens")

    first, second = book(bookable, ada), book(bookable, ada)

    assert first is second
    assert told(ada) == ["booking-confirmed"]


def test_seats_without_a_limit_never_run_out():
    bookable = make.bookable(seats=None)

    states = {book(bookable, f"Person {n}").state for n in range(5)}

    assert states == {State.CONFIRMED}


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        ({"cancelled_at": MORNING}, "cancelled"),
        ({"opens_at": MORNING + HOUR}, "not begun"),
        ({"closes_at": MORNING - HOUR}, "closed"),
        ({"in_days": -1}, "This date is over"),
    ],
)
def test_nobody_signs_up_outside_the_terms(terms, sentence):
    with pytest.raises(Refused, match=sentence):
        book(make.bookable(**terms))


def test_only_the_audience_can_book():
    cast = make.cast()
    bookable = make.bookable(audience_id=cast.office.id)

    assert book(bookable, cast.ada).state is State.CONFIRMED
    with pytest.raises(Refused, match="only open to Bürgeramt"):
        book(bookable, cast.zoe)


def test_giving_a_seat_back_offers_it_to_the_next_in_the_same_step():
    bookable, seat = full()
    second, third = book(bookable, "Ada Ahrens"), book(bookable, "Zoe Zander")

    actions.cancel(seat, by=seat.person)

    assert [seat.state, second.state, third.state] == [State.CANCELLED, State.OFFERED, State.WAITLISTED]
    assert second.offer.expires_at == clock.at(dt.date(2026, 11, 27), dt.time(18))
    assert told(second.person) == ["booking-waitlisted", "seat-offered"]
    assert steps(second)[-1] == ("waitlisted", "offered", Because.SEAT_FREED)


def test_who_takes_a_seat_at_once_is_confirmed_without_an_offer():
    bookable, seat = full()
    next_ = book(bookable, takes_seat_at_once=True)

    actions.cancel(seat, by=seat.person)

    assert next_.state is State.CONFIRMED
    assert next_.offer is None
    assert told(next_.person) == ["booking-waitlisted", "booking-confirmed"]


def test_cancelling_twice_changes_nothing():
    _, seat = full()

    actions.cancel(seat, by=seat.person)
    actions.cancel(seat, by=seat.person)

    assert len(steps(seat)) == 2
    assert told(seat.person) == ["booking-confirmed", "booking-cancelled"]


def test_a_seat_is_not_given_back_after_the_deadline(morning):
    bookable, seat = full(cancel_until=MORNING + DAY)
    waiting = book(bookable)
    morning.move_to(MORNING + DAY)

    actions.cancel(waiting, by=waiting.person)
    with pytest.raises(Refused, match="tell the organisers"):
        actions.cancel(seat, by=seat.person)

    assert (waiting.state, seat.state) == (State.CANCELLED, State.CONFIRMED)


def test_who_cancelled_can_sign_up_again_and_stands_at_the_end():
    bookable, seat = full()
    waiting = book(bookable)

    actions.cancel(seat, by=seat.person)
    again = book(bookable, seat.person)

    assert again.id != seat.id
    assert (again.state, waiting.state) == (State.WAITLISTED, State.OFFERED)


def offered():
    bookable, seat = full()
    booking = book(bookable)
    after = book(bookable, "Zoe Zander")
    actions.cancel(seat, by=seat.person)
    return booking, after


def test_accepting_an_offer_confirms_it_and_accepting_twice_is_no_error():
    booking, after = offered()

    actions.accept_offer(booking, by=booking.person)
    actions.accept_offer(booking, by=booking.person)

    assert (booking.state, after.state) == (State.CONFIRMED, State.WAITLISTED)
    assert booking.offer.answered_at == MORNING
    assert told(booking.person) == ["booking-waitlisted", "seat-offered", "booking-confirmed"]


def test_passing_an_offer_on_gives_it_to_the_next_in_line():
    booking, after = offered()

    actions.pass_offer_on(booking, by=booking.person)
    actions.pass_offer_on(booking, by=booking.person)

    assert (booking.state, after.state) == (State.CANCELLED, State.OFFERED)
    assert steps(booking)[-1] == ("offered", "cancelled", Because.OFFER_PASSED_ON)


def test_there_is_nothing_to_accept_or_pass_on_without_an_offer():
    bookable, seat = full()
    waiting = book(bookable)

    with pytest.raises(Refused, match="no seat on offer"):
        actions.accept_offer(waiting, by=waiting.person)
    with pytest.raises(Refused, match="no seat on offer"):
        actions.pass_offer_on(seat, by=seat.person)


def test_an_offer_that_ran_out_goes_to_the_next_and_the_person_may_sign_up_again(morning):
    booking, after = offered()
    morning.move_to(booking.offer.expires_at)

    assert actions.expire_offers(clock.now()) == 1
    assert actions.expire_offers(clock.now()) == 0

    assert (booking.state, after.state) == (State.CANCELLED, State.OFFERED)
    assert steps(booking)[-1] == ("offered", "cancelled", Because.OFFER_EXPIRED)
    assert told(booking.person)[-1] == "offer-expired"
    assert book(booking.bookable, booking.person).state is State.WAITLISTED


def test_an_offer_that_ran_out_is_not_accepted_even_if_the_job_is_late(morning):
    booking, _ = offered()
    morning.move_to(booking.offer.expires_at)

    with pytest.raises(Refused, match="run out"):
        actions.accept_offer(booking, by=booking.person)
    actions.expire_offers()


def test_a_late_job_lets_no_newcomer_pass_the_line(morning):
    booking, after = offered()
    morning.move_to(booking.offer.expires_at + HOUR)

    newcomer = book(booking.bookable, "Nia Neu")

    assert (booking.state, after.state, newcomer.state) == (State.CANCELLED, State.OFFERED, State.WAITLISTED)


def test_who_missed_the_offer_signs_up_again_before_the_job_came(morning):
    bookable, seat = full()
    booking = book(bookable)
    actions.cancel(seat, by=seat.person)
    morning.move_to(booking.offer.expires_at)

    again = book(bookable, booking.person)

    assert again.id != booking.id
    assert (booking.state, again.state) == (State.CANCELLED, State.CONFIRMED)


def test_nothing_is_offered_once_the_date_has_begun(morning):
    booking, after = offered()
    morning.move_to(booking.bookable.starts_at)

    actions.expire_offers(clock.now())

    assert (booking.state, after.state) == (State.CANCELLED, State.WAITLISTED)


def approval(**other):
    cast = make.cast()
    return cast, make.bookable("Seminar", mode=Mode.APPROVAL, **({"seats": 1} | other))


def test_a_request_holds_no_seat_and_asks_the_leader_and_the_deputy():
    cast, bookable = approval()
    dia = make.person("Dia Deputy", cast.office)
    make.head(cast.office, dia, Position.DEPUTY, valid_to=clock.today())

    booking = book(bookable, cast.ada, reason="  Für die neue Stelle  ")

    assert (booking.state, booking.reason) == (State.REQUESTED, "Für die neue Stelle")
    assert queries.seats_of([bookable.id])[bookable.id].free == 1
    assert (told(cast.ada), told(cast.max), told(dia)) == (
        ["booking-requested"],
        ["decision-waiting"],
        ["decision-waiting"],
    )
    said = db.session.scalars(select(Notice).where(Notice.person_id == cast.max.id)).one()
    letter = db.session.scalars(select(Mail).where(Mail.person_id == cast.max.id)).one()
    assert (said.values["who"], "Ada Ahrens" in str(letter.values)) == ("Ada Ahrens", False)


def test_approving_gives_the_seat_and_says_who_decided():
    cast, bookable = approval()
    booking = book(bookable, cast.ada)

    actions.approve(booking, by=cast.max)
    actions.approve(booking, by=cast.max)

    assert (booking.state, booking.decided_by_id, booking.decided_at) == (State.CONFIRMED, cast.max.id, MORNING)
    assert told(cast.ada) == ["booking-requested", "booking-confirmed"]


def test_a_request_keeps_its_time_in_the_order(morning):
    cast, bookable = approval()
    kai, ida = make.person("Kai Klein", cast.office), make.person("Ida Innen", cast.office)
    early = book(bookable, cast.ada)
    morning.move_to(MORNING + HOUR)
    seat = actions.approve(book(bookable, kai), by=cast.max)
    late = actions.approve(book(bookable, ida), by=cast.max)
    actions.approve(early, by=cast.max)

    assert [queries.place_in_line(booking) for booking in (early, late, seat)] == [1, 2, None]
    actions.cancel(seat, by=kai)
    assert (early.state, late.state) == (State.OFFERED, State.WAITLISTED)


def test_approving_when_all_is_full_without_a_line_declines():
    cast, bookable = approval(has_waitlist=False)
    late = book(bookable, cast.ada)
    actions.approve(book(bookable, make.person("Kai Klein", cast.office)), by=cast.max)

    actions.approve(late, by=cast.max)

    assert late.state is State.DECLINED
    assert steps(late)[-1][2] == Because.ALL_SEATS_TAKEN


def test_declining_says_why_and_ends_the_request():
    cast, bookable = approval()
    booking = book(bookable, cast.ada)

    actions.decline(booking, by=cast.max, note=" Im Frühjahr gern ")
    actions.decline(booking, by=cast.max, note="Noch einmal")

    assert (booking.state, booking.decision_note) == (State.DECLINED, "Im Frühjahr gern")
    assert told(cast.ada) == ["booking-requested", "booking-declined"]
    with pytest.raises(Refused, match="already declined"):
        actions.approve(booking, by=cast.max)


def test_a_decision_comes_too_late_for_a_withdrawn_request_or_an_approved_one():
    cast, bookable = approval(seats=2)
    withdrawn = actions.cancel(book(bookable, cast.ada), by=cast.ada)
    approved = actions.approve(book(bookable, cast.ada), by=cast.max)

    with pytest.raises(Refused, match="withdrawn"):
        actions.approve(withdrawn, by=cast.max)
    with pytest.raises(Refused, match="already approved"):
        actions.decline(approved, by=cast.max)


def test_a_note_has_its_length():
    cast, bookable = approval()
    with pytest.raises(Refused, match="500"):
        book(bookable, cast.ada, reason="x" * 501)
    booking = book(bookable, cast.ada)
    with pytest.raises(Refused, match="500"):
        actions.decline(booking, by=cast.max, note="x" * 501)


def test_who_has_no_leader_gets_the_seat_and_the_history_says_why():
    house = make.unit("Stadt Probe")
    mayor = make.person("Ute Oben", house)
    make.head(house, mayor)
    bookable = make.bookable(seats=1, mode=Mode.APPROVAL)

    booking = book(bookable, mayor, reason="Für niemanden")

    assert (booking.state, booking.way, booking.reason) == (State.CONFIRMED, Way.SELF, None)
    assert steps(booking) == [(None, "confirmed", Because.NOBODY_LEADS)]
    assert told(mayor) == ["booking-confirmed"]


def test_more_seats_are_offered_to_the_line_in_its_order():
    bookable, _ = full()
    waiting = [book(bookable, f"Person {n}", takes_seat_at_once=n == 1) for n in range(3)]

    actions.resize(bookable, 3, by=waiting[0].person)

    assert [booking.state for booking in waiting] == [State.OFFERED, State.CONFIRMED, State.WAITLISTED]


def test_fewer_seats_than_are_held_are_refused():
    booking, after = offered()

    with pytest.raises(Refused, match="1 seat is taken") as refused:
        actions.resize(booking.bookable, 0, by=after.person)

    assert refused.value.field == "seats"


def test_the_first_statement_of_admission_locks_and_the_count_comes_later(queries, app):
    bookable = make.bookable(seats=1)
    ada = make.person()
    del queries[:]

    actions.admit(bookable, ada, way=Way.SELF, by=ada)

    assert "FROM pool JOIN bookable" in queries[0]
    assert "count(booking.id)" in queries[1]
    if db.engine.dialect.name == "postgresql":
        assert "FOR UPDATE OF pool, bookable" in queries[0]
    assert len(queries) <= 12


def test_a_step_that_is_not_allowed_is_a_fault_of_the_program():
    _, seat = full()
    actions.cancel(seat, by=seat.person)

    with pytest.raises(ValueError, match="can't go from cancelled to confirmed"):
        actions.admission.move(seat, State.CONFIRMED, by=None, now=MORNING)
