"""What is decided about courses."""

import datetime as dt
from dataclasses import dataclass

import pytest

from app.courses import rules
from app.courses.rules import CheckKind, Format, Length, Question, Result, Stage, Topic, Wanted
from app.courses.rules.checks import Answer

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
TODAY = NOW.date()


@dataclass(frozen=True)
class Unit:
    name: str
    is_done: bool


def question(*right: bool, kind: CheckKind = CheckKind.MULTIPLE) -> Question:
    return Question("Was?", kind, [Answer("a", is_right, "darum") for is_right in right])


@pytest.mark.parametrize(
    ("required", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["c"], "c": []}, []),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, []),
        ({"a": ["a"]}, ["a", "a"]),
        ({"a": ["b"], "b": ["a"]}, ["a", "b", "a"]),
        ({"start": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}, ["a", "b", "c", "a"]),
        ({"a": ["unknown"]}, []),
    ],
)
def test_prerequisites_that_lead_in_a_circle_are_shown_as_the_way_round(required, expected):
    assert rules.circle(required) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (set(), Result.UNANSWERED),
        ({0}, Result.INCOMPLETE),
        ({0, 2}, Result.SOLVED),
        ({0, 1}, Result.WRONG),
        ({0, 1, 2}, Result.WRONG),
        ({9}, Result.WRONG),
    ],
)
def test_only_exactly_the_right_answers_solve_a_question(chosen, expected):
    assert question(True, False, True).result(chosen) is expected


def test_a_check_is_passed_when_every_question_is_solved():
    check = [question(True, False), question(False, True)]

    assert rules.is_passed(check, [{0}, {1}])
    assert not rules.is_passed(check, [{0}, {0}])
    assert not rules.is_passed(check, [{0}])
    assert rules.is_passed([], ())


def test_stored_questions_become_questions():
    stored = [{"question": "Was?", "kind": "single", "answers": [{"text": "a", "correct": True, "because": "darum"}]}]

    assert rules.questions(stored) == [Question("Was?", CheckKind.SINGLE, [Answer("a", True, "darum")])]


@pytest.mark.parametrize(
    ("begun", "completed", "left", "expected"),
    [
        (None, None, None, Stage.NOT_BEGUN),
        (NOW, None, None, Stage.BEGUN),
        (NOW, TODAY, None, Stage.DONE),
        (NOW, None, NOW, Stage.LEFT),
    ],
)
def test_the_stage_follows_from_three_dates(begun, completed, left, expected):
    assert rules.stage(begun, completed, left) is expected


def test_a_person_goes_on_at_the_first_unit_that_is_not_done():
    units = [Unit("a", True), Unit("b", False), Unit("c", True), Unit("d", False)]

    assert rules.next_of(units) == Unit("b", False)
    assert rules.next_of([Unit("a", True)]) is None


def test_a_course_is_complete_when_it_has_units_and_all_are_done():
    assert rules.is_complete([Unit("a", True), Unit("b", True)])
    assert not rules.is_complete([Unit("a", True), Unit("b", False)])
    assert not rules.is_complete([])


def test_a_search_counts_its_filters_and_can_forget_them():
    asked = Wanted("Daten", ("daten",), format=(Format.SEMINAR,), topic=(Topic.DATA,), length=(Length.HOUR,))

    assert (asked.ticked, asked.without_filters()) == (3, Wanted("Daten", ("daten",)))
    assert (Wanted("%").finds_nothing, Wanted("").finds_nothing, asked.finds_nothing) == (True, False, False)
