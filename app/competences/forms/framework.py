"""A framework, an area, a competence."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import AnyOf, DataRequired, InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import HiddenInput, TextInput

from app.competences.models import Area, Level
from app.competences.rules import DOWN, MOST_MONTHS, UP, exchange
from app.web.fields import MOST, Line
from app.web.form import Form

FEWEST_LEVELS, MOST_LEVELS = 2, 10
LONGEST_BEHAVIOUR = 600
A_TITLE = _l("Please enter a title of at most 200 characters.")


def stripped(typed: str | None) -> str:
    """The text without blanks around it, and with plain line ends."""
    return (typed or "").replace("\r\n", "\n").strip()


class RevisionForm(Form):
    """A form that knows which state of a thing the person was looking at."""

    revision = IntegerField(validators=[InputRequired(), NumberRange(0, MOST)], widget=HiddenInput(), default=0)

    def renew(self, revision: int) -> bool:
        """Say what the person is looking at now; whether somebody else has changed it in the meantime."""
        is_old = self.is_submitted() and self.revision.data != revision
        self.revision.raw_data, self.revision.data = None, revision
        return is_old


class TitlesForm(RevisionForm):
    """The two titles that everything has."""

    title = Line(_l("Title"), 200, A_TITLE)
    title_en = Line(_l("English title"), 200, A_TITLE)


def _lines(typed: str | None) -> list[tuple[str, str]]:
    rows = [line for line in (typed or "").splitlines() if line.strip()]
    return [(one.strip(), other.strip()) for one, _bar, other in (line.partition("|") for line in rows)]


def _check_scale(_form: BaseForm, field: TextAreaField) -> None:
    levels = _lines(field.data)
    if not FEWEST_LEVELS <= len(levels) <= MOST_LEVELS or not all(one and other for one, other in levels):
        raise ValidationError(
            _("Please enter 2 to 10 levels, each on a line of its own: the German name, a bar |, the English name.")
        )


class WordsForm(TitlesForm):
    """Words that people are assessed by: in a model in use they keep their meaning."""

    only_wording = BooleanField(_l("Only the wording changes. Everybody would be at the same level as before."))


class FrameworkForm(WordsForm):
    """A framework and its scale."""

    version = Line(_l("Version"), 20, _l("Please enter a version of at most 20 characters, for example 1 or 2026."))
    scale = TextAreaField(
        _l("Levels, the lowest first"),
        [InputRequired(_l("Please enter the levels.")), _check_scale],
        description=_l("One level on each line: German name | English name. The first line is level 0, “not yet”."),
        render_kw={"rows": 6},
    )
    about = TextAreaField(
        _l("About this model"),
        [Length(max=exchange.LONGEST_ABOUT, message=_l("Please use at most 10,000 characters."))],
        description=_l(
            "What it is for, how to read its levels, where it comes from and under which licence. "
            "Paragraphs and lists as in an e-mail, ## before a heading."
        ),
        filters=[stripped],
        render_kw={"rows": 12, "lang": "de"},
    )

    @property
    def values(self) -> dict[str, Any]:
        """The scale as pairs of names."""
        return super().values | {"scale": _lines(self.scale.data)}


def scale_text(levels: Sequence[Level]) -> str:
    """A scale as the form shows it."""
    return "\n".join(f"{level.title} | {level.title_en}" for level in levels)


class AreaForm(TitlesForm):
    """An area."""

    body = StringField(_l("What it is about, in one sentence"), [Length(max=600)], filters=[stripped])


def _months(label: Any) -> IntegerField:
    within = NumberRange(1, MOST_MONTHS, _l("Please enter a number from 1 to 120, or leave it empty."))
    return IntegerField(
        label,
        [Optional(), within],
        widget=TextInput(),
        render_kw={"inputmode": "numeric"},
        description=_l("Empty: never."),
    )


class CompetenceForm(WordsForm):
    """A competence; `competence_form` adds a field for each level."""

    body = TextAreaField(
        _l("What it is about"),
        [DataRequired(_l("Please say in a sentence or two what it is about.")), Length(max=1000)],
        filters=[stripped],
        render_kw={"rows": 3},
    )
    area_id = SelectField(_l("Area"), [InputRequired()], coerce=int)
    fades_after_months = _months(_l("Months until Lotse asks whether a level still fits"))
    expires_after_months = _months(_l("Months until a level expires"))
    numbers: tuple[int, ...] = ()

    @property
    def behaviours(self) -> dict[int, str]:
        """What was typed for each level."""
        return {number: self[f"level_{number}"].data for number in self.numbers}

    @property
    def levels(self) -> list[Any]:
        """The fields of the levels, the lowest first."""
        return [self[f"level_{number}"] for number in self.numbers]

    @property
    def values(self) -> dict[str, Any]:
        """The levels under one name."""
        plain = {name: value for name, value in super().values.items() if not name.startswith("level_")}
        return plain | {"behaviours": self.behaviours}


def competence_form(levels: Sequence[Level], areas: Sequence[Area], *, english: bool, **values: Any) -> CompetenceForm:
    """The form of a competence on this scale, in one of these areas."""
    numbers = tuple(level.number for level in levels if level.number > 0)
    titles = {level.number: level.title_en if english else level.title for level in levels}
    fields = {
        f"level_{number}": TextAreaField(
            f"{number} – {titles[number]}",
            [
                DataRequired(_l("Please describe what one can see somebody do at this level.")),
                Length(max=LONGEST_BEHAVIOUR, message=_l("Please use at most 600 characters.")),
            ],
            filters=[stripped],
            render_kw={"rows": 9, "lang": "de"},
        )
        for number in numbers
    }
    form: CompetenceForm = type("CompetenceForm", (CompetenceForm,), fields | {"numbers": numbers})(**values)
    form.area_id.choices = [(area.id, area.title_en if english else area.title) for area in areas]
    return form


class DirectionForm(Form):
    """Where something moves."""

    direction = StringField(validators=[AnyOf((UP, DOWN))], widget=HiddenInput())
