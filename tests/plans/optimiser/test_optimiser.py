"""The optimal plan, against counting out every plan there is."""

import dataclasses
import datetime as dt
import itertools
import subprocess
import sys
from random import Random

import pytest

from app.plans.optimiser import Aim, Case, Offer, OutOfTime, Session, Value, optimise, stages
from app.plans.optimiser import choice as choosing
from tests.plans.optimiser import brute
from tests.plans.optimiser.cases import MONDAY, large, meeting, small

SEEDS = range(400)
LINE = 20
MORE = [pytest.param(first, marks=pytest.mark.deep) for first in range(200, len(SEEDS), LINE)]


@pytest.mark.parametrize("first", [*range(0, 200, LINE), *MORE])
def test_the_plan_is_as_good_as_the_best_of_all_plans(first):
    for seed in SEEDS[first : first + LINE]:
        case = small(seed)

        answer = optimise(case)

        assert (answer.value if answer else None) == brute.best(case), seed
        assert answer is None or answer.is_proven


def test_among_the_cases_are_impossible_ones_repairs_and_tight_ones():
    cases = [small(seed) for seed in SEEDS[::4]]
    answers = [optimise(case) for case in cases]

    assert sum(answer is None for answer in answers) >= 5
    assert sum(case.previous is not None for case in cases) >= 20
    found = [(case, answer) for case, answer in zip(cases, answers, strict=True) if answer]
    assert sum(answer.value.closed < case.wanted for case, answer in found) >= 25
    assert sum(any(step.session for step in answer.steps) for _, answer in found) >= 20


@pytest.mark.parametrize("seed", [418, 1463, *range(400, 440)])
def test_the_plan_keeps_to_the_rules(seed):
    case = small(seed)
    answer = optimise(case)
    if answer is None:
        return
    keeps_to_the_rules(case, answer)


def keeps_to_the_rules(case, answer):
    offers = {offer.id: offer for offer in case.offers}
    place = {step.course: number for number, step in enumerate(answer.steps)}
    dates = [one for step in answer.steps for one in offers[step.course].sessions if one.id == step.session]

    assert case.kept - case.completed <= place.keys()
    assert not case.dropped & place.keys()
    assert all(case.completed | place.keys() >= offers[course].required for course in place)
    for one, other in itertools.combinations(dates, 2):
        assert not choosing.overlap(one.meetings, other.meetings)
    for step in answer.steps:
        assert (step.session is not None) == offers[step.course].is_seminar
        assert all(place[one] < place[step.course] for one in offers[step.course].required if one in place)
    for week in range(1, case.weeks + 1):
        in_time = sum(step.minutes for step in answer.steps if step.ends_in <= week)
        others = sum(min(one, case.weekly_minutes) for one in case.taken[:week])
        assert in_time + others <= case.weekly_minutes * week


def test_the_same_case_gives_the_same_plan_whatever_the_order_of_its_parts():
    for seed in range(40):
        case = small(seed)
        mixed = dataclasses.replace(case, offers=tuple(Random(seed).sample(case.offers, len(case.offers))))

        assert optimise(case) == optimise(mixed) == optimise(case)


@pytest.mark.parametrize("seed", [2, 9])
def test_a_large_case_keeps_to_the_rules(seed):
    case = large(seed)

    answer = optimise(case, seconds=120)

    assert answer
    assert answer.is_proven
    keeps_to_the_rules(case, answer)


@pytest.mark.parametrize(
    ("seed", "closed", "minutes", "finish"), [(3, 124, 6120, 51), (29, 120, 3105, 52), (47, 85, 2325, 52)]
)
def test_large_cases_have_the_values_that_a_search_among_all_columns_found(seed, closed, minutes, finish):
    answer = optimise(large(seed), seconds=120)

    assert answer.is_proven
    assert (answer.value.closed, answer.value.minutes, answer.value.finish) == (closed, minutes, finish)


def test_without_the_rows_that_forbid_an_impossible_order_the_tests_would_fail(monkeypatch):
    """The twin: what can't be laid out is put wherever it likes."""
    honest = stages.lay_out

    def careless(chosen, finish):
        found = honest(chosen, finish)
        return found if isinstance(found, dict) else dict.fromkeys((*chosen.free, *chosen.dates), finish)

    monkeypatch.setattr(stages, "lay_out", careless)

    assert any(_value(small(seed)) != brute.best(small(seed)) for seed in SEEDS)


def _value(case: Case) -> Value | None:
    try:
        answer = optimise(case)
    except AssertionError:
        return None
    return answer.value if answer else None


def case_of(*offers: Offer, **other: object) -> Case:
    given = {"levels": {}, "aims": {7: Aim(2)}, "weekly_minutes": 60, "weeks": 10, "first_monday": MONDAY}
    return Case(**{**given, "offers": offers, **other})


def test_a_course_that_builds_on_a_level_comes_after_one_that_leads_there():
    answer = optimise(case_of(Offer(1, 30, {7: (1, 2)}), Offer(2, 30, {7: (0, 1)})))

    assert [step.course for step in answer.steps] == [2, 1]
    assert answer.levels == {7: 2}


def test_where_the_time_is_not_enough_what_weighs_more_is_closed_first():
    offers = (Offer(1, 30, {7: (0, 1)}), Offer(2, 30, {8: (0, 1)}))
    short = {"weekly_minutes": 30, "weeks": 1}

    for heavy, course in ((7, 1), (8, 2)):
        aims = {7: Aim(1), 8: Aim(1)} | {heavy: Aim(1, 2)}
        answer = optimise(case_of(*offers, aims=aims, **short))

        assert [step.course for step in answer.steps] == [course]


def test_two_courses_that_would_need_each_other_lift_only_once():
    """Whichever comes first brings only one of its two levels."""
    offers = (Offer(1, 30, {7: (0, 1), 8: (1, 2)}), Offer(2, 30, {8: (0, 1), 7: (1, 2)}))

    answer = optimise(case_of(*offers, aims={7: Aim(2), 8: Aim(2)}))

    assert answer.value.closed == 3


def test_a_seminar_waits_until_there_has_been_time_for_it():
    early, late = (Session(one, (meeting(week, 2, 9, 6),), 360) for one, week in ((1, 2), (2, 6)))

    answer = optimise(case_of(Offer(1, 360, {7: (0, 2)}, frozenset(), True, (early, late))))

    assert [(step.session, step.ends_in) for step in answer.steps] == [(2, 6)]


def test_a_first_meeting_that_comes_too_early_is_no_endless_search():
    long = Session(1, (meeting(1, 2, 9, 4), meeting(8, 2, 9, 1)), 300)

    answer = optimise(case_of(Offer(1, 300, {7: (0, 2)}, frozenset(), True, (long,))), seconds=30)

    assert (answer.steps, answer.is_proven) == ((), True)


def test_what_else_is_to_do_takes_its_weeks_first():
    offers = (Offer(1, 60, {7: (0, 1)}), Offer(2, 60, {7: (1, 2)}))

    alone = optimise(case_of(*offers))
    beside = optimise(case_of(*offers, taken=(60, 30, 0, 500)))

    assert [step.ends_in for step in alone.steps] == [1, 2]
    assert [step.ends_in for step in beside.steps] == [3, 5]
    assert beside.value.finish == 5


def test_a_week_that_is_more_than_full_takes_nothing_of_the_next():
    answer = optimise(case_of(Offer(1, 60, {7: (0, 2)}), taken=(900,), weeks=2))

    assert [step.ends_in for step in answer.steps] == [2]


def test_where_others_take_all_the_time_nothing_is_left():
    answer = optimise(case_of(Offer(1, 15, {7: (0, 2)}), taken=(60, 60), weeks=2))

    assert answer.steps == ()


def test_a_repair_moves_the_cancelled_seminar_and_leaves_the_rest_alone():
    date = Session(12, (meeting(7, 2, 9, 2),), 120)
    offers = (
        Offer(1, 120, {7: (0, 1)}, frozenset(), True, (date,)),
        Offer(2, 90, {8: (0, 1)}),
        Offer(3, 60, {8: (0, 1)}),
    )
    asked = case_of(*offers, aims={7: Aim(1), 8: Aim(1)})

    fresh = optimise(asked)
    repaired = optimise(dataclasses.replace(asked, previous={1: 11, 2: None}, promised=2))

    assert {step.course for step in fresh.steps} == {1, 3}
    assert {step.course: step.session for step in repaired.steps} == {1: 12, 2: None}
    assert repaired.value.changes == 1


def test_time_that_runs_out_before_a_plan_was_found_is_no_answer_that_none_fits():
    with pytest.raises(OutOfTime):
        optimise(large(1), seconds=0)


def test_a_case_without_an_aim_has_an_empty_plan():
    answer = optimise(case_of(Offer(1, 30, {7: (0, 1)}), aims={}))

    assert (answer.steps, answer.is_proven, answer.bound) == ((), True, 0)


def test_weeks_are_counted_from_the_first_monday():
    case = case_of()

    assert case.week_of(dt.datetime(2026, 12, 6, 23, tzinfo=dt.UTC)) == 1
    assert case.week_of(dt.datetime(2026, 12, 7, 0, tzinfo=dt.UTC)) == 2


def test_the_solver_says_nothing_on_the_console():
    code = "from tests.plans.optimiser.cases import small; from app.plans.optimiser import optimise; optimise(small(0))"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert (said.stdout, said.stderr) == ("", "")
