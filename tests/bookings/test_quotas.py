"""Quotas: so many seats for the people of a unit or a grade at most; nobody else waits for them."""

import pytest

from app import clock
from app.bookings import actions
from app.bookings.queries import seats_of
from app.bookings.rules import Group, Mode, State
from app.db import db
from app.errors import Refused
from app.people.rules import Grade
from tests import make
from tests.bookings.test_actions import book, told

pytestmark = pytest.mark.usefixtures("promises_hold")


@pytest.fixture
def youth():
    """An office with a section below it."""
    return make.unit("Jugendamt")


def limited(youth, most=1, seats=10, **other):
    bookable = make.bookable(seats=seats, **other)
    actions.set_quotas(bookable, {Group(youth.id, None): most}, by=make.person("Lin Lorenz"))
    return bookable


def from_youth(youth, name="Ada Ahrens", **other):
    return make.person(name, youth, **other)


def test_who_is_beyond_the_quota_of_the_group_waits_though_seats_are_free(youth):
    bookable = limited(youth)
    book(bookable, from_youth(youth))

    second, other = book(bookable, from_youth(youth, "Ben Brandt")), book(bookable, "Zoe Zander")

    assert (second.state, other.state) == (State.WAITLISTED, State.CONFIRMED)


def test_a_quota_counts_the_units_below(youth):
    bookable = limited(youth)
    below = make.unit("Kita Nord", youth)

    states = [book(bookable, make.person(name, below)).state for name in ("Ada Ahrens", "Ben Brandt")]

    assert states == [State.CONFIRMED, State.WAITLISTED]


def test_a_quota_of_a_grade_counts_it_in_every_unit(youth):
    clerk, trainee = make.job(), make.job(grade=Grade.TRAINEE)
    bookable = make.bookable()
    actions.set_quotas(bookable, {Group(None, Grade.TRAINEE): 1}, by=make.person("Lin Lorenz"))

    states = [
        book(bookable, make.person("Ada Ahrens", youth, job_id=trainee.id)).state,
        book(bookable, make.person("Ben Brandt", job_id=trainee.id)).state,
        book(bookable, make.person("Zoe Zander", job_id=clerk.id)).state,
        book(bookable, make.person("Max Mohr")).state,
    ]

    assert states == [State.CONFIRMED, State.WAITLISTED, State.CONFIRMED, State.CONFIRMED]


def test_a_seat_that_is_given_back_goes_to_the_first_whose_group_may_have_it(youth):
    bookable = limited(youth, most=1, seats=2)
    book(bookable, from_youth(youth))
    seat = book(bookable, "Max Mohr")
    blocked, next_one = book(bookable, from_youth(youth, "Ben Brandt")), book(bookable, "Zoe Zander")

    actions.cancel(seat, by=seat.person)

    assert (blocked.state, next_one.state) == (State.WAITLISTED, State.OFFERED)
    assert told(next_one.person) == ["booking-waitlisted", "seat-offered"]


def test_a_seat_of_the_group_goes_to_the_next_of_the_group(youth):
    bookable = limited(youth)
    seat = book(bookable, from_youth(youth))
    blocked = book(bookable, from_youth(youth, "Ben Brandt"))

    actions.cancel(seat, by=seat.person)

    assert blocked.state is State.OFFERED


def test_an_open_offer_counts_in_the_quota(youth):
    bookable = limited(youth)
    seat = book(bookable, from_youth(youth))
    book(bookable, from_youth(youth, "Ben Brandt"))
    actions.cancel(seat, by=seat.person)

    assert book(bookable, from_youth(youth, "Cem Celik")).state is State.WAITLISTED


def test_who_only_waits_for_the_quota_leaves_the_other_seats_free(youth):
    bookable = limited(youth, seats=3)
    book(bookable, from_youth(youth))
    book(bookable, from_youth(youth, "Ben Brandt"))

    seats = seats_of([bookable.id])[bookable.id]

    assert (seats.free, seats.waiting, seats.blocked, seats.is_full) == (2, 1, 1, False)


def test_raising_or_lifting_a_quota_serves_the_line(youth):
    bookable, lin = limited(youth), make.person("Lin Lorenz")
    book(bookable, from_youth(youth))
    second, third = (book(bookable, from_youth(youth, name)) for name in ("Ben Brandt", "Cem Celik"))

    actions.set_quotas(bookable, {Group(youth.id, None): 2}, by=lin)
    assert (second.state, third.state) == (State.OFFERED, State.WAITLISTED)

    actions.set_quotas(bookable, {}, by=lin)
    assert third.state is State.OFFERED


def test_a_new_quota_counts_those_who_have_a_seat_already(youth):
    bookable = make.bookable()
    book(bookable, from_youth(youth))
    actions.set_quotas(bookable, {Group(youth.id, None): 1}, by=make.person("Lin Lorenz"))

    assert book(bookable, from_youth(youth, "Ben Brandt")).state is State.WAITLISTED


def test_a_quota_takes_a_seat_from_nobody(youth):
    bookable = make.bookable()
    for name in ("Ada Ahrens", "Ben Brandt"):
        book(bookable, from_youth(youth, name))

    with pytest.raises(Refused, match="“Jugendamt”: 2 seats are taken or on offer"), db.session.begin_nested():
        actions.set_quotas(bookable, {Group(youth.id, None): 1}, by=make.person("Lin Lorenz"))


def test_a_quota_larger_than_all_seats_is_refused(youth):
    with pytest.raises(Refused, match="There are 10 seats in all") as refusal:
        limited(youth, most=11)

    assert refusal.value.field == "most"


def test_a_request_counts_when_the_leader_approves_it(youth):
    bookable = limited(youth, mode=Mode.APPROVAL)
    max_mohr = make.person("Max Mohr", youth)
    make.head(youth, max_mohr)
    requests = [book(bookable, from_youth(youth, name)) for name in ("Ada Ahrens", "Ben Brandt")]

    for request in requests:
        actions.approve(request, by=max_mohr)

    assert [request.state for request in requests] == [State.CONFIRMED, State.WAITLISTED]


def test_a_person_who_changes_the_unit_still_counts_where_they_signed_up(youth):
    bookable = limited(youth)
    booking = book(bookable, from_youth(youth))
    booking.person.unit = make.unit("Tiefbauamt")
    db.session.flush()

    assert book(bookable, from_youth(youth, "Ben Brandt")).state is State.WAITLISTED


@pytest.mark.parametrize("number", [1, 3])
def test_seats_of_many_with_quotas_are_counted_in_three_statements(youth, queries, number):
    shown = [limited(youth) for _ in range(number)]
    for bookable in shown:
        book(bookable, from_youth(youth))
        book(bookable, from_youth(youth, "Ben Brandt"))
    del queries[:]

    seats = seats_of([bookable.id for bookable in shown])

    assert len(queries) == 3
    assert [one.blocked for one in seats.values()] == [1] * number


def test_an_allowance_is_accepted_and_never_called_free():
    bookable = make.bookable(seats=1)
    bookable.pools[0].allowance = 1
    states = [book(bookable, name).state for name in ("Ada Ahrens", "Ben Brandt", "Cem Celik")]

    seats = seats_of([bookable.id], clock.now())[bookable.id]

    assert states == [State.CONFIRMED, State.CONFIRMED, State.WAITLISTED]
    assert (seats.free, seats.limit, seats.is_full) == (0, 2, True)
