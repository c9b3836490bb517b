"""The choice of a goal, and HR's editor of profiles."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField, RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app.competences.forms.framework import TitlesForm, stripped
from app.competences.queries import Named, by_area
from app.competences.rules import ProfileKind
from app.people.models import JobFamily
from app.web.fields import MOST
from app.web.form import Form

KINDS = [
    SelectChoice(ProfileKind.JOB.value, _l("Job")),
    SelectChoice(ProfileKind.ROLE.value, _l("Role")),
    SelectChoice(ProfileKind.LEADERSHIP.value, _l("Leading")),
]


class GoalForm(Form):
    """The profile to work towards."""

    profile_id = IntegerField(validators=[InputRequired(), NumberRange(1, MOST)], widget=HiddenInput())


class ProfileForm(TitlesForm):
    """A profile; `profile_form` adds a field for each competence."""

    kind = RadioField(_l("Kind"), [InputRequired(_l("Please choose a kind."))], choices=KINDS, default="job")
    about = TextAreaField(
        _l("What the profile is for"),
        [Length(max=5000)],
        description=_l("Why these levels? Paragraphs and lists as in an e-mail."),
        filters=[stripped],
        render_kw={"rows": 5, "lang": "de"},
    )
    families = SelectMultipleField(
        _l("Families of jobs"),
        coerce=int,
        widget=ListWidget(),
        option_widget=CheckboxInput(),
        description=_l("A family has one profile: choosing it here takes it from another one."),
    )
    asked: tuple[Named, ...] = ()

    def target(self, competence_id: int) -> Any:
        """The field of a competence."""
        return self[f"target_{competence_id}"]

    def important(self, competence_id: int) -> Any:
        """The field that says whether a competence is among what matters most."""
        return self[f"important_{competence_id}"]

    @property
    def models(self) -> list[tuple[int, list[tuple[Named, list[Named]]]]]:
        """The competences by model and area, in their order."""
        areas = by_area(self.asked, lambda one: one)
        numbers = dict.fromkeys(first.framework_id for first, _ in areas)
        return [(number, [area for area in areas if area[0].framework_id == number]) for number in numbers]

    @property
    def values(self) -> dict[str, Any]:
        """The targets under one name, and what matters most of them under another."""
        each = ("target_", "important_")
        plain = {name: value for name, value in super().values.items() if not name.startswith(each)}
        targets = {one: self.target(one).data for one in (named.id for named in self.asked) if self.target(one).data}
        important = frozenset(one for one in targets if self.important(one).data)
        return plain | {"kind": ProfileKind(self.kind.data), "targets": targets, "important": important}


def profile_form(
    competences: Sequence[Named],
    offered: Sequence[JobFamily],
    targets: Mapping[int, int],
    important: Collection[int],
    *,
    english: bool,
    **values: Any,
) -> ProfileForm:
    """The form of a profile with a choice of level for each competence, and whether it matters most."""
    fields: dict[str, Any] = {
        f"target_{one.id}": SelectField(
            one.title,
            coerce=int,
            choices=[SelectChoice(number, str(number or "–")) for number in range(one.highest + 1)],
            default=targets.get(one.id, 0),
        )
        for one in competences
    } | {f"important_{one.id}": BooleanField(_l("important"), default=one.id in important) for one in competences}
    kind = type("ProfileForm", (ProfileForm,), fields | {"asked": tuple(competences)})
    form: ProfileForm = kind(**values)
    form.families.choices = [(family.id, family.title_en if english else family.title) for family in offered]
    return form
