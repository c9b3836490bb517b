"""Weeks, without a database."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.plans import rules
from app.plans.rules import Load, Placed, Week
from app.plans.rules.steps import FROM_CATALOGUE, ItemKind, ItemState, due_day, is_ticked, may_become
from app.plans.rules.talk import CYCLES_KEPT, TALK_LASTS, Sheet, Side, TalkStage, is_forgotten, talk_stage
from app.plans.rules.template import Beginning, Reach, begins_on
from app.plans.rules.weeks import Block, blocks, first_week, shares

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
    weeks = rules.lay_out([Load(1, 60), Load(2, 60), Load(3, 45, ((NEXT, 45),))], 60, FRIDAY)

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


def test_at_the_weekend_the_next_week_is_the_first():
    assert [first_week(day) for day in (THIS, FRIDAY, SATURDAY, SUNDAY)] == [THIS, THIS, NEXT, NEXT]


def test_blocks_show_each_week_with_what_only_goes_on_in_the_order_of_the_plan():
    found = blocks([Load(2, 90), Load(1, 45, ((NEXT, 45),))], 60, FRIDAY)

    assert found == [Block(THIS, ((2, 60),)), Block(NEXT, ((2, 15), (1, 45))), Block(THIRD, ((2, 15),))]
    assert found[1].minutes == 60


def test_what_happened_in_past_weeks_only_takes_its_time_now():
    past = THIS - dt.timedelta(days=3)

    assert rules.lay_out([Load(1, 30, ((past, 20),))], 60, FRIDAY) == [Week(THIS, 30, (Placed(1, THIS),))]


def test_minutes_are_shared_by_the_lengths_of_the_meetings():
    hours = dt.timedelta(hours=1)

    assert shares(100, [hours, 3 * hours]) == [25, 75]
    assert shares(10, [hours, hours, hours]) == [3, 3, 4]
    assert shares(60, [0 * hours, 0 * hours]) == [60, 0]


def test_a_step_is_due_so_many_days_after_the_start_or_on_its_day():
    assert due_day(THIS, 7, SUNDAY) == NEXT
    assert due_day(THIS, 0, None) == THIS
    assert due_day(THIS, None, SUNDAY) == SUNDAY


def test_a_person_ticks_everything_that_does_not_happen_in_the_catalogue():
    assert {kind for kind in ItemKind if not is_ticked(kind)} == FROM_CATALOGUE


def test_the_person_alone_makes_no_step_proposed_agreed_or_done():
    may = {(old, new) for old in ItemState for new in ItemState if old is not new and may_become(old, new)}

    assert {new for _, new in may} == {ItemState.DRAFT, ItemState.ACTIVE}
    assert (ItemState.AGREED, ItemState.DRAFT) not in may
    assert all(may_become(state, state) for state in ItemState)


@pytest.mark.parametrize(
    ("is_recorded", "is_agreed", "is_called_off", "stage"),
    [
        (False, False, False, TalkStage.RELEASED),
        (True, False, False, TalkStage.RECORDED),
        (True, True, False, TalkStage.AGREED),
        (True, False, True, TalkStage.CALLED_OFF),
    ],
)
def test_a_talk_stands_where_its_last_step_has_led(is_recorded, is_agreed, is_called_off, stage):
    both = [Sheet(1, Side.EMPLOYEE, True), Sheet(2, Side.LEADER, True)]
    done = {"is_recorded": is_recorded, "is_agreed": is_agreed, "is_called_off": is_called_off}

    assert talk_stage(both, **done) is stage
    assert talk_stage(both[:1], is_recorded=False, is_agreed=False, is_called_off=False) is TalkStage.PREPARING


def test_a_talk_is_forgotten_after_two_later_ones_or_three_years():
    oldest = FRIDAY - TALK_LASTS

    assert not is_forgotten(oldest, CYCLES_KEPT - 1, FRIDAY)
    assert is_forgotten(oldest - dt.timedelta(days=1), 0, FRIDAY)
    assert is_forgotten(FRIDAY, CYCLES_KEPT, FRIDAY)


def test_a_template_counts_from_entering_or_from_being_assigned():
    assert begins_on(Beginning.ENTRY, THIS, NEXT) == THIS
    assert begins_on(Beginning.ASSIGNMENT, THIS, NEXT) == NEXT


def test_the_earliest_day_of_entry_is_the_later_of_two_conditions():
    assert Reach().first_entry(FRIDAY) is None
    assert Reach(within_days=0).first_entry(FRIDAY) == FRIDAY
    assert Reach(since=NEXT, within_days=1).first_entry(FRIDAY) == NEXT
    assert Reach(since=THIS, within_days=1).first_entry(FRIDAY) == FRIDAY - dt.timedelta(days=1)
