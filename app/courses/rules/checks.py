"""Knowledge checks: questions, and what the chosen answers are worth."""

import enum
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


class CheckKind(enum.StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"


class Result(enum.StrEnum):
    """How a question was answered."""

    SOLVED = "solved"
    UNANSWERED = "unanswered"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"


@dataclass(frozen=True)
class Answer:
    """A possible answer, and why it is right or not."""

    text: str
    is_correct: bool
    because: str


@dataclass(frozen=True)
class Question:
    """A question of a knowledge check."""

    text: str
    kind: CheckKind
    answers: Sequence[Answer]

    def result(self, chosen: Collection[int]) -> Result:
        """What the chosen answers, named by position, are worth together."""
        right = {position for position, answer in enumerate(self.answers) if answer.is_correct}
        picked = set(chosen)
        if not picked:
            return Result.UNANSWERED
        if picked == right:
            return Result.SOLVED
        return Result.INCOMPLETE if picked < right else Result.WRONG


def is_passed(check: Sequence[Question], chosen: Sequence[Collection[int]]) -> bool:
    """Whether every question of a check is solved; a unit without questions is passed by reading it."""
    return len(check) == len(chosen) and all(
        question.result(picked) is Result.SOLVED for question, picked in zip(check, chosen, strict=True)
    )


def questions(stored: Sequence[Mapping[str, object]]) -> list[Question]:
    """The questions of a unit, from the plain values in which they are stored."""
    return [
        Question(
            str(entry["question"]),
            CheckKind(str(entry["kind"])),
            [Answer(str(a["text"]), bool(a["correct"]), str(a["because"])) for a in entry["answers"]],  # type: ignore[attr-defined]
        )
        for entry in stored
    ]
