"""Seats, terms and the steps of a booking."""

import dataclasses
import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bookings import rules
from app.bookings.rules import Group, Mode, Seats, State, Terms, Way, servable
from app.people.rules import Grade

HOUSE = ZoneInfo("Europe/Berlin")
NOW = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
YEAR = dt.datetime(2026, 1, 1, tzinfo=HOUSE)
OPEN = Terms(opens_at=NOW - DAY, closes_at=NOW + DAY, starts_at=NOW + 2 * DAY, cancel_until=NOW + DAY)


def test_what_a_newcomer_gets_depends_on_seats_mode_and_way():
    free, full = Seats(2, confirmed=1), Seats(2, confirmed=2)

    assert rules.state_for(free, Mode.FIRST_COME, Way.SELF, has_waitlist=True) is State.CONFIRMED
    assert rules.state_for(full, Mode.FIRST_COME, Way.SELF, has_waitlist=True) is State.WAITLISTED
    assert rules.state_for(full, Mode.FIRST_COME, Way.SELF, has_waitlist=False) is State.DECLINED
    assert rules.state_for(free, Mode.APPROVAL, Way.SELF, has_waitlist=True) is State.REQUESTED
    assert rules.state_for(free, Mode.APPROVAL, Way.APPROVAL, has_waitlist=True) is State.CONFIRMED
    assert rules.state_for(full, Mode.APPROVAL, Way.APPROVAL, has_waitlist=True) is State.WAITLISTED


def test_offers_and_people_in_line_count_as_taken_and_run_out_offers_do_not():
    assert Seats(3, confirmed=1, offered=1).free == 1
    assert Seats(3, confirmed=1, offered=1, waiting=1).free == 0
    assert Seats(3, confirmed=1, run_out=1).free == 2
    assert Seats(None, confirmed=1000).free is None


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_seats_to_offer_never_exceed_what_nobody_holds(capacity, confirmed, offered, waiting):
    seats = Seats(capacity, confirmed, offered, waiting)

    assert 0 <= seats.to_offer <= waiting
    assert seats.to_offer <= max(0, capacity - seats.held)
    assert not (seats.free and seats.to_offer < waiting)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"is_cancelled": True}, "This date was cancelled."),
        ({"opens_at": NOW + HOUR}, "Sign-up has not begun yet."),
        ({"closes_at": NOW}, "Sign-up is closed."),
        ({"starts_at": NOW, "closes_at": NOW}, "This date has begun already."),
        ({"opens_at": None}, None),
        ({}, None),
    ],
)
def test_why_nobody_can_sign_up(change, sentence):
    terms = Terms(**(vars(OPEN) | change))

    assert rules.closed_reason(terms, NOW) == sentence


def test_a_request_can_be_approved_after_sign_up_has_closed_until_the_date_begins():
    assert rules.closed_reason(OPEN, OPEN.closes_at, Way.APPROVAL) is None
    assert rules.closed_reason(OPEN, OPEN.starts_at, Way.APPROVAL) == "This date has begun already."


def test_a_seat_can_be_given_back_until_the_deadline_and_a_place_in_line_until_the_date_begins():
    late = OPEN.cancel_until

    assert rules.cancel_closed_reason(State.CONFIRMED, OPEN, late - HOUR) is None
    assert "organisers" in rules.cancel_closed_reason(State.CONFIRMED, OPEN, late)
    assert rules.cancel_closed_reason(State.WAITLISTED, OPEN, late) is None
    assert rules.cancel_closed_reason(State.WAITLISTED, OPEN, OPEN.starts_at) == "This date has begun already."


def test_of_a_date_that_is_called_off_nothing_needs_to_be_given_back():
    called_off = dataclasses.replace(OPEN, is_cancelled=True)

    assert "nothing" in rules.cancel_closed_reason(State.WAITLISTED, called_off, OPEN.cancel_until - HOUR)


def test_the_line_is_served_until_the_date_begins_or_is_cancelled():
    assert rules.serves_line(OPEN, OPEN.closes_at)
    assert not rules.serves_line(OPEN, OPEN.starts_at)
    assert not rules.serves_line(Terms(**(vars(OPEN) | {"is_cancelled": True})), NOW)


def test_nothing_follows_the_end_and_every_state_can_be_reached():
    ends = {state for state in State if not any(rules.may_follow(state, after) for after in State)}
    reached = {after for before in [None, *State] for after in State if rules.may_follow(before, after)}

    assert ends == {State.DECLINED, State.CANCELLED}
    assert reached == set(State)
    assert set(State) - ends == rules.LIVE


def test_a_smaller_pool_takes_nobodys_seat():
    assert rules.least_seats(Seats(10, confirmed=6, offered=2, waiting=4), allowance=0) == 8
    assert rules.least_seats(Seats(12, confirmed=6, offered=2), allowance=2) == 6
    assert rules.least_seats(Seats(12), allowance=2) == 0


def test_the_audience_is_a_unit_and_all_below_it():
    assert rules.is_in_audience(None, "/1/4/")
    assert rules.is_in_audience(4, "/1/4/9/")
    assert not rules.is_in_audience(4, "/1/14/40/")


@pytest.mark.parametrize(
    ("made", "days_before", "until"),
    [
        ("2026-11-24T09:00", 30, "2026-11-27T18:00"),
        ("2026-11-24T09:00", 5, "2026-11-25T20:00"),
        ("2026-11-24T09:00", 1, "2026-11-24T11:00"),
        ("2026-11-24T19:00", 2, "2026-11-25T08:00"),
        ("2026-11-24T23:30", 2, "2026-11-25T09:00"),
        ("2026-11-24T05:00", 2, "2026-11-24T09:00"),
    ],
)
def test_an_offer_is_held_longer_the_further_the_date_and_nights_do_not_count(made, days_before, until):
    moment = dt.datetime.fromisoformat(made).replace(tzinfo=HOUSE)

    held = rules.expires_at(moment, moment + days_before * DAY)

    assert held.astimezone(HOUSE) == dt.datetime.fromisoformat(until).replace(tzinfo=HOUSE)


@given(
    st.integers(0, 365 * 24 * 60).map(lambda minutes: YEAR + minutes * dt.timedelta(minutes=1)),
    st.timedeltas(dt.timedelta(0), dt.timedelta(days=40)),
)
def test_an_offer_ends_after_it_was_made_and_before_the_date_begins(made_at, distance):
    starts_at = made_at.astimezone(dt.UTC) + distance

    held = rules.expires_at(made_at, starts_at)

    assert made_at.astimezone(dt.UTC) <= held <= starts_at


def test_a_date_that_is_over_is_not_said_to_have_begun():
    terms = dataclasses.replace(OPEN, ends_at=OPEN.starts_at + HOUR)

    assert rules.closed_reason(terms, OPEN.starts_at) == "This date has begun already."
    assert rules.closed_reason(terms, OPEN.starts_at + HOUR) == "This date is over."


def test_an_offer_made_after_the_beginning_is_over_at_once():
    assert rules.expires_at(NOW, NOW - HOUR) == NOW - HOUR


lines = st.lists(st.frozensets(st.integers(1, 4), max_size=3), max_size=12)
rooms = st.dictionaries(st.integers(1, 4), st.integers(-1, 4))


@given(lines, rooms)
def test_the_line_is_served_in_order_within_all_quotas(groups, room):
    line = list(enumerate(groups))

    served = list(servable(line, room))

    assert served == sorted(served)
    for pool, most in room.items():
        assert sum(pool in groups[one] for one in served) <= max(0, most)


@given(lines, rooms)
def test_whoever_is_not_served_is_kept_out_by_a_quota_used_up_by_others_before(groups, room):
    served = set(servable(list(enumerate(groups)), room))

    for place, quotas in enumerate(groups):
        if place not in served:
            before = [groups[one] for one in served if one < place]
            assert any(pool in room and sum(pool in one for one in before) >= room[pool] for pool in quotas)


@pytest.mark.parametrize(
    ("group", "path", "grade", "counts"),
    [
        (Group(4, None), "/1/4/9/", Grade.CLERK, True),
        (Group(4, None), "/1/44/", Grade.CLERK, False),
        (Group(None, Grade.CLERK), "/1/44/", Grade.CLERK, True),
        (Group(None, Grade.CLERK), "/1/44/", None, False),
        (Group(4, Grade.CLERK), "/1/4/", Grade.CLERK, True),
        (Group(4, Grade.CLERK), "/1/4/", Grade.TRAINEE, False),
    ],
)
def test_a_group_counts_its_unit_and_its_grade(group, path, grade, counts):
    assert group.includes(path, grade) is counts
