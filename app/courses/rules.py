"""Formats, topics, progress and knowledge checks."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class Format(enum.StrEnum):
    """How a course is learnt."""

    SELF_PACED = "self-paced"
    SEMINAR = "seminar"
    EXTERNAL = "external"


class Topic(enum.StrEnum):
    """What a course is about."""

    DATA = "data"
    DIGITAL = "digital"
    COMMUNICATION = "communication"
    SELF_MANAGEMENT = "self-management"
    LEADERSHIP = "leadership"
    SAFETY = "safety"
    PROJECTS = "projects"


class CheckKind(enum.StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"


SHORTEST_UNIT, LONGEST_UNIT = 3, 20


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

    def is_solved_by(self, chosen: set[int]) -> bool:
        """Whether exactly the right answers were chosen, by their position."""
        return chosen == {position for position, answer in enumerate(self.answers) if answer.is_correct}


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
