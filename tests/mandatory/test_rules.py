"""Until when somebody must, and what is said to whom: no database."""

import datetime as dt

import pytest

from app.mandatory.rules import State, Step, duty, since, steps, strictest
from app.qualifications.rules import FOR_EVER

TODAY = dt.date(2026, 11, 28)
DAY = dt.timedelta(days=1)


def judge(*, days_on=10, until=None):
    """Sixty days are given from so many days ago."""
    return duty(since=TODAY - days_on * DAY, due_days=60, until=until, today=TODAY)


@pytest.mark.parametrize(
    ("days_on", "until", "state", "due_in"),
    [
        (10, None, State.OPEN, 50),
        (60, None, State.OPEN, 0),
        (61, None, State.OVERDUE, -1),
        (400, TODAY, State.DONE, 0),
        (400, TODAY - DAY, State.OVERDUE, -1),
        (10, TODAY - 300 * DAY, State.OPEN, 50),
        (10, TODAY + 5 * DAY, State.DONE, 50),
        (400, FOR_EVER, State.DONE, (FOR_EVER - TODAY).days),
    ],
)
def test_what_is_held_counts_through_its_last_day_and_whoever_is_new_has_the_days_of_the_rule(
    days_on, until, state, due_in
):
    found = judge(days_on=days_on, until=until)

    assert (found.state, (found.due_on - TODAY).days) == (state, due_in)


def test_the_days_begin_with_the_rule_the_first_day_at_work_or_the_change_whichever_is_last():
    early, middle, late = (dt.date(2026, month, 1) for month in (1, 5, 9))

    assert since(early, middle, late) == late
    assert since(late, early, None) == late
    assert since(early, late, middle) == late


@pytest.mark.parametrize(
    ("days_on", "until", "said"),
    [
        (10, None, []),
        (30, None, [Step.REMINDED]),
        (60, None, [Step.REMINDED]),
        (61, None, [Step.OVERDUE]),
        (67, None, [Step.OVERDUE]),
        (68, None, [Step.OVERDUE, Step.ESCALATED]),
        (400, TODAY + 30 * DAY, [Step.REMINDED]),
        (400, TODAY + 31 * DAY, []),
        (400, FOR_EVER, []),
    ],
)
def test_people_are_reminded_before_told_after_and_the_leader_hears_of_it_a_week_later(days_on, until, said):
    assert steps(judge(days_on=days_on, until=until), TODAY, 30) == said


def test_of_two_rules_about_the_same_the_earlier_date_counts():
    assert strictest([judge(days_on=10), judge(days_on=61)]) == judge(days_on=61)
