"""Coming in at the door: never more people than the hall takes, and nobody with a seat is kept out for one without."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import clock
from app.bookings import actions, audit, queries
from app.bookings.rules import ALL_COME, SEATS_GO, Hall, Mode, State, Way
from app.errors import Refused
from app.text.language import speaking
from tests import make
from tests.bookings.test_actions import book, told
from tests.bookings.test_handover import refusal

HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)
NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
people = st.integers(0, 40)


class TestTheHall:
    @given(limit=people, present=people, expected=people, share=people, walked_in=people, minutes=st.integers(-60, 60))
    def test_nobody_comes_in_beyond_its_limit(self, limit, present, expected, share, walked_in, minutes):
        hall = Hall(limit, present, expected, share, walked_in)

        room = hall.room_without_seat(NOON, NOON + minutes * MINUTE)

        assert 0 <= room <= max(0, limit - present)

    @given(limit=people, present=people, expected=people, minutes=st.integers(11, 60))
    def test_without_places_kept_those_without_a_seat_leave_room_for_all_who_are_expected(
        self, limit, present, expected, minutes
    ):
        room = Hall(limit, present, expected).room_without_seat(NOON, NOON - minutes * MINUTE)

        assert room == max(0, limit - present - expected)

    def test_places_kept_for_them_are_theirs_from_the_beginning(self):
        hall = Hall(450, present=10, expected=500, share=20, walked_in=5)

        assert hall.room_without_seat(NOON, NOON - HOUR) == 15

    def test_ten_minutes_before_the_start_the_seats_of_those_who_have_not_come_go(self):
        hall = Hall(100, present=60, expected=40)

        assert [hall.room_without_seat(NOON, NOON - SEATS_GO - dt.timedelta(seconds=one)) for one in (1, 0)] == [0, 40]

    def test_for_five_minutes_those_who_had_applied_come_first(self):
        hall = Hall(100, present=60, expected=40, applied=7)
        moments = [NOON - SEATS_GO, NOON - ALL_COME - dt.timedelta(seconds=1), NOON - ALL_COME]

        assert [hall.room_without_seat(NOON, one) for one in moments] == [0, 0, 40]
        assert [hall.room_without_seat(NOON, one, has_applied=True) for one in moments] == [40, 40, 40]

    def test_a_hall_without_a_limit_takes_everybody(self):
        assert Hall(None, present=1000).room_without_seat(NOON, NOON) is None


@pytest.mark.usefixtures("promises_hold")
class TestAtTheDoor:
    @pytest.fixture
    def lin(self):
        return make.person("Lin Orga")

    @pytest.fixture
    def fair(self):
        """Two seats, today in an hour."""
        start = clock.now() + HOUR
        return make.bookable("Messe", seats=2, in_days=0, **make.times(start, hours=5))

    def test_who_has_a_seat_comes_in_once_and_the_second_time_changes_nothing(self, fair, lin, morning):
        seat = book(fair, "Ada Anders")

        first = actions.arrive(seat, day=clock.today(), by=lin)
        morning.shift(HOUR)
        second = actions.arrive(seat, day=clock.today(), by=lin)

        assert (second.id, second.recorded_at) == (first.id, clock.now() - HOUR)
        assert queries.hall(fair, clock.today()) == Hall(2, present=1)

    def test_a_full_hall_takes_nobody_not_even_with_a_seat(self, fair, lin):
        actions.limit_hall(fair, hall_limit=1, door_share=0, by=lin)
        ada, bo = (book(fair, name) for name in ("Ada Anders", "Bo Berg"))
        actions.arrive(ada, day=clock.today(), by=lin)

        sentence = refusal(actions.arrive, bo, day=clock.today(), by=lin)

        assert sentence == "The hall is full: as many people as may be in it are there."

    @pytest.mark.parametrize("is_given_back", [True, False])
    def test_a_ticket_without_a_seat_opens_nothing(self, fair, lin, is_given_back):
        for name in ("Bo Berg", "Cem Can"):
            book(fair, name)
        booking = book(fair, "Ada Anders")
        if is_given_back:
            actions.cancel(booking, by=booking.person)

        assert refusal(actions.arrive, booking, day=clock.today(), by=lin) == "Ada Anders has no seat."

    def test_an_open_offer_is_accepted_by_coming(self, fair, lin):
        first, _, booking = (book(fair, name) for name in ("Bo Berg", "Cem Can", "Ada Anders"))
        actions.cancel(first, by=first.person)
        assert booking.state is State.OFFERED

        actions.arrive(booking, day=clock.today(), by=lin)

        assert booking.state is State.CONFIRMED

    @pytest.mark.parametrize("days", [-1, 1])
    def test_on_another_day_the_door_is_closed(self, fair, lin, days):
        seat = book(fair, "Ada Anders")

        sentence = refusal(actions.arrive, seat, day=clock.today() + dt.timedelta(days=days), by=lin)

        assert sentence == "The door is open on the day of the date only."

    def test_who_has_no_seat_comes_in_while_nobody_else_expects_the_place(self, fair, lin):
        book(fair, "Ada Anders")
        bo = make.person("Bo Berg")

        there = actions.let_in(fair, bo, day=clock.today(), by=lin)

        assert (there.booking.state, there.booking.way) == (State.CONFIRMED, Way.DOOR)
        assert told(bo) == []
        assert queries.hall(fair, clock.today()) == Hall(2, present=1, expected=1, walked_in=1)
        assert refusal(actions.let_in, fair, make.person("Cem Can"), day=clock.today(), by=lin).startswith(
            "1 more person with a seat is expected."
        )

    def test_shortly_before_the_start_it_does_not_wait_for_those_who_have_not_come(self, fair, lin, morning):
        for name in ("Ada Anders", "Bo Berg"):
            book(fair, name)
        morning.shift(HOUR - SEATS_GO)

        actions.let_in(fair, make.person("Cem Can"), day=clock.today(), by=lin)

        assert queries.hall(fair, clock.today()) == Hall(2, present=1, expected=2, walked_in=1)

    def test_who_waited_for_a_seat_gets_in_and_waits_no_more(self, fair, lin, morning):
        for name in ("Ada Anders", "Bo Berg"):
            book(fair, name)
        waiting = book(fair, "Cem Can")
        morning.shift(2 * HOUR)

        actions.let_in(fair, waiting.person, day=clock.today(), by=lin)

        assert (waiting.state, waiting.way) == (State.CONFIRMED, Way.DOOR)

    def test_who_came_without_a_seat_takes_none_from_those_who_sign_up(self, fair, lin):
        actions.limit_hall(fair, hall_limit=3, door_share=1, by=lin)
        actions.let_in(fair, make.person("Cem Can"), day=clock.today(), by=lin)

        assert queries.seats_of([fair.id])[fair.id].free == 2

    def test_undone_the_one_with_a_seat_keeps_it_and_the_one_without_has_none(self, fair, lin):
        seat = book(fair, "Ada Anders")
        there = [actions.arrive(seat, day=clock.today(), by=lin)]
        there.append(actions.let_in(fair, make.person("Bo Berg"), day=clock.today(), by=lin))
        walked_in = there[1].booking

        for one in there:
            actions.undo_arrival(one, by=lin)

        assert (seat.state, walked_in.state) == (State.CONFIRMED, State.CANCELLED)
        assert queries.hall(fair, clock.today()) == Hall(2, expected=1)

    def test_on_the_second_day_everybody_comes_in_anew(self, lin, morning):
        start = clock.now() + HOUR
        fair = make.bookable("Messe", seats=2, in_days=0, **make.times(start, hours=30))
        seat = book(fair, "Ada Anders")
        actions.arrive(seat, day=clock.today(), by=lin)
        morning.shift(24 * HOUR)

        actions.arrive(seat, day=clock.today(), by=lin)

        assert [queries.hall(fair, day).present for day in fair.days] == [1, 1]

    def test_an_evening_that_ends_at_midnight_takes_one_day(self, lin, morning):
        evening = clock.end_of(clock.today()) - 4 * HOUR
        party = make.bookable("Sommerfest", seats=2, in_days=0, **make.times(evening, hours=4))
        long_party = make.bookable("Sommernacht", seats=2, in_days=0, **make.times(evening, hours=5))

        assert party.days == [clock.today()]
        assert long_party.days == [clock.today(), clock.today() + 24 * HOUR]

    def test_a_called_off_date_takes_nobody(self, fair, lin):
        seat = book(fair, "Ada Anders")
        actions.call_off(fair, reason="Sturm", by=lin)

        assert refusal(actions.arrive, seat, day=clock.today(), by=lin) == "This date was cancelled."

    def test_the_hall_gets_no_smaller_than_those_who_are_there(self, fair, lin):
        for name in ("Ada Anders", "Bo Berg"):
            actions.arrive(book(fair, name), day=clock.today(), by=lin)

        assert refusal(actions.limit_hall, fair, hall_limit=1, door_share=0, by=lin) == (
            "2 people are there already, so the limit can’t be lower."
        )

    @pytest.mark.parametrize(("limit", "share", "field"), [(0, 0, "hall_limit"), (3, 4, "door_share")])
    def test_numbers_that_cannot_be_are_refused_at_their_field(self, fair, lin, limit, share, field):
        with pytest.raises(Refused) as refused:
            actions.limit_hall(fair, hall_limit=limit, door_share=share, by=lin)

        assert refused.value.field == field

    def test_a_seat_given_at_the_door_is_no_seat_to_pass_on(self, fair, lin):
        there = actions.let_in(fair, make.person("Bo Berg"), day=clock.today(), by=lin)
        make.person("Zoe Zander")

        assert refusal(actions.propose_handover, there.booking, who="Zoe Zander") == (
            "You came in at the door without a seat, so there is none to pass on."
        )


@pytest.mark.usefixtures("context")
def test_the_audit_finds_more_people_in_the_hall_than_may_be_there(morning):
    fair = make.bookable("Messe", seats=2, in_days=0, hall_limit=1)
    lin = make.person("Lin Orga")
    for name in ("Ada Anders", "Bo Berg"):
        make.attendance(make.booking(fair, make.person(name)), lin)

    found = [violation for violation in audit.violations() if violation.promise == "the hall is never too full"]

    assert [str(one) for one in found] == [
        f"the hall is never too full: bookable {fair.id} had 2 people in a hall for 1 on 2026-11-24"
    ]


@pytest.mark.usefixtures("context")
@pytest.mark.parametrize(("mode", "state"), [(Mode.FIRST_COME, State.WAITLISTED), (Mode.DRAW, State.DECLINED)])
def test_who_had_applied_comes_in_before_who_had_not(morning, mode, state):
    start, lin = clock.now() + HOUR, make.person("Lin Orga")
    fair = make.bookable("Messe", seats=1, in_days=0, mode=mode, **make.times(start, hours=5))
    make.booking(fair, make.person("Ada Anders"))
    applied = make.booking(fair, make.person("Cem Can"), state).person
    morning.shift(HOUR - SEATS_GO)

    with speaking("en"):
        sentence = refusal(actions.let_in, fair, make.person("Bo Berg"), day=clock.today(), by=lin)
    actions.let_in(fair, applied, day=clock.today(), by=lin)

    assert sentence.startswith("Until five minutes before the start those come in first who had applied")
    assert queries.hall(fair, clock.today()).walked_in == 1


@pytest.mark.usefixtures("context")
def test_whom_a_leader_declined_comes_in_no_earlier_than_others(morning):
    start = clock.now() + HOUR
    fair = make.bookable("Messe", seats=1, in_days=0, mode=Mode.APPROVAL, **make.times(start, hours=5))
    declined = make.booking(fair, make.person("Cem Can"), State.DECLINED).person

    assert queries.has_applied(fair.id, declined.id) is False
