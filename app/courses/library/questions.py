"""The questions of a unit's check, as plain values from its front matter."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.content.fields import LONGEST_SENTENCE, Fields
from app.content.sentences import Sentence, said
from app.courses.rules import CheckKind
from app.courses.rules.checks import CHOSEN, PLACED, TYPED, comparable, number

QUESTION_ENTRIES = ("question", "kind", "answers")
ANSWER_ENTRIES = {
    CheckKind.SINGLE: ("text", "correct", "because"),
    CheckKind.MULTIPLE: ("text", "correct", "because"),
    CheckKind.ORDER: ("text", "because"),
    CheckKind.MATCH: ("text", "match", "because"),
    CheckKind.TEXT: ("text", "correct", "because"),
    CheckKind.NUMBER: ("text", "tolerance", "correct", "because"),
}
MOST_PLACES = 10


def read_questions(fields: Fields) -> list[dict[str, Any]]:
    """Every question with its answers, as it is stored; what is wrong with one is collected."""
    return [_question(fields, n) for n in fields.entries("check", known=QUESTION_ENTRIES)]


def _question(fields: Fields, position: int) -> dict[str, Any]:
    here: tuple[str | int, ...] = ("check", position)
    kind = fields.choice(CheckKind, *here, "kind")
    answers = [
        _answer(fields, kind, *here, "answers", n) for n in fields.entries(*here, "answers", known=ANSWER_ENTRIES[kind])
    ]
    for sentence in _faults(kind, answers):
        fields.refuse(sentence, *here)
    return {
        "question": fields.text(*here, "question", longest=LONGEST_SENTENCE),
        "kind": kind.value,
        "answers": answers,
    }


def _answer(fields: Fields, kind: CheckKind, *here: str | int) -> dict[str, Any]:
    is_number = kind is CheckKind.NUMBER
    answer: dict[str, Any] = {
        "text": _figure(fields, *here, "text") if is_number else fields.text(*here, "text", longest=LONGEST_SENTENCE),
        "correct": kind in PLACED or fields.flag(*here, "correct"),
        "because": fields.text(*here, "because", longest=LONGEST_SENTENCE),
    }
    if kind is CheckKind.MATCH:
        answer["match"] = fields.text(*here, "match")
    if is_number and fields.has(*here, "tolerance"):
        answer["tolerance"] = _figure(fields, *here, "tolerance")
        if answer["tolerance"].startswith("-"):
            fields.refuse(said("tolerance must not be below zero"), *here, "tolerance")
    return answer


def _figure(fields: Fields, *here: str | int) -> str:
    """A number, as YAML's or as it is written in German: 1500, 2.5 and 2,5; what is kept has the comma."""
    written = fields.written(*here)
    if number(written) is None:
        fields.refuse(said("%(name)s must be a number such as 12 or 2,5", name=here[-1]), *here)
        return "0"
    return written


def _faults(kind: CheckKind, answers: Sequence[Mapping[str, Any]]) -> Iterator[Sentence]:
    """What is wrong with the answers of a question together."""
    right = sum(answer["correct"] for answer in answers)
    texts = [comparable(answer["text"]) if kind is CheckKind.TEXT else answer["text"] for answer in answers]
    if len(texts) != len(set(texts)):
        yield said("two answers of this question are the same")
    if kind is CheckKind.SINGLE and right != 1:
        yield said(
            "a single question needs exactly one answer with `correct: true`, this one has %(number)s", number=right
        )
    if kind in (CheckKind.MULTIPLE, *TYPED) and not right:
        yield said("a %(kind)s question needs at least one answer with `correct: true`", kind=kind.value)
    if kind in CHOSEN and right == len(answers):
        yield said("a question needs at least one answer that is not right")
    if kind in PLACED and not 2 <= len(answers) <= MOST_PLACES:
        yield said("a question of the kind %(kind)s needs 2 to %(most)s answers", kind=kind.value, most=MOST_PLACES)
    if kind is CheckKind.MATCH and len({answer["match"] for answer in answers}) < 2:
        yield said("a question of the kind match needs at least two different entries of `match`")
    if kind is CheckKind.TEXT and not all(texts):
        yield said("an answer that is typed needs letters or digits")
