"""Knowledge checks: questions of six kinds, and what an answer to them is worth."""

import enum
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from app.text.folding import bare, fold

LONGEST_POSITION = 2
FIGURE = re.compile(r"[-+−]?\d+(?:[.,]\d+)*")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
MOST_DIGITS = 18


class CheckKind(enum.StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    ORDER = "order"
    MATCH = "match"
    TEXT = "text"
    NUMBER = "number"


CHOSEN = (CheckKind.SINGLE, CheckKind.MULTIPLE)
PLACED = (CheckKind.ORDER, CheckKind.MATCH)
TYPED = (CheckKind.TEXT, CheckKind.NUMBER)


class Result(enum.StrEnum):
    """How a question was answered."""

    SOLVED = "solved"
    UNANSWERED = "unanswered"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"
    NO_NUMBER = "no-number"


@dataclass(frozen=True)
class Answer:
    """A possible answer, and why it is right or not; of some kinds with what it belongs to, or how far off it may be.

    In an order and among pairs every answer is right at its own place.
    """

    text: str
    is_correct: bool
    because: str
    match: str = ""
    tolerance: str = ""


@dataclass(frozen=True)
class Remark:
    """What is to be said of an answer that was given: whether it is right, and why; `because` may be empty."""

    is_right: bool
    because: str


@dataclass(frozen=True)
class Question:
    """A question of a knowledge check. What is given for it is a list of texts, as a form sends them.

    single, multiple   the positions of the chosen answers
    order              for each answer in the order in which it is shown: its place, from 1
    match              for each answer in the order in which it is shown: the position among `choices`
    text, number       what was typed
    """

    text: str
    kind: CheckKind
    answers: Sequence[Answer]

    @cached_property
    def shown(self) -> list[int]:
        """The positions of the answers as they are shown: of an order, mixed, always in the same way."""
        positions = list(range(len(self.answers)))
        if self.kind is not CheckKind.ORDER:
            return positions
        mixed = sorted(positions, key=lambda n: hashlib.sha256(f"{self.text} {self.answers[n].text}".encode()).digest())
        return mixed if mixed != positions else [*mixed[1:], mixed[0]]

    @cached_property
    def choices(self) -> list[str]:
        """What can be chosen for each answer: the places of an order, what the answers of pairs belong to."""
        if self.kind is CheckKind.ORDER:
            return [str(place + 1) for place in range(len(self.answers))]
        return sorted({answer.match for answer in self.answers if answer.match}, key=fold)

    def result(self, given: Sequence[str]) -> Result:
        """What these answers are worth together."""
        if self.kind in CHOSEN:
            return self._of_chosen(given)
        return self._of_placed(given) if self.kind in PLACED else self._of_typed(given)

    def remarks(self, given: Sequence[str]) -> dict[int, Remark]:
        """What is to be said of each answer that was given, by its position.

        Why something belongs elsewhere would say where: what is misplaced is only said to be so.
        """
        if self.kind in PLACED:
            placed = self._placed(given)
            return {n: Remark(right, self.answers[n].because if right else "") for n, right in placed.items()}
        met = _positions(given) if self.kind in CHOSEN else self._met(given)
        known = (n for n in sorted(met) if n < len(self.answers))
        return {n: Remark(self.answers[n].is_correct, self.answers[n].because) for n in known}

    def _of_chosen(self, given: Sequence[str]) -> Result:
        right = {position for position, answer in enumerate(self.answers) if answer.is_correct}
        picked = _positions(given)
        if not picked:
            return Result.UNANSWERED
        if picked == right:
            return Result.SOLVED
        return Result.INCOMPLETE if picked < right else Result.WRONG

    def _of_placed(self, given: Sequence[str]) -> Result:
        placed = self._placed(given)
        if not all(placed.values()):
            return Result.WRONG
        if len(placed) == len(self.answers):
            return Result.SOLVED
        return Result.INCOMPLETE if placed else Result.UNANSWERED

    def _of_typed(self, given: Sequence[str]) -> Result:
        typed = bare(given[0]) if given else ""
        if not typed:
            return Result.UNANSWERED
        if self.kind is CheckKind.NUMBER and number(typed) is None:
            return Result.NO_NUMBER
        return Result.SOLVED if any(self.answers[n].is_correct for n in self._met(given)) else Result.WRONG

    def _placed(self, given: Sequence[str]) -> dict[int, bool]:
        """For each answer that has got a place, by position: whether it is its own."""
        pairs = zip(self.shown, given, strict=False)
        return {n: self._own_place(n) == at for n, at in pairs if at in self._places}

    @cached_property
    def _places(self) -> list[str]:
        """What a form may send for an answer."""
        if self.kind is CheckKind.ORDER:
            return self.choices
        return [str(position) for position in range(len(self.choices))]

    def _own_place(self, position: int) -> str:
        if self.kind is CheckKind.ORDER:
            return str(position + 1)
        return str(self.choices.index(self.answers[position].match))

    def _met(self, given: Sequence[str]) -> set[int]:
        """The answer that was typed, the first that fits; none where nothing like it was expected."""
        typed = bare(given[0]) if given else ""
        fits = _is_number if self.kind is CheckKind.NUMBER else _is_text
        return {next((n for n, answer in enumerate(self.answers) if typed and fits(typed, answer)), -1)} - {-1}


def is_passed(check: Sequence[Question], given: Sequence[Sequence[str]]) -> bool:
    """Whether every question of a check is solved; a unit without questions is passed by reading it."""
    return len(check) == len(given) and all(
        question.result(answers) is Result.SOLVED for question, answers in zip(check, given, strict=True)
    )


def questions(stored: Sequence[Mapping[str, object]]) -> list[Question]:
    """The questions of a unit, from the plain values in which they are stored."""
    return [
        Question(
            str(entry["question"]),
            CheckKind(str(entry["kind"])),
            [
                Answer(
                    str(a["text"]),
                    bool(a["correct"]),
                    str(a["because"]),
                    str(a.get("match", "")),
                    str(a.get("tolerance", "")),
                )
                for a in entry["answers"]  # type: ignore[attr-defined]
            ],
        )
        for entry in stored
    ]


def number(typed: str) -> Decimal | None:
    """The number that was typed, the German way: a comma before the decimals, points between thousands.

    A single point may also stand for the comma, as in 2.5, where it can't be meant to part thousands.
    """
    plain = "".join(typed.split()).replace("−", "-")
    if len(plain) > MOST_DIGITS or not FIGURE.fullmatch(plain) or not plain.isascii():
        return None
    sign = "-" if plain.startswith("-") else ""
    whole, comma, decimals = plain.lstrip("+-").partition(",")
    if THOUSANDS.fullmatch(whole):
        whole = whole.replace(".", "")
    if "," in decimals or "." in decimals or whole.count(".") > (0 if comma else 1):
        return None
    return Decimal(f"{sign}{whole}{'.' if comma else ''}{decimals}")


def comparable(text: str) -> str:
    """A short answer as it is compared: neither case nor blanks, hyphens and spelling of umlauts matter."""
    return fold(text).replace(" ", "")


def _is_text(typed: str, answer: Answer) -> bool:
    return comparable(typed) == comparable(answer.text)


def _is_number(typed: str, answer: Answer) -> bool:
    said, wanted, tolerance = number(typed), number(answer.text), number(answer.tolerance or "0")
    return None not in (said, wanted, tolerance) and abs(said - wanted) <= tolerance  # type: ignore[operator]


def _positions(given: Sequence[str]) -> set[int]:
    return {int(one) for one in given if one.isascii() and one.isdecimal() and len(one) <= LONGEST_POSITION}
