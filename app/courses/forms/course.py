"""The knowledge check of a unit, and what somebody looks for in the catalogue."""

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Field, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import Length as MaxLength
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app import clock
from app.content.fields import LONGEST_TEXT
from app.courses.library.reading import MOST_LEVEL, SLUG
from app.courses.rules import (
    EARLIEST_COMPLETION,
    LANGUAGES,
    LONGEST_QUERY,
    CheckKind,
    Format,
    Length,
    Question,
    Remark,
    Result,
    TargetGroup,
    Topic,
    Wanted,
    When,
)
from app.courses.rules.checks import PLACED, TYPED
from app.text.folding import words
from app.web.fields import Day
from app.web.form import Form

DAY_OF_COMPLETION = _l("Please enter the day on which you completed the course, today at the latest.")
MOST_VALUES = 20
LONGEST_LIST = 20_000
LONGEST_ANSWER = 200
KIND = TypeVar("KIND", bound=StrEnum)


class SynonymsForm(Form):
    """The words that mean the same, a line for each group."""

    text = TextAreaField(
        _l("Words that mean the same"),
        [MaxLength(max=LONGEST_LIST, message=_l("Please use at most %(max)d characters."))],
        description=_l("A line for each group, with = between the words: DSGVO = Datenschutz-Grundverordnung"),
        render_kw={"rows": 16, "spellcheck": "true"},
    )
    seen = TextAreaField(widget=HiddenInput())

    def renew(self, stored: str) -> bool:
        """Say what the person is looking at now; whether somebody else has changed it in the meantime."""
        is_old = self.is_submitted() and (self.seen.data or "").split() != stored.split()
        self.seen.raw_data, self.seen.data = None, stored
        return is_old


class CompletionForm(Form):
    """When a course elsewhere was completed, by the person's own word."""

    completed_on = Day(
        _l("Completed on"), lambda: (EARLIEST_COMPLETION, clock.today()), DAY_OF_COMPLETION, required=True
    )

    def __init__(self, **values: Any) -> None:
        super().__init__(data={"completed_on": clock.today()}, **values)


class SomeField(SelectMultipleField):
    """Checkboxes for a question with several right answers."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class PlacesField(Field):
    """A choice for each answer of an order or of pairs; all are sent under one name, in the order of the page."""

    is_placed = True

    def __init__(self, question: Question, **other: Any) -> None:
        super().__init__(question.text, **other)
        self.question = question

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Keep what was sent for each answer; what was sent beyond them belongs to none."""
        self.data = valuelist[: len(self.question.shown)]

    def rows(self) -> list[tuple[int, str, str]]:
        """Each answer as it is shown: its position, its words, and what was chosen for it."""
        data = [*(self.data or []), *[""] * len(self.question.shown)]
        return [(n, self.question.answers[n].text, data[at]) for at, n in enumerate(self.question.shown)]

    def options(self) -> list[tuple[str, str]]:
        """What can be chosen, as value and words."""
        if self.question.kind is CheckKind.ORDER:
            return [(place, place) for place in self.question.choices]
        return [(str(n), words) for n, words in enumerate(self.question.choices)]


class CheckForm(Form):
    """The questions of a unit, one field each. Made by `check_form`."""

    check: Sequence[Question] = ()
    is_test = False
    """Whether passing it proves a level: which answers are right is said afterwards alone."""

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every question is solved."""
        is_answered = bool(super().validate(extra_validators))
        if is_answered and self.solved < len(self.check):
            self.form_errors.append(_("Not every question is answered correctly yet."))
            return False
        return is_answered

    @property
    def asked(self) -> list[Field]:
        """The fields of the questions, in order."""
        return [self[_name(position)] for position in range(len(self.check))]

    @property
    def values(self) -> dict[str, object]:
        """What was given for each question."""
        return {"given": [_given(field) for field in self.asked]}

    @property
    def solved(self) -> int:
        """How many questions are answered rightly."""
        return sum(
            question.result(_given(field)) is Result.SOLVED
            for question, field in zip(self.check, self.asked, strict=True)
        )

    @property
    def is_blank(self) -> bool:
        """Whether no answer at all is given."""
        return not any(one.strip() for field in self.asked for one in _given(field))

    def explanations(self, position: int) -> dict[str, str]:
        """Why each answer that was given is right or not; nothing before the form was sent, nor in a test."""
        if self.is_test or not self.is_submitted():
            return {}
        remarks = self.check[position].remarks(_given(self.asked[position]))
        return {str(n): _sentence(remark) for n, remark in remarks.items()}


def check_form(check: Sequence[Question], *, is_test: bool = False) -> CheckForm:
    """The form of a unit's check."""
    fields = {_name(position): _field(question) for position, question in enumerate(check)}
    made: CheckForm = type("UnitCheckForm", (CheckForm,), {**fields, "check": check, "is_test": is_test})()
    for field in made.asked:
        field.flags.required = True
    return made


def wanted(address: MultiDict[str, str]) -> Wanted:
    """What the address asks for; what no filter knows is left out."""
    typed = " ".join(address.get("q", "").split())[:LONGEST_QUERY]
    return Wanted(
        typed=typed,
        words=tuple(words(typed)),
        format=_known(Format, address.getlist("format")),
        topic=_known(Topic, address.getlist("topic")),
        length=_known(Length, address.getlist("length")),
        target=_known(TargetGroup, address.getlist("target")),
        provider=tuple(one for one in address.getlist("provider") if one.strip() and len(one) <= LONGEST_TEXT)[
            :MOST_VALUES
        ],
        competence=tuple(key for key in address.getlist("competence") if SLUG.fullmatch(key))[:MOST_VALUES],
        level=tuple(level for level in range(1, MOST_LEVEL + 1) if str(level) in address.getlist("level")),
        date=_known(When, address.getlist("date")),
        since=_day(address.get("since", "")),
        until=_day(address.get("until", "")),
        language=tuple(language for language in LANGUAGES if language in address.getlist("language")),
    )


def _day(typed: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        return None


def _known(kinds: type[KIND], values: Iterable[str]) -> tuple[KIND, ...]:
    asked = set(values)
    return tuple(kind for kind in kinds if kind.value in asked)


def _name(position: int) -> str:
    return f"question-{position}"


def _field(question: Question) -> Field:
    common: dict[str, Any] = {"validators": [Solves(question)], "description": _how(question.kind)}
    if question.kind in PLACED:
        return PlacesField(question, **common)
    if question.kind in TYPED:
        attributes = {"autocomplete": "off", "inputmode": "decimal" if question.kind is CheckKind.NUMBER else "text"}
        return StringField(question.text, render_kw=attributes, **common)
    choices = [SelectChoice(str(n), answer.text) for n, answer in enumerate(question.answers)]
    kind = RadioField if question.kind is CheckKind.SINGLE else SomeField
    return kind(question.text, choices=choices, validate_choice=False, **common)


def _how(kind: CheckKind) -> str:
    """What to do, where the field alone does not say it."""
    return {
        CheckKind.MULTIPLE: _("Choose every answer that is right."),
        CheckKind.ORDER: _("Choose the place of each line: 1 comes first."),
        CheckKind.MATCH: _("Choose for each line what belongs to it."),
        CheckKind.TEXT: _("A word or two; capital letters and hyphens do not matter."),
        CheckKind.NUMBER: _("A number, with a comma before the decimals."),
    }.get(kind, "")


def _sentence(remark: Remark) -> str:
    if remark.is_right:
        return _("Right. %(because)s", because=remark.because)
    return _("Not right. %(because)s", because=remark.because) if remark.because else _("Not right yet.")


class Solves:
    """Whether the chosen answers solve the question; says what is missing otherwise."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def __call__(self, form: CheckForm, field: Field) -> None:
        sentences = {
            Result.UNANSWERED: _("Please write an answer.")
            if self.question.kind in TYPED
            else _("Please choose an answer."),
            Result.NO_NUMBER: _("Please enter a number, such as 12 or 2,5."),
        }
        in_full = {
            Result.INCOMPLETE: _("That is right so far, but something is missing."),
            Result.WRONG: _("Not quite yet. Read the explanation and try again.")
            if self.question.remarks(_given(field))
            else _("Not quite yet. Have another look at the text above and try again."),
        }
        if sentence := (sentences if form.is_test else sentences | in_full).get(self.question.result(_given(field))):
            raise ValidationError(sentence)


def _given(field: Field) -> list[str]:
    data = field.data if isinstance(field.data, list) else [field.data]
    return [str(one)[:LONGEST_ANSWER] for one in data if one is not None]
