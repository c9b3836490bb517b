"""A leader has until a moment to decide; then a request counts as approved, or the next-higher leader has it too."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app import clock
from app.bookings import access, actions, audit, queries, rules
from app.bookings.models import Bookable, Booking
from app.bookings.rules import Because, Mode, State, Terms, Undecided, Way
from app.db import db
from app.errors import Refused
from app.notifications import letters
from app.notifications.models import Mail, Notice
from app.notifications.sentences import sentence
from app.people.actions import note_absence
from app.people.models import Leadership
from app.people.rules import Position
from app.people.viewer import view_as
from app.text.language import speaking
from tests import make
from tests.bookings.conftest import MORNING
from tests.bookings.test_actions import book, steps, told

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
WAITING = "decision-waiting"
LAST_MINUTE = dt.time(23, 59)
UNDECIDED = "no request waits for a leader beyond its time"
promises = pytest.mark.usefixtures("promises_hold")


def decide_by(starts_at, days=7, asked_at=MORNING):
    return rules.decide_by(clock.local(asked_at), starts_at, days)


def _evening(days):
    return clock.at(clock.local(MORNING).date() + days * DAY, LAST_MINUTE)


class TestRules:
    @pytest.mark.parametrize(("days_ahead", "days", "until"), [(30, 7, 7), (14, 7, 6), (4, 7, 1), (30, 20, 14)])
    def test_to_the_end_of_so_many_days_but_at_most_half_of_what_is_left(self, days_ahead, days, until):
        assert decide_by(MORNING + days_ahead * DAY, days) == _evening(until)

    @pytest.mark.parametrize("left", [HOUR, DAY, 2 * DAY, 2 * DAY + 12 * HOUR])
    def test_of_less_than_a_day_none_is_cut_off(self, left):
        assert decide_by(MORNING + left) == MORNING + left / 2

    def test_a_day_ends_at_the_same_hour_after_the_clock_has_changed(self):
        asked_at, starts_at = (clock.at(dt.date(2027, 3, day), dt.time(9)) for day in (25, 31))

        assert decide_by(starts_at, 2, asked_at) == clock.at(dt.date(2027, 3, 27), LAST_MINUTE)
        assert decide_by(starts_at + 30 * DAY, 4, asked_at) == clock.at(dt.date(2027, 3, 29), LAST_MINUTE)

    @given(st.integers(1, 60), st.timedeltas(dt.timedelta(seconds=2), 500 * DAY))
    def test_some_time_is_always_left_for_the_next(self, days, left):
        starts_at = MORNING + left

        first = decide_by(starts_at, days)
        second = decide_by(starts_at, days, first)

        assert MORNING < first < second < starts_at

    @pytest.mark.parametrize(
        ("until", "change", "is_overdue"),
        [
            (MORNING, {}, True),
            (MORNING - DAY, {}, True),
            (MORNING + HOUR, {}, False),
            (None, {}, False),
            (MORNING, {"starts_at": MORNING}, False),
            (MORNING, {"is_cancelled": True}, False),
            (MORNING, {"is_draft": True}, False),
        ],
    )
    def test_overdue_is_what_can_still_take_place(self, until, change, is_overdue):
        terms = Terms(None, MORNING + DAY, MORNING + DAY, MORNING + DAY)

        assert rules.is_overdue(until, dataclasses.replace(terms, **change), MORNING) is is_overdue


def town():
    """Max leads Ada and Kai in the office, Dora the department above, Ute the house; a deputy stands in for Dora."""
    cast = make.cast()
    cast.department = make.unit("Dezernat", cast.house)
    cast.office.path = f"{cast.department.path}{cast.office.id}/"
    cast.office.parent_id = cast.department.id
    cast.dora, cast.dirk = make.person("Dora Dahl", cast.department), make.person("Dirk Dahl", cast.department)
    cast.ute = make.person("Ute Oben", cast.house)
    make.head(cast.department, cast.dora)
    make.head(cast.department, cast.dirk, Position.DEPUTY, valid_to=clock.today() + 60 * DAY)
    make.head(cast.house, cast.ute)
    cast.kai = make.person("Kai Klein", cast.office)
    return cast


def seminar(**other):
    return make.bookable("Seminar", **({"mode": Mode.APPROVAL, "seats": 1} | other))


def asked(undecided=Undecided.GO_UP, **other):
    cast = town()
    return cast, book(seminar(undecided=undecided, **other), cast.ada)


def new(person):
    found = select(Notice.kind).where(Notice.person_id == person.id, Notice.read_at.is_(None)).order_by(Notice.id)
    return [kind.value for kind in db.session.scalars(found)]


def may_decide(booking, *people):
    """Who of these may decide, as the rule and its query say alike."""
    viewers = [view_as(person, clock.today()) for person in people]
    by_rule = [access.can_decide(viewer, booking) for viewer in viewers]
    assert by_rule == [booking in db.session.scalars(queries.bookings_led_by(viewer)).all() for viewer in viewers]
    return by_rule


@promises
class TestUntilWhen:
    @pytest.mark.parametrize(("in_days", "until"), [(30, _evening(7)), (2, MORNING + DAY + HOUR / 2)])
    def test_a_request_says_until_when_and_the_leader_is_told(self, in_days, until):
        cast, booking = asked(in_days=in_days)

        assert booking.decide_by == until
        letter = db.session.scalars(select(Mail).where(Mail.person_id == cast.max.id)).one()
        assert letter.values["expires_at"] == until.isoformat()
        cast.max.language = "en"
        assert "Please approve or decline by" in letters.write(letter.kind, letter.values, "/", cast.max).text

    def test_where_no_leader_is_asked_nothing_is_due(self):
        cast = town()
        seat, led = book(make.bookable(), cast.ada), actions.book_for(seminar(seats=5), [cast.kai], by=cast.max)
        unled = book(seminar(), cast.ute)

        assert led == []
        assert {one.decide_by for one in db.session.scalars(select(Booking))} == {None}
        assert (seat.state, unled.state) == (State.CONFIRMED, State.CONFIRMED)

    @pytest.mark.parametrize("decide", [actions.approve, actions.decline, actions.cancel])
    def test_a_decision_or_a_withdrawal_ends_it(self, decide, morning):
        cast, booking = asked()
        decide(booking, by=cast.max)
        state = booking.state
        morning.move_to(MORNING + 10 * DAY)

        assert (booking.decide_by, actions.decide_overdue(), booking.state) == (None, 0, state)

    def test_before_the_time_is_over_nothing_happens(self, morning):
        _cast, booking = asked()
        morning.move_to(booking.decide_by - dt.timedelta(seconds=1))

        assert actions.decide_overdue() == 0
        assert booking.passed_to is None


@promises
class TestApproved:
    def test_nobody_decided_the_person_has_the_seat_and_all_are_told(self, morning):
        cast, booking = asked(Undecided.APPROVE)
        morning.move_to(booking.decide_by)

        assert (actions.decide_overdue(), actions.decide_overdue()) == (1, 0)

        assert (booking.state, booking.decided_at, booking.decided_by_id) == (State.CONFIRMED, None, None)
        assert steps(booking)[-1] == ("requested", "confirmed", Because.NOT_DECIDED_IN_TIME)
        assert told(cast.ada) == ["booking-requested", "booking-confirmed"]
        assert new(cast.max) == ["decision-lapsed"]
        assert told(cast.dora) == []

    def test_the_letters_say_that_nobody_had_decided_and_never_who_asked(self, morning):
        cast, booking = asked(Undecided.APPROVE)
        morning.move_to(booking.decide_by)
        actions.decide_overdue()
        cast.ada.language = cast.max.language = "en"

        to_ada, to_max = (
            db.session.scalars(select(Mail).where(Mail.person_id == one.id).order_by(Mail.id.desc())).first()
            for one in (cast.ada, cast.max)
        )
        assert "it counts as approved" in letters.write(to_ada.kind, to_ada.values, "/", cast.ada).text
        text = letters.write(to_max.kind, to_max.values, "/", cast.max).text
        assert ("the request counts as approved" in text, "Ada" in text) == (True, False)
        notice = db.session.scalars(select(Notice).where(Notice.kind == to_max.kind)).one()
        assert "The request of Ada Ahrens for “Seminar”" in sentence(notice.kind, notice.values)

    def test_seats_go_to_who_asked_first_and_the_next_waits(self, morning):
        cast, first = asked(Undecided.APPROVE)
        morning.move_to(MORNING + HOUR)
        second = book(first.bookable, cast.kai)
        morning.move_to(MORNING + 8 * DAY)

        assert actions.decide_overdue() == 2
        assert (first.state, second.state) == (State.CONFIRMED, State.WAITLISTED)

    def test_where_all_is_full_without_a_line_it_is_declined_like_after_a_yes(self, morning):
        _cast, booking = asked(Undecided.APPROVE, seats=0, has_waitlist=False)
        morning.move_to(booking.decide_by)

        actions.decide_overdue()

        assert steps(booking)[-1] == ("requested", "declined", Because.ALL_SEATS_TAKEN)

    def test_what_a_leader_could_not_approve_either_stays_with_them_and_the_job_does_not_come_back(self, morning):
        cast, booking = asked(Undecided.APPROVE)
        booking.bookable.audience_id = cast.elsewhere.id
        morning.move_to(booking.decide_by)

        assert (actions.decide_overdue(), actions.decide_overdue()) == (1, 0)

        assert (booking.state, booking.decide_by) == (State.REQUESTED, None)
        assert new(cast.max) == [WAITING]


@promises
class TestPassedUp:
    def test_the_next_higher_leader_and_deputy_are_asked_and_the_person_is_told(self, morning):
        cast, booking = asked()
        morning.move_to(booking.decide_by)

        assert (actions.decide_overdue(), actions.decide_overdue()) == (1, 0)

        assert (booking.state, booking.passed_to) == (State.REQUESTED, cast.department)
        assert booking.decide_by == _evening(14)
        assert (new(cast.dora), new(cast.dirk), new(cast.max), new(cast.ute)) == ([WAITING], [WAITING], [WAITING], [])
        assert told(cast.ada) == ["booking-requested", "booking-passed-up"]

    def test_whoever_has_it_now_and_the_own_leader_may_decide_and_nobody_else(self, morning):
        cast, booking = asked()
        other = book(seminar(in_days=90, decide_within_days=40), cast.ada)
        people = cast.max, cast.dora, cast.dirk, cast.ute, cast.zoe, cast.ada, cast.kai
        assert may_decide(booking, *people) == [True, *[False] * 6]
        morning.move_to(booking.decide_by)

        actions.decide_overdue()

        assert may_decide(booking, *people) == [True, True, True, *[False] * 4]
        assert may_decide(other, *people) == [True, *[False] * 6]

    @pytest.mark.parametrize("name", ["max", "dora", "dirk"])
    def test_each_of_them_decides_for_all(self, morning, name):
        cast, booking = asked()
        morning.move_to(booking.decide_by)
        actions.decide_overdue()

        actions.approve(booking, by=getattr(cast, name))

        assert (booking.state, booking.decided_by_id) == (State.CONFIRMED, getattr(cast, name).id)
        assert (new(cast.max), new(cast.dora), new(cast.dirk)) == ([], [], [])

    @pytest.mark.parametrize("end", [actions.decline, actions.cancel])
    def test_a_no_and_a_withdrawal_settle_it_for_all(self, morning, end):
        cast, booking = asked()
        morning.move_to(booking.decide_by)
        actions.decide_overdue()

        end(booking, by=cast.ada)

        assert (new(cast.max), new(cast.dora), new(cast.dirk)) == ([], [], [])

    def test_a_date_that_is_called_off_settles_it_for_all(self, morning):
        cast, booking = asked()
        morning.move_to(booking.decide_by)
        actions.decide_overdue()

        actions.call_off(booking.bookable, reason="Hochwasser", by=cast.lin)

        assert (new(cast.max), new(cast.dora), new(cast.dirk)) == ([], [], [])

    def test_it_goes_up_step_by_step_and_stays_at_the_top(self, morning):
        cast, booking = asked()
        passed = []
        for _turn in range(5):
            morning.move_to(booking.decide_by or clock.now() + DAY)
            passed.append((actions.decide_overdue(), booking.passed_to))

        assert passed == [
            (1, cast.department),
            (1, cast.house),
            (1, cast.house),
            (0, cast.house),
            (0, cast.house),
        ]
        assert booking.decide_by is None
        assert told(cast.ute) == [WAITING]
        assert told(cast.ada).count("booking-passed-up") == 2
        assert may_decide(booking, cast.max, cast.dora, cast.ute) == [True, False, True]
        assert (new(cast.max), new(cast.dora), new(cast.ute)) == ([WAITING], [], [WAITING])

    def test_somebody_who_heads_both_units_is_not_asked_twice(self, morning):
        cast, booking = asked()
        db.session.execute(update(Leadership).where(Leadership.person_id == cast.dora.id).values(person_id=cast.max.id))
        morning.move_to(booking.decide_by)

        actions.decide_overdue()

        assert booking.passed_to == cast.house

    def test_it_passes_by_a_unit_that_the_person_heads(self, morning):
        cast, booking = asked()
        db.session.execute(update(Leadership).where(Leadership.person_id == cast.dora.id).values(person_id=cast.ada.id))
        morning.move_to(booking.decide_by)

        actions.decide_overdue()

        assert booking.passed_to == cast.house

    def test_who_asks_and_stands_in_above_can_not_decide_on_it(self, morning):
        cast, booking = asked()
        make.head(cast.department, cast.ada, Position.DEPUTY, valid_to=clock.today() + 60 * DAY)
        morning.move_to(booking.decide_by)

        actions.decide_overdue()

        assert may_decide(booking, cast.ada, cast.dora) == [False, True]
        assert WAITING not in told(cast.ada)

    def test_with_nobody_above_it_stays_and_the_job_does_not_come_back(self, morning):
        cast = make.cast()
        booking = book(seminar(), cast.ada)
        morning.move_to(booking.decide_by)

        assert (actions.decide_overdue(), actions.decide_overdue()) == (1, 0)

        assert (booking.state, booking.decide_by, booking.passed_to) == (State.REQUESTED, None, None)
        assert told(cast.ada) == ["booking-requested"]
        actions.approve(booking, by=cast.max)


@pytest.mark.usefixtures("morning", "context")
class TestLeftAlone:
    @pytest.mark.parametrize(
        "change",
        [{"cancelled_at": MORNING}, {"is_draft": True}, {"starts_at": MORNING + DAY, "closes_at": MORNING + DAY}],
    )
    def test_what_is_called_off_a_draft_or_begun_is_left_alone(self, morning, change):
        cast, booking = asked()
        db.session.execute(update(Bookable).values(change))
        morning.move_to(MORNING + 8 * DAY)

        assert actions.decide_overdue() == 0
        assert (booking.passed_to, told(cast.dora)) == (None, [])
        assert UNDECIDED not in {violation.promise for violation in audit.violations()}

    def settled_meanwhile(self, morning, monkeypatch):
        """The job has found a request that is declined before the job has its lock."""
        cast, booking = asked(Undecided.APPROVE)
        morning.move_to(booking.decide_by)
        actions.decline(booking, by=cast.max)
        monkeypatch.setattr(queries, "overdue", lambda _now: select(Booking.id))
        return booking

    def test_a_decision_that_came_before_the_lock_holds(self, morning, monkeypatch):
        booking = self.settled_meanwhile(morning, monkeypatch)

        assert actions.decide_overdue() == 0
        assert booking.state is State.DECLINED

    def test_without_looking_again_the_job_would_sign_up_who_was_declined(self, morning, monkeypatch):
        booking = self.settled_meanwhile(morning, monkeypatch)
        monkeypatch.setattr(rules, "is_overdue", lambda *_: True)

        actions.decide_overdue()

        live = db.session.scalars(queries.live_booking(booking.bookable_id, booking.person_id)).all()
        assert [one.state for one in live] == [State.CONFIRMED]

    def test_the_audit_sees_that_the_job_does_not_run(self, morning):
        _cast, booking = asked()
        morning.move_to(booking.decide_by + audit.numbers.LATEST_JOB)
        assert [str(one) for one in audit.violations()] == [f"{UNDECIDED}: booking {booking.id}"]

        actions.decide_overdue()

        assert audit.violations() == []

    def test_the_job_locks_before_it_looks_again(self, morning, queries):
        _cast, booking = asked()
        morning.move_to(booking.decide_by)
        db.session.flush()
        del queries[:]

        actions.decide_overdue()

        assert "booking.decide_by <=" in queries[0]
        assert "FROM pool JOIN bookable" in queries[1]
        assert "FROM booking" in queries[2]


@pytest.mark.usefixtures("context")
class TestDatabase:
    @pytest.mark.parametrize("wrong", [{"undecided": Undecided.APPROVE, "price_cents": 100}, {"decide_within_days": 0}])
    def test_only_what_is_free_is_approved_unasked_within_one_to_sixty_days(self, wrong):
        with pytest.raises(IntegrityError):
            seminar(**wrong)

    def test_only_a_request_has_a_deadline(self):
        with pytest.raises(IntegrityError):
            make.booking(seminar(), make.person(), State.CONFIRMED, decide_by=clock.now())

    def test_the_owner_hears_why_it_can_not_be_approved_unasked(self):
        costly = seminar(price_cents=100).description

        with speaking("en"), pytest.raises(Refused, match="only where it costs nothing") as refused:
            actions.describe(dataclasses.replace(costly, undecided=Undecided.APPROVE), by=None)

        assert refused.value.field == "undecided"


def test_without_a_decider_an_admission_says_so_in_the_history(promises_hold):
    _cast, booking = asked()

    actions.admit(booking.bookable, booking.person, way=Way.APPROVAL, by=None)

    assert steps(booking)[-1] == ("requested", "confirmed", Because.NOT_DECIDED_IN_TIME)


def test_turns_of_many_requests_are_one_statement(context, queries):
    cast = town()
    many = [book(seminar(), person) for person in (cast.ada, cast.kai, cast.max)]
    del queries[:]

    found = turns(many)

    assert [(turn.now.name, turn.next and turn.next.name) for turn in found.values()] == [
        ("Max Mohr", "Dora Dahl"),
        ("Max Mohr", "Dora Dahl"),
        ("Dora Dahl", "Ute Oben"),
    ]
    assert len(queries) == 1


class TestStandIns:
    """While the head is away, who asks and who stands in are told who decides."""

    def test_a_deputy_who_is_there_stands_in_for_a_head_who_is_not(self, context):
        cast, booking = self.asked_with_deputies()
        assert turns([booking])[booking.id].stand_ins == ()

        self.away(cast.max)

        turn = turns([booking])[booking.id]
        assert (turn.now, turn.stand_ins) == (cast.max, (cast.lin, cast.zoe))

    @pytest.mark.parametrize(("first", "last"), [(-5, -1), (1, 5)])
    def test_only_on_the_days_that_are_noted(self, context, first, last):
        cast, booking = self.asked_with_deputies()

        self.away(cast.max, first, last)

        assert turns([booking])[booking.id].stand_ins == ()

    def test_a_deputy_who_is_away_too_or_who_asks_does_not_stand_in(self, context):
        cast, booking = self.asked_with_deputies(asks="zoe")
        self.away(cast.max)
        self.away(cast.lin)

        assert turns([booking])[booking.id].stand_ins == ()

    def test_it_takes_one_more_statement_however_many_are_away(self, context, queries):
        cast, booking = self.asked_with_deputies()
        other = book(seminar(), cast.max)
        self.away(cast.max)
        self.away(cast.dora)
        del queries[:]

        found = turns([booking, other])

        assert found[other.id].stand_ins == (cast.dirk,)
        assert len(queries) == 2

    def asked_with_deputies(self, asks="ada"):
        cast = town()
        for deputy in (cast.zoe, cast.lin):
            make.head(cast.office, deputy, Position.DEPUTY, valid_to=clock.today() + 60 * DAY)
        if asks != "ada":
            getattr(cast, asks).unit = cast.office
        db.session.flush()
        return cast, book(seminar(), getattr(cast, asks))

    def away(self, person, first=0, last=3):
        today = clock.today()
        note_absence(person, first_day=today + first * DAY, last_day=today + last * DAY, by=None)


def turns(bookings):
    return queries.turns(bookings, clock.today())
