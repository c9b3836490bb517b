"""A unit: title, minutes, text, and the questions at its end."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField, SelectField, StringField
from wtforms import Form as Fields
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Length
from wtforms.widgets import HiddenInput

from app.content.fields import MOST_ENTRIES
from app.courses.rules import LONGEST_UNIT, SHORTEST_UNIT, CheckKind
from app.studio.forms.part import LONGEST_FIELD, PartForm, line, one_line, several
from app.web.fields import Line, WholeNumber
from app.web.form import Form

FEWEST_ANSWERS, FREE_ANSWERS, MOST_ANSWERS = 3, 1, 12
A_TITLE = _l("Please enter a title of at most 200 characters.")


@dataclass(frozen=True)
class Builder:
    """How a kind of question is called where it is built; its answers are texts, each right or not, with a reason."""

    label: Any


KINDS = {
    CheckKind.SINGLE: Builder(_l("one answer is right")),
    CheckKind.MULTIPLE: Builder(_l("several answers are right")),
}
"""The kinds that the form can build. A question of another kind is shown and kept as it is."""


class AnswerFields(Fields):
    """A possible answer."""

    text = line(_l("Possible answer"))
    correct = BooleanField(_l("is right"))
    because = line(_l("because"))

    @property
    def entry(self) -> dict[str, Any]:
        """The answer as a file has it; empty where nothing was typed."""
        if not (self.text.data or self.because.data):
            return {}
        right = {"correct": True} if self.correct.data else {}
        return {"text": self.text.data or "", **right, "because": self.because.data or ""}


class QuestionFields(Fields):
    """A question. `kept` holds one that this form can't build, as it is."""

    question = several(_l("Question"), rows=2)
    kind = SelectField(
        _l("How it is answered"),
        choices=[SelectChoice(value=kind.value, label=builder.label) for kind, builder in KINDS.items()],
        default=CheckKind.SINGLE.value,
        validate_choice=False,
    )
    answers = FieldList(FormField(AnswerFields), max_entries=MOST_ANSWERS)
    remove = BooleanField(_l("Remove this question"))
    kept = StringField(validators=[Length(max=LONGEST_FIELD)], widget=HiddenInput())

    @property
    def entry(self) -> dict[str, Any]:
        """The question as a file has it; empty where nothing was typed, or it is to go."""
        if self.remove.data:
            return {}
        if self.kept.data:
            return _kept(self.kept.data)
        answers = [entry for entry in (one.form.entry for one in self.answers) if entry]
        if not (answers or one_line(self.question.data)):
            return {}
        return {"question": one_line(self.question.data), "kind": self.kind.data, "answers": answers}


class NewUnitForm(Form):
    """How a unit begins."""

    title = Line(_l("Title"), 200, A_TITLE)


class UnitForm(PartForm):
    """A unit. `unit_form` puts what stands in the file into it, and room for one question more."""

    title = line(_l("Title"))
    minutes = WholeNumber(
        _l("Minutes"),
        SHORTEST_UNIT,
        LONGEST_UNIT,
        _l(
            "Please enter how long it takes, from %(least)s to %(most)s minutes.",
            least=SHORTEST_UNIT,
            most=LONGEST_UNIT,
        ),
    )
    check = FieldList(FormField(QuestionFields), max_entries=MOST_ENTRIES)

    @property
    def entries(self) -> dict[str, Any]:
        """The front matter that was typed; the key of the unit stays."""
        check = [entry for entry in (question.form.entry for question in self.check) if entry]
        return {"title": self.title.data, "minutes": self.minutes.data, "check": check or None}


def unit_form(meta: Mapping[str, Any], body: str, revision: int) -> UnitForm:
    """The form with what stands in the file."""
    check = [one for one in meta.get("check") or [] if isinstance(one, dict)]
    form = UnitForm(
        data={
            "title": meta.get("title"),
            "minutes": meta.get("minutes"),
            "body": body.strip(),
            "revision": revision,
            "check": [_typed(question) for question in check],
        }
    )
    if not form.is_submitted() and len(form.check) < MOST_ENTRIES:
        form.check.append_entry(_typed({}))
    return form


def _typed(question: Mapping[str, Any]) -> dict[str, Any]:
    if question and question.get("kind") not in list(KINDS):
        return {"question": question.get("question"), "kept": json.dumps(question)}
    answers: Sequence[Mapping[str, Any]] = [one for one in question.get("answers") or [] if isinstance(one, dict)]
    free = max(FEWEST_ANSWERS - len(answers), FREE_ANSWERS) if len(answers) < MOST_ANSWERS else 0
    return {"question": question.get("question"), "kind": question.get("kind"), "answers": [*answers, *[{}] * free]}


def _kept(typed: str) -> dict[str, Any]:
    try:
        question = json.loads(typed)
    except ValueError:
        return {}
    return question if isinstance(question, dict) else {}
