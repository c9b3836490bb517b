"""What follows from an optimal plan, without a database: what stays open, when it is out of date, how it is stored."""

import datetime as dt
from dataclasses import replace

import pytest

from app.plans.optimiser import Aim, Answer, Case, Lift, Meeting, Offer, PlanStep, Session, Value
from app.plans.rules.proposal import (
    Open,
    Why,
    compared,
    ends_by,
    fingerprint,
    followers,
    taken_over,
    what_stays_open,
    written,
)

MONDAY = dt.date(2026, 11, 30)
CASE = Case(
    levels={1: 1},
    aims={1: Aim(3, 2), 2: Aim(2)},
    weekly_minutes=60,
    weeks=4,
    first_monday=MONDAY,
    offers=(Offer(10, 60, {1: (0, 2)}), Offer(11, 90, {1: (2, 3)}, frozenset({12})), Offer(12, 30)),
)
STEPS = (
    PlanStep(12, None, 1, 30, (), (11,)),
    PlanStep(10, None, 2, 60, (Lift(1, 1, 2),), ()),
    PlanStep(11, 7, 3, 90, (Lift(1, 2, 3),), ()),
)
ANSWER = Answer(STEPS, {1: 3, 2: 0}, Value(0, 4, 0, 180, 3), True, 4)
ENDS = {step.course: MONDAY + dt.timedelta(weeks=step.ends_in - 1) for step in STEPS}


def seminar(number, *, has_seats=True, claimed=False, week=1):
    starts_at = dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC) + dt.timedelta(weeks=week - 1)
    date = Session(number * 10, (Meeting(starts_at, starts_at + dt.timedelta(hours=1)),), 60, has_seats, claimed)
    return Offer(number, 60, {2: (0, 2)}, is_seminar=True, sessions=(date,))


def reasons(levels=None, **other):
    return [(one.competence, one.why) for one in what_stays_open(replace(CASE, **other), levels or {1: 3})]


class TestWhatStaysOpen:
    """Each gap has the reason that is easiest to do something about."""

    def test_nothing_is_open_where_every_aim_is_reached(self):
        assert what_stays_open(CASE, {1: 3, 2: 2}) == []

    def test_without_a_course_nothing_helps(self):
        assert reasons() == [(2, Why.COURSE)]
        assert reasons(offers=(Offer(20, 10, {2: (2, 3)}),)) == [(2, Why.COURSE)]

    def test_a_course_for_which_there_is_no_time_needs_time_also_where_it_was_left_out(self):
        long = (Offer(20, 5000, {2: (0, 2)}), Offer(21, 10, {2: (0, 2)}))

        assert reasons(offers=long[:1]) == [(2, Why.TIME)]
        assert reasons(offers=long, dropped=frozenset({21})) == [(2, Why.TIME)]

    def test_what_was_left_out_is_the_reason_where_nothing_else_helps(self):
        assert reasons(offers=(Offer(20, 10, {2: (0, 2)}),), dropped=frozenset({20})) == [(2, Why.DROPPED)]

    def test_a_seminar_without_a_free_seat_has_no_date(self):
        assert reasons(offers=(seminar(20, has_seats=False),)) == [(2, Why.DATES)]

    def test_a_course_that_builds_on_a_higher_level_is_named_the_lowest_and_shortest_first(self):
        offers = (
            Offer(20, 90, {2: (1, 3)}),
            Offer(21, 30, {2: (1, 2)}),
            Offer(22, 10, {2: (2, 3)}),
            Offer(23, 5, {1: (1, 2)}),
        )
        case = replace(CASE, offers=offers, aims={2: Aim(3)})

        assert what_stays_open(case, {}) == [Open(2, 0, 3, Why.LATER, 21, 1)]

    def test_the_widest_gap_stands_first(self):
        found = what_stays_open(replace(CASE, aims={1: Aim(3), 2: Aim(2), 3: Aim(2)}, offers=()), {1: 2})

        assert [(one.competence, one.level, one.target) for one in found] == [(2, 0, 2), (3, 0, 2), (1, 2, 3)]


class TestFingerprint:
    """Only what decides about the plan outdates it."""

    ACCEPTED = {"left": 2, "lifts": {"10": [[1, 2]], "11": [[1, 3]]}}
    TAKEN = replace(CASE, previous={10: None, 11: None, 12: None})

    @pytest.mark.parametrize(
        "other",
        [
            {"levels": {1: 2}},
            {"aims": {1: Aim(3)}},
            {"weekly_minutes": 90},
            {"weeks": 5},
            {"dropped": frozenset({10})},
            {"kept": frozenset({12})},
            {"completed": frozenset({12})},
        ],
    )
    def test_a_proposal_is_outdated_by_what_decides(self, other):
        assert fingerprint(replace(CASE, **other)) != fingerprint(CASE)

    @pytest.mark.parametrize("other", [{"offers": (*CASE.offers, Offer(30, 10, {9: (0, 1)}))}, {"levels": CASE.levels}])
    def test_what_can_be_no_part_of_it_leaves_it_as_it_is(self, other):
        assert fingerprint(replace(CASE, **other)) == fingerprint(CASE)

    def mark(self, accepted=ACCEPTED, **other):
        return fingerprint(replace(self.TAKEN, **other), accepted)

    @pytest.mark.parametrize(
        "other",
        [
            {"offers": (*CASE.offers, Offer(30, 10, {2: (0, 2)}))},
            {"first_monday": MONDAY + dt.timedelta(weeks=1)},
            {"aims": {1: Aim(3, 1), 2: Aim(2)}},
        ],
    )
    def test_a_plan_that_was_taken_over_stays_while_it_can_be_done(self, other):
        assert self.mark(**other) == self.mark()

    @pytest.mark.parametrize(
        "other",
        [
            {"offers": CASE.offers[1:]},
            {"levels": {1: 2}},
            {"aims": {1: Aim(2), 2: Aim(2)}},
            {"aims": {1: Aim(3, 2), 2: Aim(2, 5)}},
            {"weekly_minutes": 30},
            {"weeks": 5},
            {"kept": frozenset({12})},
            {"dropped": frozenset({30})},
        ],
    )
    def test_it_needs_a_repair_when_a_course_is_gone_or_not_needed_or_it_falls_short(self, other):
        assert self.mark(**other) != self.mark()

    def test_the_date_that_was_chosen_must_be_there_or_another_one_claimed(self):
        chosen = {"left": 9}
        there = self.mark(chosen, previous={20: 200}, offers=(seminar(20),))

        assert self.mark(chosen, previous={20: 201}, offers=(seminar(20, claimed=True),)) == there
        assert self.mark(chosen, previous={20: 201}, offers=(seminar(20),)) != there


class TestWritten:
    """The answer as it is stored."""

    def test_a_course_ends_by_the_sunday_of_its_week(self):
        assert [ends_by(CASE, step) for step in STEPS[:2]] == [dt.date(2026, 12, 6), dt.date(2026, 12, 13)]

    def test_those_follow_that_ask_for_it_or_begin_where_it_leads(self):
        other = PlanStep(13, None, 3, 10, (Lift(2, 2, 3),), ())

        assert followers(replace(ANSWER, steps=(*STEPS, other))) == {12: [11], 10: [11], 11: [], 13: []}

    def test_no_answer_has_no_steps(self):
        assert written(CASE, None, {}) == {"steps": None}

    def test_an_answer_is_stored_as_plain_values(self):
        case = replace(CASE, planned=frozenset({40, 41, 12}), completed=frozenset({41}), previous={42: None, 10: None})

        found = written(case, ANSWER, ENDS)

        assert found.pop("steps")[2] == {
            "course": 11,
            "session": 7,
            "ends_in": "2026-12-14",
            "by": "2026-12-20",
            "after": [],
            "minutes": 90,
            "lifts": [[1, 2, 3]],
            "needed_for": [],
        }
        assert found == {
            "levels": [[1, 3], [2, 0]],
            "closed": 4,
            "gained": 2,
            "bound": 4,
            "wanted": 6,
            "minutes": 180,
            "ends_in": "2026-12-14",
            "is_proven": True,
            "is_repair": True,
            "left_out": [40, 42],
            "open": [
                {"competence": 2, "level": 0, "target": 2, "why": "course", "course": None, "builds_on": None},
            ],
        }

    def test_an_empty_plan_ends_never(self):
        found = written(CASE, replace(ANSWER, steps=(), levels={1: 1, 2: 0}), {})

        assert (found["ends_in"], found["is_repair"], found["gained"], found["left_out"]) == (None, False, 0, [])

    def test_what_is_taken_over_keeps_dates_levels_and_what_it_leaves_open(self):
        result = written(CASE, ANSWER, ENDS)

        assert taken_over(CASE, result, frozenset({10, 11}), [11, 12]) == {
            "steps": {"10": None, "11": 7},
            "lifts": {"10": [[1, 2]], "11": [[1, 3]]},
            "left": 2,
            "added": [11],
        }
        assert taken_over(replace(CASE, aims={1: Aim(2, 2)}), result, frozenset({10, 11}), [])["left"] == 0
        assert taken_over(replace(CASE, aims={2: Aim(2)}), result, frozenset({10}), [])["left"] == 2


class TestWithoutACourse:
    """What would be instead names all that comes, goes and ends at another level, not the sum alone."""

    def now(self, steps, levels, *, minutes=90):
        value = Value(0, sum(levels.values()) - 1, 0, minutes, 3)
        return written(CASE, Answer(steps, levels, value, True, 4), ENDS | {13: MONDAY})

    @property
    def before(self):
        return written(CASE, ANSWER, ENDS)

    def test_the_courses_that_come_and_those_that_go_with_it_are_told_apart(self):
        other = PlanStep(13, None, 1, 90, (Lift(2, 0, 2),), ())

        found = compared(CASE, self.before, self.now((other,), {1: 1, 2: 2}), 10)

        assert (found["instead"], found["gone"]) == ([13], [12, 11])
        assert found["levels"] == [[1, 3, 1], [2, 0, 2]]

    def test_a_level_above_the_goal_is_none_that_is_lost(self):
        found = compared(CASE, self.before | {"levels": [[1, 4]]}, self.now(STEPS[:2], {1: 3, 2: 0}), 11)

        assert (found["instead"], found["gone"], found["levels"]) == ([], [], [])

    def test_where_there_is_no_plan_without_it_nothing_is_compared(self):
        assert compared(CASE, self.before, written(CASE, None, {}), 10)["is_possible"] is False
