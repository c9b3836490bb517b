"""What more time would help, tried out with the optimiser itself."""

import datetime as dt
from dataclasses import replace

import pytest

from app.plans.optimiser import Aim, Case, Meeting, Offer, Session, optimise
from app.plans.rules.outlook import with_what_helps
from app.plans.rules.proposal import Open, Why, what_stays_open

MONDAY = dt.date(2026, 11, 30)
CASE = Case(levels={}, aims={1: Aim(2)}, weekly_minutes=60, weeks=4, first_monday=MONDAY, offers=())


def seminar(week, minutes=120, *, required=(), has_seats=True):
    starts_at = dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC) + dt.timedelta(weeks=week - 1)
    date = Session(10 * week, (Meeting(starts_at, starts_at + dt.timedelta(hours=2)),), minutes, has_seats)
    return Offer(2, minutes, {1: (0, 2)}, frozenset(required), is_seminar=True, sessions=(date,))


def best(case):
    answer = optimise(case)
    return answer.levels if answer else {}


def whys(*offers, best=best, **other):
    case = replace(CASE, offers=offers, **other)
    return [one.why for one in with_what_helps(case, what_stays_open(case, optimise(case).levels), best)]


@pytest.mark.parametrize(
    ("offers", "why"),
    [
        ([Offer(2, 600, {1: (0, 2)})], Why.EITHER),
        ([Offer(2, 4 * 1200 + 60, {1: (0, 2)})], Why.BOTH),
        ([Offer(2, 30 * 120, {1: (0, 2)})], Why.MINUTES),
        ([seminar(10)], Why.WEEKS),
        ([Offer(1, 300), seminar(3, required={1})], Why.BEFORE_DATES),
        ([Offer(1, 1200), seminar(9, required={1})], Why.BOTH),
        ([seminar(1, 1300)], Why.NEVER),
    ],
)
def test_only_what_helps_is_said(offers, why):
    assert whys(*offers) == [why]


def test_what_is_not_known_in_time_is_not_claimed():
    assert whys(Offer(2, 600, {1: (0, 2)}), best=lambda _case: None) == [Why.TIME]


def test_a_plan_that_was_taken_over_does_not_hinder_the_tries():
    assert whys(Offer(2, 600, {1: (0, 2)}), previous={}, promised=0) == [Why.EITHER]


def test_where_time_is_not_missing_nothing_is_tried():
    found = [Open(1, 0, 2, Why.COURSE)]

    assert with_what_helps(CASE, found, pytest.fail) == found
