"""Weeks, without a database."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.plans import rules
from app.plans.rules import Load, Placed, Week

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
