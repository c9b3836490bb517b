"""Setting questions, and answering them."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Length, Optional

from app.feedback.models import Question, Sheet
from app.feedback.rules import LONGEST_ANSWER, LONGEST_QUESTION, MOST_QUESTIONS, NOTHING, VALUES, Draft, Kind
from app.web.form import Form

KINDS = {
    Kind.SCALE: _l("A number from 1 to 5"),
    Kind.YES_NO: _l("Yes or no"),
    Kind.TEXT: _l("In own words"),
}
WORDS = {
    "1": _l("1, not at all"),
    "2": "2",
    "3": "3",
    "4": "4",
    "5": _l("5, very much"),
    "yes": _l("Yes"),
    "no": _l("No"),
    NOTHING: _l("No answer"),
}
"""What can be chosen, in words."""
SUGGESTED = (
    Draft(Kind.SCALE, "Wie nützlich war die Veranstaltung für Ihre Arbeit?"),
    Draft(Kind.YES_NO, "Würden Sie sie weiterempfehlen?"),
    Draft(Kind.TEXT, "Was sollten wir beim nächsten Mal anders machen?"),
)
"""What stands there at first; in German, as events are."""


class QuestionsForm(Form):
    """Up to six questions; `questions_form` adds the fields."""

    @property
    def rows(self) -> list[tuple[Field, Field]]:
        """The text and the kind of each question."""
        return [(self[f"text_{at}"], self[f"kind_{at}"]) for at in range(1, MOST_QUESTIONS + 1)]

    @property
    def values(self) -> dict[str, Any]:
        """The questions that have a text, in their order."""
        typed = [(text.data or "", kind.data) for text, kind in self.rows]
        return {"questions": [Draft(Kind(kind), text.strip()) for text, kind in typed if text.strip()]}


def questions_form(sheet: Sheet | None) -> QuestionsForm:
    """The form with the questions as they are; at first with some to begin with."""

    class Made(QuestionsForm):
        pass

    known: Sequence[Draft | Question] = sheet.questions if sheet else SUGGESTED
    data: dict[str, str] = {}
    short = Length(max=LONGEST_QUESTION, message=_l("Please use at most %(max)d characters."))
    for at in range(1, MOST_QUESTIONS + 1):
        setattr(Made, f"text_{at}", StringField(_("Question %(number)s", number=at), [Optional(), short]))
        choices = [SelectChoice(value=kind.value, label=label) for kind, label in KINDS.items()]
        setattr(Made, f"kind_{at}", SelectField(_("How is it answered?"), choices=choices))
        if at <= len(known):
            data |= {f"text_{at}": known[at - 1].text, f"kind_{at}": known[at - 1].kind.value}
    return Made(data=data)


class AnswersForm(Form):
    """A field for each question; `answers_form` adds them."""

    @property
    def answer_fields(self) -> list[Field]:
        """The fields in the order of the questions."""
        return [field for name, field in self._fields.items() if name.startswith("question_")]

    @property
    def values(self) -> dict[str, Any]:
        """The answers by question."""
        said = {int(field.name.rpartition("_")[2]): field.data or NOTHING for field in self.answer_fields}
        return {"answers": said}


def answers_form(sheet: Sheet) -> AnswersForm:
    """The form of a sheet; every question may be left out."""

    class Made(AnswersForm):
        pass

    for question in sheet.questions:
        setattr(Made, f"question_{question.id}", _field(question))
    return Made()


def _field(question: Question) -> Field:
    if question.kind is Kind.TEXT:
        return TextAreaField(
            question.text,
            [Optional(), Length(max=LONGEST_ANSWER, message=_l("Please use at most %(max)d characters."))],
            description=_(
                "Please name nobody, and nothing by which you would be known: your words are shown as you write them."
            ),
            render_kw={"rows": 4, "maxlength": LONGEST_ANSWER},
        )
    words: Mapping[str, Any] = WORDS
    choices = [SelectChoice(value=value, label=words[value]) for value in (*VALUES[question.kind], NOTHING)]
    return RadioField(question.text, [Optional()], choices=choices, default=NOTHING)
