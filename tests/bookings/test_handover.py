"""Passing a seat to a colleague, and exchanging seats: without a free one, all of it or nothing."""

import datetime as dt

import pytest

from app import clock
from app.bookings import actions, audit, queries
from app.bookings.rules import Group, Mode, Stage, State, Way
from app.db import db
from app.errors import Refused
from tests import make
from tests.bookings.test_actions import book, steps, told
from tests.bookings.test_parts import part

DAY = dt.timedelta(days=1)

pytestmark = pytest.mark.usefixtures("promises_hold")


def offered(bookable=None, to="Zoe Zander", wanted=None, unit=None):
    """Max has a seat and offers it to a colleague; the offer, and the colleague."""
    zoe = make.person(to, unit)
    seat = book(bookable or make.bookable("Excel", seats=1), "Max Mohr")
    return actions.propose_handover(seat, who=to, wanted=wanted), zoe


def live(bookable, person):
    return db.session.scalars(queries.live_booking(bookable.id, person.id)).one_or_none()


def refusal(action, *things, **named):
    with pytest.raises(Refused) as refused, db.session.begin_nested():
        action(*things, **named)
    db.session.expire_all()
    return refused.value.sentence


def test_a_seat_goes_to_the_colleague_who_says_yes_though_all_are_taken():
    handover, zoe = offered()

    actions.accept_handover(handover, by=zoe)

    mine = live(handover.booking.bookable, zoe)
    assert (mine.state, mine.way) == (State.CONFIRMED, Way.HANDOVER)
    assert steps(mine) == [(None, "confirmed", "seat passed to a colleague")]
    assert steps(handover.booking)[-1] == ("confirmed", "cancelled", "seat passed to a colleague")
    assert told(handover.booking.person) == ["booking-confirmed", "handover-accepted"]
    assert told(zoe) == ["handover-proposed", "booking-confirmed"]


def test_saying_yes_twice_changes_nothing_more():
    handover, zoe = offered()

    for _ in range(2):
        actions.accept_handover(handover, by=zoe)

    assert told(zoe) == ["handover-proposed", "booking-confirmed"]


def test_nobody_in_line_moves_when_a_seat_is_passed_on():
    handover, zoe = offered()
    waiting = book(handover.booking.bookable, "Ada Ahrens")

    actions.accept_handover(handover, by=zoe)

    assert waiting.state is State.WAITLISTED
    assert queries.place_in_line(waiting) == 1


def test_who_waits_leaves_the_line_for_the_seat_of_the_colleague():
    handover, zoe = offered()
    first, mine = book(handover.booking.bookable, "Ada Ahrens"), book(handover.booking.bookable, zoe)

    actions.accept_handover(handover, by=zoe)

    assert (first.state, mine.state) == (State.WAITLISTED, State.CONFIRMED)


def test_a_seat_that_is_on_offer_for_the_colleague_goes_to_the_next_in_line():
    bookable = make.bookable(seats=2)
    other = book(bookable, "Kim Koch")
    handover, zoe = offered(bookable)
    mine, next_one = book(bookable, zoe), book(bookable, "Ada Ahrens")
    actions.cancel(other, by=other.person)

    actions.accept_handover(handover, by=zoe)

    assert (mine.state, next_one.state) == (State.CONFIRMED, State.OFFERED)


def test_a_colleague_of_another_unit_needs_a_place_in_their_own_quota():
    youth, bookable = make.unit("Jugendamt"), make.bookable(seats=3)
    actions.set_quotas(bookable, {Group(youth.id, None): 1}, by=make.person("Lin Lorenz"))
    ada = book(bookable, make.person("Ada Ahrens", youth))
    handover, zoe = offered(bookable, unit=youth)

    why = refusal(actions.accept_handover, handover, by=zoe)

    assert why == "The group of Zoe Zander has all the seats that it may have. The seat stays where it is."
    assert (handover.stage, handover.booking.state) == (Stage.OPEN, State.CONFIRMED)
    actions.cancel(ada, by=ada.person)
    actions.accept_handover(handover, by=zoe)
    assert live(bookable, zoe).state is State.CONFIRMED


def test_within_a_full_quota_a_seat_can_be_passed_on():
    youth, bookable = make.unit("Jugendamt"), make.bookable(seats=3)
    actions.set_quotas(bookable, {Group(youth.id, None): 1}, by=make.person("Lin Lorenz"))
    seat, zoe = book(bookable, make.person("Max Mohr", youth)), make.person("Zoe Zander", youth)

    actions.accept_handover(actions.propose_handover(seat, who="Zoe Zander"), by=zoe)

    assert live(bookable, zoe).state is State.CONFIRMED


def test_a_place_that_becomes_free_in_a_quota_goes_to_the_line():
    youth, bookable = make.unit("Jugendamt"), make.bookable(seats=3)
    actions.set_quotas(bookable, {Group(youth.id, None): 1}, by=make.person("Lin Lorenz"))
    seat, zoe = book(bookable, make.person("Max Mohr", youth)), make.person("Zoe Zander")
    waiting = book(bookable, make.person("Ada Ahrens", youth))

    actions.accept_handover(actions.propose_handover(seat, who="Zoe Zander"), by=zoe)

    assert waiting.state is State.OFFERED


def exchange():
    """Max at the first date would like the second, where Zoe is; both are full."""
    first, second = (make.bookable("Excel", seats=1, in_days=days, path="/courses/excel") for days in (9, 16))
    handover, zoe = offered(first, wanted=second)
    book(second, zoe)
    return handover, zoe, first, second


def test_two_exchange_their_seats_at_full_dates():
    handover, zoe, first, second = exchange()
    max_ = handover.booking.person

    actions.accept_handover(handover, by=zoe)

    assert [live(first, zoe).state, live(second, max_).state] == [State.CONFIRMED, State.CONFIRMED]
    assert (live(first, max_), live(second, zoe)) == (None, None)


def test_an_exchange_that_fails_for_one_changes_nothing_for_both():
    handover, zoe, first, second = exchange()
    office = make.unit("Bauamt")
    first.audience_id = office.id
    db.session.flush()

    why = refusal(actions.accept_handover, handover, by=zoe)

    assert why == "This date is only open to Bauamt."
    assert live(first, handover.booking.person).state is State.CONFIRMED
    assert live(second, zoe).state is State.CONFIRMED


def test_without_a_seat_to_give_there_is_no_exchange():
    handover, zoe = offered(wanted=make.bookable(in_days=3))

    why = refusal(actions.accept_handover, handover, by=zoe)

    assert why == "You have no seat at the date that your colleague would like in return."


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ({"in_days": -2}, "This date is over."),
        ({"in_days": 3, "cancelled_at": dt.datetime(2026, 1, 5, tzinfo=dt.UTC)}, "This date was cancelled."),
        ({"in_days": 3, "mode": Mode.APPROVAL}, "Here leaders decide who gets a seat."),
    ],
)
def test_nobody_is_asked_for_a_seat_that_could_not_be_given(wanted, why):
    seat = book(make.bookable("Excel", in_days=9), "Max Mohr")
    make.person("Zoe Zander")

    sentence = refusal(actions.propose_handover, seat, who="Zoe Zander", wanted=make.bookable("Excel", **wanted))

    assert sentence.startswith(why)


def test_who_has_a_seat_there_already_takes_no_second():
    handover, zoe = offered(make.bookable(seats=2))
    book(handover.booking.bookable, zoe)

    assert refusal(actions.accept_handover, handover, by=zoe) == "Zoe Zander has a seat there already."
    assert handover.booking.state is State.CONFIRMED


def test_an_answer_after_the_time_is_refused_whether_or_not_a_job_ran(morning):
    handover, zoe = offered()
    morning.move_to(handover.expires_at)

    assert "The time for an answer is over" in refusal(actions.accept_handover, handover, by=zoe)
    assert db.session.scalars(queries.open_handover(handover.booking_id, clock.now())).all() == []
    again = actions.propose_handover(handover.booking, who="Zoe Zander")
    assert (handover.stage, again.stage) == (Stage.LAPSED, Stage.OPEN)


def test_the_time_to_answer_rests_at_night():
    handover, _ = offered(make.bookable(in_days=1))

    assert handover.expires_at - handover.proposed_at == dt.timedelta(hours=2)
    handover, _ = offered(make.bookable(in_days=5), to="Kim Koch")
    assert handover.expires_at - handover.proposed_at == dt.timedelta(hours=11 + 11 + 13)


def test_declining_leaves_the_seat_and_tells_its_owner():
    handover, zoe = offered()

    for _ in range(2):
        actions.decline_handover(handover, by=zoe)

    assert handover.booking.state is State.CONFIRMED
    assert told(handover.booking.person) == ["booking-confirmed", "handover-declined"]
    assert refusal(actions.accept_handover, handover, by=zoe).endswith("this was declined.")


def test_a_withdrawn_offer_can_not_be_accepted_any_more():
    handover, zoe = offered()

    actions.withdraw_handover(handover)

    assert refusal(actions.accept_handover, handover, by=zoe) == "The colleague keeps the seat after all."


def test_giving_the_seat_back_ends_the_offer():
    handover, zoe = offered()

    actions.cancel(handover.booking, by=handover.booking.person)

    assert handover.stage is Stage.LAPSED
    assert refusal(actions.accept_handover, handover, by=zoe).startswith("The time for an answer is over")


def test_a_date_that_is_called_off_ends_the_offer():
    handover, zoe = offered()
    handover.booking.bookable.cancelled_at = clock.now()
    db.session.flush()

    assert refusal(actions.accept_handover, handover, by=zoe) == "This date was cancelled."
    assert db.session.scalars(queries.waiting_handovers(zoe.id, clock.now())).all() == []


def test_where_leaders_decide_a_seat_is_given_back_and_not_passed_on():
    seat = make.booking(make.bookable(mode=Mode.APPROVAL), make.person("Max Mohr"))
    make.person("Zoe Zander")

    assert refusal(actions.propose_handover, seat, who="Zoe Zander").startswith("Here leaders decide")
    db.session.delete(seat)


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ("Niemand Hier", "Nobody here is called so. Please write the given name and the family name."),
        ("Max Mohr", "This seat is yours already."),
    ],
)
def test_only_a_colleague_can_be_asked(who, why):
    seat = book(make.bookable(), "Max Mohr")

    assert refusal(actions.propose_handover, seat, who=who) == why


def test_one_colleague_is_asked_at_a_time():
    handover, _ = offered()
    make.person("Kim Koch")

    why = refusal(actions.propose_handover, handover.booking, who="Kim Koch")

    assert why == "You have asked Zoe Zander already. Please withdraw that first."


def test_nobody_is_asked_whose_unit_may_not_come():
    office = make.unit("Bauamt")
    seat = book(make.bookable(audience_id=office.id), make.person("Max Mohr", office))
    make.person("Zoe Zander")

    assert refusal(actions.propose_handover, seat, who="Zoe Zander").startswith("This date is not open")


def test_who_has_a_seat_where_is_not_told_by_the_dates_in_exchange():
    first, second = (make.bookable("Excel", in_days=days, path="/courses/excel") for days in (9, 16))
    make.bookable("Word", path="/courses/word")
    seat = book(first, "Max Mohr")

    before = db.session.scalars(queries.dates_in_exchange(seat, clock.now())).all()
    book(second, "Zoe Zander")

    assert before == db.session.scalars(queries.dates_in_exchange(seat, clock.now())).all() == [second]


def test_the_audit_names_an_offer_of_a_seat_that_is_none_and_one_that_was_lost():
    handover, zoe = offered()
    other = make.booking(make.bookable(), zoe, State.CANCELLED)
    astray = make.handover(other, handover.booking.person)
    lost = make.handover(make.booking(make.bookable(), zoe), handover.booking.person)
    lost.stage, lost.answered_at = Stage.ACCEPTED, clock.now()
    db.session.flush()

    named = [one.where for one in audit.violations() if one.promise.startswith("each seat passed")]

    assert named == [
        f"handover {astray.id} offers a seat that is none",
        f"handover {lost.id} was accepted, and the seat was not given",
    ]
    db.session.rollback()


def test_who_passes_on_the_whole_gives_back_the_seats_in_its_parts(context):
    whole = make.bookable("Lerntage")
    part = make.bookable("Daten", part_of_id=whole.id)
    ada, ben = make.person("Ada Ahrens"), make.person("Ben Brandt")
    seat, session = actions.book(whole, ada, by=ada), actions.book(part, ada, by=ada)

    actions.accept_handover(actions.propose_handover(seat, who="Ben Brandt"), by=ben)

    assert (seat.state, session.state) == (State.CANCELLED, State.CANCELLED)
    assert queries.live_bookings_of(ben.id, [whole.id])[whole.id].state is State.CONFIRMED
    assert queries.live_bookings_of(ben.id, [part.id]) == {}


class Programme:
    """Max and Zoe at an event, each in a full slot of the first hour; in the second there is another slot."""

    def __init__(self):
        self.whole = make.bookable("Lerntage")
        self.plain, self.data = part(self.whole, "Klare Sprache", seats=1), part(self.whole, "Daten lesen", seats=1)
        self.later = part(self.whole, "Erste Hilfe", begins=1)
        self.max, self.zoe = make.person("Max Mohr"), make.person("Zoe Zander")
        for person, slot in ((self.max, self.plain), (self.zoe, self.data)):
            book(self.whole, person)
            book(slot, person)

    def ask(self):
        return actions.propose_handover(live(self.plain, self.max), who="Zoe Zander", wanted=self.data)

    def offered(self):
        """What Max can have in exchange."""
        return db.session.scalars(queries.dates_in_exchange(live(self.plain, self.max), clock.now())).all()


def test_two_exchange_full_slots_that_are_at_the_same_time():
    here = Programme()

    actions.accept_handover(here.ask(), by=here.zoe)

    assert [live(here.data, here.max).way, live(here.plain, here.zoe).way] == [Way.HANDOVER, Way.HANDOVER]
    assert (live(here.plain, here.max), live(here.data, here.zoe)) == (None, None)


def test_a_slot_is_exchanged_and_never_passed_on_for_nothing():
    here = Programme()

    why = refusal(actions.propose_handover, live(here.plain, here.max), who="Zoe Zander")

    assert why == "In a programme seats are exchanged. Please choose what you would like in return."


def test_what_fits_in_the_programme_can_be_had_in_exchange():
    here = Programme()
    part(make.bookable("Fachtag"), "Anderswo")

    assert here.offered() == [here.data, here.later]

    book(here.later, here.max)
    part(here.whole, "Auch später", begins=1)

    assert here.offered() == [here.data]


def test_who_has_chosen_something_else_for_that_time_meanwhile_does_not_exchange():
    here = Programme()
    handover = actions.propose_handover(live(here.plain, here.max), who="Zoe Zander", wanted=here.later)
    actions.cancel(live(here.data, here.zoe), by=here.zoe)
    book(here.later, here.zoe)
    second = part(here.whole, "Auch später", begins=1)
    book(second, here.max)

    why = refusal(actions.accept_handover, handover, by=here.zoe)

    assert why == "Max Mohr has chosen something else for this time meanwhile."
    assert live(here.later, here.zoe).state is State.CONFIRMED


def test_whoever_is_not_at_the_event_has_no_slot_to_exchange():
    here = Programme()
    actions.cancel(live(here.whole, here.zoe), by=here.zoe)

    why = refusal(actions.accept_handover, here.ask(), by=here.zoe)

    assert why == "You have no seat at the date that your colleague would like in return."
