"""What an answer to a question of a knowledge check is worth, of each of the six kinds."""

from decimal import Decimal

import pytest

from app.courses import rules
from app.courses.rules import CheckKind, Question, Remark, Result
from app.courses.rules.checks import Answer, number


def question(*right: bool, kind: CheckKind = CheckKind.MULTIPLE) -> Question:
    return Question("Was?", kind, [Answer("a", is_right, "darum") for is_right in right])


ORDER = Question(
    "Was zuerst?", CheckKind.ORDER, [Answer(text, True, f"weil {text}") for text in ("eins", "zwei", "drei")]
)
MATCH = Question(
    "Wer hilft?",
    CheckKind.MATCH,
    [
        Answer("Drucker", True, "weil Gerät", match="IT"),
        Answer("Vorlage", True, "weil Inhalt", match="Fachbetreuung"),
        Answer("Kennwort", True, "weil Konto", match="IT"),
    ],
)
TEXT = Question(
    "Wie heißt der Grundsatz?",
    CheckKind.TEXT,
    [
        Answer("Once-Only", True, "so heißt er"),
        Answer("Einmal für alle", True, "so sagt man auch"),
        Answer("One-Stop-Shop", False, "das ist ein Schalter"),
    ],
)
NUMBER = Question(
    "Wie viel?",
    CheckKind.NUMBER,
    [Answer("1.250,5", True, "gerechnet", tolerance="0,5"), Answer("1000", False, "vergessen")],
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], Result.UNANSWERED),
        (["0"], Result.INCOMPLETE),
        (["2", "0"], Result.SOLVED),
        (["0", "1"], Result.WRONG),
        (["0", "1", "2"], Result.WRONG),
        (["9"], Result.WRONG),
        (["x", "٣", "9" * 500], Result.UNANSWERED),
    ],
)
def test_only_exactly_the_right_answers_solve_a_question(given, expected):
    assert question(True, False, True).result(given) is expected


def test_an_order_is_shown_mixed_always_alike_and_never_as_it_is_right():
    again = Question(ORDER.text, ORDER.kind, ORDER.answers)

    assert ORDER.shown == again.shown != [0, 1, 2]
    assert sorted(ORDER.shown) == [0, 1, 2]
    assert all(
        Question(str(n), CheckKind.ORDER, [Answer("a", True, ""), Answer("b", True, "")]).shown == [1, 0]
        for n in range(9)
    )


def places(*by_answer: str) -> list[str]:
    """What a form sends for these places, given in the right order of the answers."""
    return [by_answer[position] for position in ORDER.shown]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], Result.UNANSWERED),
        (["", "", ""], Result.UNANSWERED),
        (places("1", "2", "3"), Result.SOLVED),
        (places("1", "2", ""), Result.INCOMPLETE),
        (places("2", "1", "3"), Result.WRONG),
        (places("1", "1", "1"), Result.WRONG),
        (places("1", "2", "7"), Result.INCOMPLETE),
        ([*places("1", "2", "3"), "1"], Result.SOLVED),
    ],
)
def test_an_order_is_solved_when_everything_has_its_place(given, expected):
    assert ORDER.result(given) is expected


def test_of_an_order_it_is_said_what_stands_right_and_not_where_the_rest_belongs():
    assert ORDER.remarks(places("1", "3", "2")) == {
        0: Remark(is_right=True, because="weil eins"),
        1: Remark(is_right=False, because=""),
        2: Remark(is_right=False, because=""),
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["1", "0", "1"], Result.SOLVED),
        (["1", "0", ""], Result.INCOMPLETE),
        (["0", "0", "1"], Result.WRONG),
        (["1", "0", "2"], Result.INCOMPLETE),
        (["", "", ""], Result.UNANSWERED),
    ],
)
def test_pairs_are_solved_when_each_has_its_counterpart_and_several_may_have_the_same(given, expected):
    assert MATCH.choices == ["Fachbetreuung", "IT"]
    assert MATCH.result(given) is expected


@pytest.mark.parametrize(
    ("typed", "expected", "because"),
    [
        ("Once-Only", Result.SOLVED, "so heißt er"),
        ("  once   only ", Result.SOLVED, "so heißt er"),
        ("ONCEONLY", Result.SOLVED, "so heißt er"),
        ("einmal fuer alle", Result.SOLVED, "so sagt man auch"),
        ("One Stop Shop", Result.WRONG, "das ist ein Schalter"),
        ("irgendwas", Result.WRONG, None),
        ("!?", Result.WRONG, None),
        ("\u200b ", Result.UNANSWERED, None),
    ],
)
def test_a_short_text_is_compared_folded_with_every_accepted_answer(typed, expected, because):
    assert TEXT.result([typed]) is expected
    assert [remark.because for remark in TEXT.remarks([typed]).values()] == ([because] if because else [])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1250,5", Result.SOLVED),
        ("1.251", Result.SOLVED),
        ("1 250", Result.SOLVED),
        ("1250.50", Result.SOLVED),
        ("1251,01", Result.WRONG),
        ("1000,0", Result.WRONG),
        ("viel", Result.NO_NUMBER),
        ("1,2,3", Result.NO_NUMBER),
        ("NaN", Result.NO_NUMBER),
        ("9" * 400, Result.NO_NUMBER),
        ("", Result.UNANSWERED),
    ],
)
def test_a_number_may_be_off_by_the_tolerance(typed, expected):
    assert NUMBER.result([typed]) is expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2,5", "2.5"),
        ("2.5", "2.5"),
        ("2.500", "2500"),
        ("1.234.567,89", "1234567.89"),
        ("−3", "-3"),
        ("+4", "4"),
        ("007", "7"),
        ("1.2,5", None),
        ("1.2.3", None),
        ("٣", None),
        ("5 %", None),
    ],
)
def test_a_number_is_read_the_german_way(typed, meant):
    assert number(typed) == (Decimal(meant) if meant else None)


def test_a_check_is_passed_when_every_question_is_solved():
    check = [question(True, False), question(False, True)]

    assert rules.is_passed(check, [["0"], ["1"]])
    assert not rules.is_passed(check, [["0"], ["0"]])
    assert not rules.is_passed(check, [["0"]])
    assert rules.is_passed([], ())


def test_stored_questions_become_questions():
    stored = [
        {"question": "Was?", "kind": "single", "answers": [{"text": "a", "correct": True, "because": "darum"}]},
        {
            "question": "Wie viel?",
            "kind": "number",
            "answers": [{"text": "2,5", "correct": True, "because": "darum", "tolerance": "0,1"}],
        },
    ]

    assert rules.questions(stored) == [
        Question("Was?", CheckKind.SINGLE, [Answer("a", True, "darum")]),
        Question("Wie viel?", CheckKind.NUMBER, [Answer("2,5", True, "darum", tolerance="0,1")]),
    ]
