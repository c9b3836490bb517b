"""What is typed in about a talk."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField, StringField, SubmitField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from app import clock
from app.competences.queries import Question, choice
from app.plans.forms.fields import Always
from app.plans.queries.talk_page import LevelLine
from app.plans.rules.talk import AgreedStep
from app.text.folding import fold
from app.web.fields import CompetenceField, Day, LevelField
from app.web.form import Form

LONGEST_TEXT = 4000
MOST_STEPS, EMPTY_STEPS = 10, 2
TEXTS = ("looking_back", "helping", "looking_ahead", "steps")
FARTHEST = dt.timedelta(days=366)
LONGEST_STEP = 60 * 60
NO_LEVELS = 0
WHICH_DAY = _l("Please choose a day from today on, at most a year ahead.")


def _ahead() -> tuple[dt.date, dt.date]:
    today = clock.today()
    return today, today + FARTHEST


def _text(label: Any, rows: int = 4) -> TextAreaField:
    too_long = _l("Please use at most %(max)d characters.")
    return TextAreaField(
        label,
        [Length(max=LONGEST_TEXT, message=too_long)],
        filters=[lambda typed: typed.strip() if typed else ""],
        render_kw={"rows": rows, "maxlength": LONGEST_TEXT},
    )


class DatedForm(Form):
    """When to talk."""

    planned_on = Day(
        _l("When would you like to talk?"),
        _ahead,
        WHICH_DAY,
        required=True,
        description=_l("The hour and the room you agree between you."),
    )


class TalkForm(DatedForm):
    """When to talk with one's leader, and what about."""

    profile_id = SelectField(_l("Which profile do you want to talk about?"), [Always()], coerce=int)

    def __init__(self, subjects: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self.profile_id.choices = [*subjects, (NO_LEVELS, _("None: we talk without levels"))]

    @property
    def values(self) -> dict[str, Any]:
        """The day and the profile, or none."""
        return {"planned_on": self.planned_on.data, "profile_id": self.profile_id.data or None}


class TeamTalkForm(DatedForm):
    """When to talk, and with whom."""

    person_id = SelectField(_l("With whom would you like to talk?"), [Always()], coerce=int)

    def __init__(self, people: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self.person_id.choices = people

    @property
    def values(self) -> dict[str, Any]:
        """The day alone; the person is found by the view."""
        return {"planned_on": self.planned_on.data}


class SubjectForm(Form):
    """What the talk is about."""

    profile_id = IntegerField(validators=[InputRequired(), NumberRange(0)], widget=HiddenInput())


class LevelsForm(Form):
    """A form with a choice of level for each competence of the talk."""

    def __init__(self, questions: Sequence[Question], held: Mapping[int, int], **other: Any) -> None:
        super().__init__(**other)
        self.questions, self.held = questions, held
        self.typed = {one.competence.id: request.form.get(f"level-{one.competence.id}") for one in questions}

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every answer is one of the levels shown."""
        in_order = bool(super().validate(extra_validators))
        allowed = {one.competence.id: {str(step.number) for step in one.steps} for one in self.questions}
        if any(typed and typed not in allowed[competence] for competence, typed in self.typed.items()):
            self.form_errors.append(_("Please choose one of the levels shown."))
            return False
        return in_order

    @property
    def levels(self) -> dict[int, int]:
        """The answers by competence."""
        return {competence: int(typed) for competence, typed in self.typed.items() if typed}

    def unspoken(self, lines: Sequence[LevelLine]) -> list[Question]:
        """The competences about which neither side has thought of a level, and none is chosen."""
        spoken = {line.competence.id for line in lines if (line.wished, line.others) != (None, None)}
        ids = {one.competence.id for one in self.questions if not self.selected(one.competence.id)} - spoken
        return [one for one in self.questions if one.competence.id in ids]

    def selected(self, competence_id: int) -> str:
        """What to show as chosen: what was just typed, or what is kept."""
        typed = self.typed[competence_id]
        if typed is not None:
            return typed
        return str(self.held.get(competence_id, ""))


class PreparationForm(LevelsForm):
    """What one side thinks beforehand."""

    looking_back = _text(_l("What went well since the last talk, and what was difficult?"))
    helping = _text(_l("What helps in the daily work, and what is in the way?"))
    looking_ahead = _text(_l("What matters in the coming year?"))
    steps = _text(_l("Which steps would you propose? One in each line."), 3)
    release = SubmitField()

    @property
    def saves_itself(self) -> bool:
        """Whether the page has sent what was typed so far by itself."""
        return request.headers.get("X-Autosave") == "1"

    @property
    def values(self) -> dict[str, Any]:
        """The texts, the levels, and whether the other side may read them; what saves itself leaves that as it is."""
        return {
            "texts": {name: self[name].data for name in TEXTS},
            "levels": self.levels,
            "is_released": None if self.saves_itself else bool(self.release.data),
        }


class AgreementForm(LevelsForm):
    """What both agree on: levels, and some steps. `chosen` is the step whose competence is asked for."""

    number = IntegerField(validators=[InputRequired(), NumberRange(0)], widget=HiddenInput())

    def __init__(
        self,
        questions: Sequence[Question],
        held: Mapping[int, int],
        courses: Mapping[str, int],
        subject: str | None,
        **other: Any,
    ) -> None:
        super().__init__(questions, held, **other)
        self.chosen = request.form.get("choose", type=int)
        kept = [other.get(f"competence_{place}") for place in range(MOST_STEPS)]
        self.choice = choice(kept, {one.competence.id for one in questions}, subject)
        for place in range(MOST_STEPS):
            what, level = self[f"competence_{place}"], self[f"target_{place}"]
            what.offer(self.choice.competences, level)
            if place not in self._named:
                what.validators = level.validators = ()
        self.courses = {fold(title): minutes for title, minutes in courses.items()}

    @property
    def accepted(self) -> bool:
        """Whether it was sent to be written down, and is in order; asking for competences writes nothing down."""
        return "choose" not in request.form and super().accepted

    def chooses(self, place: int) -> bool:
        """Whether the competences are there to choose one for this step."""
        return place == self.chosen or any(self[f"{name}_{place}"].errors for name in ("competence", "target"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether each step says how long it takes, where no course of the catalogue does so."""
        in_order = bool(super().validate(extra_validators))
        for place in self._named:
            if self._minutes(place) is None and not self[f"minutes_{place}"].errors:
                self[f"minutes_{place}"].errors = [
                    _("Please say how many minutes “%(title)s” takes.", title=self[f"title_{place}"].data)
                ]
                in_order = False
        return in_order

    @property
    def values(self) -> dict[str, Any]:
        """The levels and the steps that have a title."""
        steps = [
            AgreedStep(
                self[f"title_{place}"].data,
                self._minutes(place) or 0,
                self[f"due_on_{place}"].data,
                self[f"competence_{place}"].data,
                self[f"target_{place}"].data,
            )
            for place in self._named
        ]
        return {"number": self.number.data, "levels": self.levels, "steps": steps}

    @property
    def _named(self) -> list[int]:
        return [place for place in range(MOST_STEPS) if self[f"title_{place}"].data]

    def _minutes(self, place: int) -> int | None:
        """What is typed in; of a course of the catalogue its own minutes."""
        typed: int | None = self[f"minutes_{place}"].data
        return self.courses.get(fold(self[f"title_{place}"].data)) or typed

    @property
    def places(self) -> range:
        """The steps that are shown: what is filled in, and some more."""
        filled = [place for place in range(MOST_STEPS) if self[f"title_{place}"].data]
        return range(min(MOST_STEPS, max(filled, default=-1) + 1 + EMPTY_STEPS))

    def renew(self, number: int) -> None:
        """Say what is written down now; what was typed stays."""
        self.number.raw_data, self.number.data = None, number


for _place in range(MOST_STEPS):
    setattr(
        AgreementForm,
        f"title_{_place}",
        StringField(
            _l("Step"),
            [Length(max=200, message=_l("Please use at most %(max)d characters."))],
            filters=[lambda typed: typed.strip() if typed else ""],
        ),
    )
    _minutes = _l("Please enter a whole number of minutes from 1 to 3600.")
    setattr(
        AgreementForm,
        f"minutes_{_place}",
        IntegerField(
            _l("Minutes"),
            [Optional(), NumberRange(1, LONGEST_STEP, _minutes)],
        ),
    )
    setattr(AgreementForm, f"due_on_{_place}", Day(_l("By when?"), _ahead, WHICH_DAY))
    setattr(AgreementForm, f"competence_{_place}", CompetenceField(_l("Which competence is it for?")))
    setattr(AgreementForm, f"target_{_place}", LevelField(_l("Which level is it to lead to?")))


class ConfirmationForm(Form):
    """Which version of the agreement was read."""

    number = IntegerField(validators=[InputRequired(), NumberRange(0)], widget=HiddenInput())
