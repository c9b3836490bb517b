"""A question of a unit as fields: six kinds, and for each the fields of which its answers consist."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField, SelectField, StringField
from wtforms import Form as Fields
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.widgets import HiddenInput

from app.content.fields import MOST_ENTRIES
from app.courses.library.questions import ANSWER_ENTRIES
from app.courses.rules import CheckKind
from app.courses.rules.checks import CHOSEN, PLACED, TYPED
from app.studio.forms.part import line, one_line, several

WHOLE = re.compile(r"0|-?[1-9]\d{0,17}", re.ASCII)
WORDS = ("text", "match", "tolerance", "because")
FEWEST_LINES = {CheckKind.TEXT: 1, CheckKind.NUMBER: 1}
USUAL_LINES = 3
KINDS = {
    CheckKind.SINGLE: _l("One answer is right"),
    CheckKind.MULTIPLE: _l("Several answers are right"),
    CheckKind.ORDER: _l("Put in order"),
    CheckKind.MATCH: _l("Find pairs"),
    CheckKind.TEXT: _l("Type a word"),
    CheckKind.NUMBER: _l("Type a number"),
}
HINTS = {
    CheckKind.ORDER: _l("Write the answers in their right order; people see them mixed."),
    CheckKind.MATCH: _l("People choose for each answer what belongs to it; several may have the same."),
    CheckKind.TEXT: _l(
        "Write every answer that is right; case, blanks and hyphens don’t matter. Frequent mistakes may stand here too."
    ),
    CheckKind.NUMBER: _l("Write the right number, and how far off it may be. Frequent mistakes may stand here too."),
}


def kind_field(label: Any, **other: Any) -> SelectField:
    """How a question is answered."""
    choices = [SelectChoice(value=kind.value, label=name) for kind, name in KINDS.items()]
    return SelectField(label, choices=choices, default=CheckKind.SINGLE.value, validate_choice=False, **other)


class AnswerFields(Fields):
    """An answer, with all that one of any kind may have."""

    text = line(_l("The answer"))
    match = line(_l("belongs to it"))
    tolerance = line(_l("give or take"))
    correct = BooleanField(_l("is right"))
    because = line(_l("because"))

    def entry(self, kind: CheckKind) -> dict[str, Any]:
        """The answer as a file has it; empty where nothing was typed."""
        if not any(self[name].data for name in WORDS):
            return {}
        values = {name: self[name].data or "" for name in ANSWER_ENTRIES[kind]}
        if kind is CheckKind.NUMBER:
            values |= {name: _figure(values[name]) for name in ("text", "tolerance")}
        return {name: value for name, value in values.items() if value or name not in ("correct", "tolerance")}


class QuestionFields(Fields):
    """A question. `kept` holds one that can't be built here, as it is."""

    question = several(_l("Question"), rows=2)
    kind = kind_field(_l("How it is answered"))
    answers = FieldList(FormField(AnswerFields), max_entries=MOST_ENTRIES)
    remove = BooleanField(_l("Remove this question"))
    kept = StringField(widget=HiddenInput())

    @property
    def chosen(self) -> CheckKind:
        """Its kind."""
        return CheckKind(self.kind.data) if self.kind.data in list(CheckKind) else CheckKind.SINGLE

    @property
    def kinds(self) -> list[tuple[str, Any]]:
        """The kinds that it may become: those with like answers, all where it has none yet."""
        is_begun = any(one.form.entry(self.chosen) for one in self.answers)
        alike = next(kinds for kinds in (CHOSEN, PLACED, TYPED) if self.chosen in kinds) if is_begun else tuple(KINDS)
        return [(kind.value, KINDS[kind]) for kind in alike]

    @property
    def asks_for(self) -> Sequence[str]:
        """Of what its answers consist."""
        return ANSWER_ENTRIES[self.chosen]

    @property
    def hint(self) -> Any:
        """What is to be known where it is built, if it does not show."""
        return HINTS.get(self.chosen)

    @property
    def entry(self) -> dict[str, Any]:
        """The question as a file has it, with the lines that hold nothing; empty where it is to go."""
        if self.remove.data:
            return {}
        if self.kept.data:
            return _kept(self.kept.data)
        answers = [one.form.entry(self.chosen) for one in self.answers]
        return {"question": one_line(self.question.data), "kind": self.chosen.value, "answers": answers}


def typed(question: Mapping[str, Any], *, has_room: bool = False) -> dict[str, Any]:
    """What stands in the fields of a question; with room for another answer, or for the first ones."""
    if not _can_be_built(question):
        return {"question": _shown(question.get("question")), "kept": json.dumps(question, default=str)}
    lines = [
        {"correct": one.get("correct") is True, **{name: _shown(one.get(name)) for name in WORDS}}
        for one in question.get("answers") or []
    ]
    fewest = FEWEST_LINES.get(CheckKind(question["kind"]), USUAL_LINES)
    free = min(max(fewest - len(lines), 0) + has_room, MOST_ENTRIES - len(lines))
    return {**question, "question": _shown(question.get("question")), "answers": [*lines, *[{}] * free]}


def without_blanks(question: Mapping[str, Any]) -> dict[str, Any]:
    """The question without lines that hold nothing."""
    answers = question.get("answers")
    return {**question, "answers": list(filter(None, answers))} if isinstance(answers, list) else dict(question)


def as_written(check: Sequence[dict[str, Any]], stored: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The questions; one that says the same as one in the file stays as it is written there."""
    known = [(without_blanks(QuestionFields(data=typed(one)).entry), one) for one in stored]
    kept = []
    for question in check:
        same = next((pair for pair in known if pair[0] == question), (question, question))
        kept.append(same[1])
        known = [pair for pair in known if pair is not same]
    return kept


def _can_be_built(question: Mapping[str, Any]) -> bool:
    answers = question.get("answers") or []
    is_short_list = isinstance(answers, list) and len(answers) <= MOST_ENTRIES
    return question.get("kind") in list(CheckKind) and is_short_list and all(isinstance(one, dict) for one in answers)


def _shown(value: Any) -> str:
    """A value of the file as it is typed: numbers the German way, nothing of what is no text."""
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return "" if value is None or isinstance(value, bool | list | dict) else str(value)


def _figure(text: str) -> int | str:
    return int(text) if WHOLE.fullmatch(text) else text


def _kept(text: str) -> dict[str, Any]:
    try:
        question = json.loads(text)
    except ValueError:
        return {}
    return question if isinstance(question, dict) else {}
