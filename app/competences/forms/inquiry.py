"""Asking somebody by name, and answering."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from app import clock
from app.competences.queries import Candidate, Named, Question
from app.competences.rules import LONGEST_DAYS, USUAL_DAYS, AskedAs, InquiryStage
from app.web.fields import Day
from app.web.form import Form

WHICH_DAY = _l("Please choose a day within the next 60 days.")
LABELS = {
    InquiryStage.ANSWERED: _l("I give my word on the levels below"),
    InquiryStage.CONFIRMED: _l("I confirm this"),
    InquiryStage.UNABLE: _l("I can’t say"),
    InquiryStage.DECLINED: _l("I would rather not answer"),
}


def _number(typed: Any) -> int | None:
    return int(typed) if str(typed or "").isdecimal() and len(str(typed)) <= 18 else None


def _stripped(typed: str | None) -> str:
    return (typed or "").strip()


def leading(one: Candidate) -> str | None:
    """How somebody leads the person: themselves, or in place of somebody."""
    if one.stands_in_for:
        return _("stands in for %(name)s", name=one.stands_in_for)
    return _("leads you") if one.asked_as is AskedAs.LEADER else None


def _who(one: Candidate) -> str:
    parts = [leading(one), one.person.job and one.person.job.title, one.person.unit.name]
    return ", ".join(part for part in parts if part)


def _days_ahead() -> tuple[dt.date, dt.date]:
    today = clock.today()
    return today, today + dt.timedelta(days=LONGEST_DAYS)


class ConfirmationForm(Form):
    """Whom to ask, found by a part of the name; a few words; and until when."""

    search = StringField(_l("Somebody else, by name"), [Length(max=100)], filters=[_stripped])
    asked = RadioField(
        _l("Whom do you ask?"),
        [InputRequired(_l("Please choose somebody, or look for a name."))],
        coerce=_number,
    )
    note = TextAreaField(
        _l("A few words for them"),
        [Length(max=500, message=_l("Please use at most 500 characters."))],
        filters=[_stripped],
        description=_l("For example what you have worked on together."),
    )
    ends_on = Day(_l("Until when?"), _days_ahead, WHICH_DAY, required=True)

    def __init__(self, people: Sequence[Candidate] = (), **other: Any) -> None:
        super().__init__(**other)
        self.people = people
        self.asked.choices = [SelectChoice(one.person.id, one.person.name) for one in people]
        if not self.is_submitted():
            self.ends_on.data = clock.today() + dt.timedelta(days=USUAL_DAYS)

    @property
    def hints(self) -> dict[int, str]:
        """Who each of them is: function and unit."""
        return {one.person.id: _who(one) for one in self.people}

    @property
    def is_searching(self) -> bool:
        """Whether a name is looked for; nothing is sent yet."""
        return self.is_submitted() and "look" in request.form

    @property
    def accepted(self) -> bool:
        """Whether it was sent to somebody, and is in order."""
        return not self.is_searching and super().accepted

    @property
    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return {"asked": self.asked.data, "note": self.note.data, "ends_on": self.ends_on.data}


class InquiryForm(ConfirmationForm):
    """The same, about competences."""

    competences = SelectMultipleField(
        _l("In which competences?"),
        [InputRequired(_l("Please choose at least one competence."))],
        coerce=_number,
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )

    def __init__(self, choices: Sequence[Named], chosen: Sequence[int], people: Sequence[Candidate] = ()) -> None:
        super().__init__(people)
        self.competences.choices = [SelectChoice(one.id, one.title) for one in choices]
        if not self.is_submitted():
            self.competences.data = list(chosen)

    @property
    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return super().values | {"competences": self.competences.data}


class AnswerForm(Form):
    """One's word: on each competence a level, or on a proof whether it is so."""

    stage = RadioField(_l("Your answer"), [InputRequired(_l("Please choose an answer."))])
    word = TextAreaField(
        _l("In a sentence"),
        [Length(max=1000, message=_l("Please use at most 1000 characters."))],
        filters=[_stripped],
        description=_l("What do you base this on? The person reads it under your name."),
    )

    def __init__(self, stages: Sequence[InquiryStage], questions: Sequence[Question]) -> None:
        super().__init__()
        self.stage.choices = [SelectChoice(stage.value, LABELS[stage]) for stage in stages]
        self.questions = questions
        self.word.flags.required = bool(questions)
        self.typed = {one.competence.id: request.form.get(f"level-{one.competence.id}", "") for one in questions}

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every level is one of those shown."""
        in_order = bool(super().validate(extra_validators))
        allowed = {one.competence.id: {str(step.number) for step in one.steps} for one in self.questions}
        if any(typed and typed not in allowed[one] for one, typed in self.typed.items()):
            self.form_errors.append(_("Please choose one of the levels shown."))
            return False
        return in_order

    @property
    def values(self) -> dict[str, Any]:
        """What the action takes."""
        levels = {one: int(typed) for one, typed in self.typed.items() if typed}
        return {"stage": InquiryStage(self.stage.data), "word": self.word.data, "levels": levels}
