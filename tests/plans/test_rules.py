"""Weeks and proposals, without a database."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.competences.rules import Gap
from app.plans import rules
from app.plans.rules import Load, Offer, Placed, Week

FRIDAY, SATURDAY, SUNDAY = (dt.date(2026, 11, day) for day in (20, 21, 22))
THIS, NEXT, THIRD = dt.date(2026, 11, 16), dt.date(2026, 11, 23), dt.date(2026, 11, 30)


def test_steps_fill_the_weeks_in_their_order():
    weeks = rules.lay_out([Load(1, 40), Load(2, 40), Load(3, 10)], 60, FRIDAY)

    assert weeks == [
        Week(THIS, 60, (Placed(1, THIS), Placed(2, NEXT))),
        Week(NEXT, 30, (Placed(3, NEXT),)),
    ]


def test_a_long_step_goes_on_over_several_weeks_and_the_next_begins_where_it_ends():
    weeks = rules.lay_out([Load(1, 150), Load(2, 30)], 60, FRIDAY)

    assert weeks == [Week(THIS, 60, (Placed(1, THIRD),)), Week(THIRD, 60, (Placed(2, THIRD),))]


def test_what_has_a_day_of_its_own_stays_there_and_uses_up_the_week():
    weeks = rules.lay_out([Load(1, 60), Load(2, 60), Load(3, 45, NEXT)], 60, FRIDAY)

    assert weeks == [
        Week(THIS, 60, (Placed(1, THIS),)),
        Week(NEXT, 60, (Placed(3, NEXT), Placed(2, THIRD))),
    ]


def test_a_step_without_minutes_takes_no_week():
    assert rules.lay_out([Load(1, 0)], 60, FRIDAY) == [Week(THIS, 0, (Placed(1, THIS),))]


def test_an_empty_plan_has_no_weeks():
    assert rules.lay_out([], 60, FRIDAY) == []


@given(st.lists(st.integers(0, 500), max_size=12), st.integers(15, 1200))
def test_every_step_stands_in_one_week_in_order_and_no_week_is_overfull(minutes, weekly):
    weeks = rules.lay_out([Load(number, one) for number, one in enumerate(minutes)], weekly, FRIDAY)

    assert [placed.id for week in weeks for placed in week.steps] == list(range(len(minutes)))
    assert all(week.minutes <= weekly for week in weeks)
    assert all(one.monday < two.monday for one, two in pairwise(weeks))


def test_a_day_is_overdue_from_the_day_after():
    assert not rules.is_overdue(SUNDAY, False, SUNDAY)
    assert rules.is_overdue(SUNDAY, False, SUNDAY + dt.timedelta(days=1))
    assert not rules.is_overdue(SUNDAY, True, SUNDAY + dt.timedelta(days=1))
    assert not rules.is_overdue(None, False, SUNDAY)


def courses(proposal):
    return [step.course for step in proposal.steps]


def test_the_widest_gap_comes_first():
    offers = [Offer(10, 10, {1: (0, 1)}), Offer(20, 10, {2: (0, 3)})]

    assert courses(rules.propose({1: 1, 2: 3}, {}, offers)) == [20, 10]


def test_of_two_courses_the_one_with_fewer_minutes_for_a_level_is_taken():
    offers = [Offer(10, 30, {1: (0, 1)}), Offer(20, 40, {1: (0, 2)})]

    proposal = rules.propose({1: 2}, {}, offers)

    assert courses(proposal) == [20]
    assert proposal.steps[0].gains == (rules.Gain(1, 0, 2, 2),)
    assert (proposal.before, proposal.after, proposal.open) == (0.0, 1.0, ())


def test_levels_beyond_the_goal_count_for_nothing():
    offers = [Offer(10, 50, {1: (0, 4)}), Offer(20, 40, {1: (0, 1)})]

    assert courses(rules.propose({1: 1}, {}, offers)) == [20]


def test_a_course_for_people_who_know_more_is_taken_after_the_one_that_leads_there():
    offers = [Offer(20, 10, {1: (2, 3)}), Offer(10, 10, {1: (0, 2)})]

    assert courses(rules.propose({1: 3}, {}, offers)) == [10, 20]


def test_what_must_come_before_is_pulled_in_first_and_says_for_what():
    offers = [Offer(1, 5), Offer(2, 5, required=frozenset({1})), Offer(3, 5, {7: (0, 1)}, frozenset({2}))]

    proposal = rules.propose({7: 1}, {}, offers)

    assert [(step.course, step.needed_for) for step in proposal.steps] == [(1, 2), (2, 3), (3, None)]


def test_the_minutes_of_what_must_come_before_count():
    offers = [Offer(1, 500), Offer(2, 10, {7: (0, 1)}, frozenset({1})), Offer(3, 60, {7: (0, 1)})]

    assert courses(rules.propose({7: 1}, {}, offers)) == [3]


def test_courses_that_ask_for_each_other_are_both_taken_once():
    offers = [Offer(1, 5, {7: (0, 1)}, frozenset({2})), Offer(2, 5, {}, frozenset({1}))]

    assert courses(rules.propose({7: 1}, {}, offers)) == [2, 1]


def test_a_course_that_must_come_before_but_is_no_longer_offered_is_passed_over():
    assert courses(rules.propose({7: 1}, {}, [Offer(1, 5, {7: (0, 1)}, frozenset({99}))])) == [1]


def test_completed_and_planned_courses_are_not_proposed_again():
    offers = [Offer(1, 5, {7: (0, 1)}), Offer(2, 5, {7: (1, 2)}, frozenset({1})), Offer(3, 5, {8: (0, 1)})]

    proposal = rules.propose({7: 2, 8: 1}, {}, offers, planned={1}, completed={3})

    assert courses(proposal) == [2]
    assert proposal.open == (Gap(8, 1, None),)


def test_the_order_of_the_plan_does_not_matter_for_what_it_will_bring():
    offers = [Offer(1, 5, {7: (1, 2)}), Offer(2, 5, {7: (0, 1)})]

    assert rules.propose({7: 2}, {}, offers, planned=[1, 2]).after == 1.0


def test_without_an_offer_the_gap_stays_open_and_is_named():
    proposal = rules.propose({7: 3, 8: 1}, {7: 1}, [Offer(1, 5, {7: (2, 3)})])

    assert proposal.steps == ()
    assert proposal.open == (Gap(7, 3, 1), Gap(8, 1, None))


def test_who_has_reached_the_goal_needs_nothing():
    proposal = rules.propose({7: 2}, {7: 3}, [Offer(1, 5, {7: (3, 4)})])

    assert (proposal.steps, proposal.open, proposal.before) == ((), (), 1.0)


LEVELS = st.dictionaries(st.integers(1, 4), st.integers(1, 4), max_size=4)
OUTCOMES = st.dictionaries(
    st.integers(1, 4),
    st.tuples(st.integers(0, 3), st.integers(1, 4)).filter(lambda pair: pair[0] < pair[1]),
    max_size=3,
)
OFFERS = st.lists(
    st.tuples(st.integers(0, 500), OUTCOMES, st.frozensets(st.integers(0, 8), max_size=3)), max_size=8
).map(lambda rows: [Offer(number, *row) for number, row in enumerate(rows)])


@given(
    LEVELS, LEVELS, OFFERS, st.frozensets(st.integers(0, 8), max_size=3), st.frozensets(st.integers(0, 8), max_size=3)
)
def test_a_proposal_never_repeats_keeps_the_order_and_never_makes_it_worse(targets, held, offers, planned, completed):
    proposal = rules.propose(targets, held, offers, planned=planned, completed=completed)

    found = courses(proposal)
    assert len(found) == len(set(found))
    assert not set(found) & (planned | completed)
    assert proposal.after >= proposal.before
    levels = {**held}
    for step in proposal.steps:
        assert step.gains or step.needed_for is not None
        for gain in step.gains:
            levels[gain.competence] = gain.to_level
    assert all(gap.size > 0 for gap in proposal.open)


@given(LEVELS, LEVELS, OFFERS)
def test_the_order_of_the_offers_changes_nothing(targets, held, offers):
    assert rules.propose(targets, held, offers) == rules.propose(targets, held, offers[::-1])


def test_at_the_weekend_steps_begin_next_week_and_what_has_a_day_stays_there():
    for today in (SATURDAY, SUNDAY):
        weeks = rules.lay_out([Load(1, 30), Load(2, 30, SUNDAY)], 60, today)

        assert weeks == [Week(THIS, 30, (Placed(2, THIS),)), Week(NEXT, 30, (Placed(1, NEXT),))]


def test_for_an_open_gap_the_course_on_the_lowest_level_above_is_named():
    offers = [Offer(1, 5, {7: (2, 3)}), Offer(2, 9, {7: (1, 3)}), Offer(3, 5, {7: (1, 2)}), Offer(4, 5, {8: (3, 4)})]

    proposal = rules.propose({7: 3, 8: 3}, {}, offers)

    assert proposal.steps == ()
    assert proposal.later == {7: (3, 1)}
