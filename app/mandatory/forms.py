"""A rule: which qualification, who must, and until when."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired

from app.mandatory.rules import MOST_DAYS, USUAL_DUE, USUAL_REMIND
from app.people.models import JobFamily, OrgUnit
from app.people.tree import indented
from app.qualifications.models import Qualification
from app.text.language import language
from app.web.fields import WholeNumber
from app.web.form import Form

EVERYBODY, UNIT, FAMILY = "everybody", "unit", "family"


class RuleForm(Form):
    """Which qualification, who must, and when they are due and reminded."""

    qualification_id = SelectField(_l("Which qualification?"), [InputRequired()], coerce=int)
    whom = RadioField(
        _l("Who must hold it?"),
        [InputRequired(_l("Please choose who must hold it."))],
        choices=[
            SelectChoice(EVERYBODY, _l("Everybody")),
            SelectChoice(UNIT, _l("A unit with all below it")),
            SelectChoice(FAMILY, _l("A family of jobs")),
        ],
        default=EVERYBODY,
    )
    unit_id = SelectField(_l("Unit"), coerce=int, description=_l("Only where the rule is for a unit."))
    family_id = SelectField(
        _l("Family of jobs"), coerce=int, description=_l("Only where the rule is for a family of jobs.")
    )
    due_days = WholeNumber(
        _l("Due how many days after the start?"),
        0,
        MOST_DAYS,
        _l("Please enter a number of days, 730 at most."),
        default=USUAL_DUE,
        description=_l(
            "Counted from the day on which the rule is switched on, somebody is new, or changes to another unit or job."
        ),
    )
    remind_days = WholeNumber(
        _l("Reminded how many days before?"),
        1,
        MOST_DAYS,
        _l("Please enter a number of days, 730 at most."),
        default=USUAL_REMIND,
    )

    def offer(self, kinds: Sequence[Qualification], units: Sequence[OrgUnit], families: Sequence[JobFamily]) -> None:
        """Let one choose among these."""
        is_english = language() == "en"
        self.qualification_id.choices = [
            SelectChoice(one.id, one.title_en if is_english else one.title) for one in kinds
        ]
        self.unit_id.choices = [SelectChoice(number, name) for number, name in indented(units)]
        self.family_id.choices = [
            SelectChoice(0, "–"),
            *(SelectChoice(one.id, one.title_en if is_english else one.title) for one in families),
        ]

    @property
    def values(self) -> dict[str, Any]:
        """What the rule says; the unit or the family only where it is for one."""
        said = super().values
        whom = said.pop("whom")
        said["unit_id"] = said["unit_id"] if whom == UNIT else None
        said["family_id"] = said["family_id"] if whom == FAMILY else None
        return said


class SwitchForm(Form):
    """For how many people the preview was."""

    seen = HiddenField()

    @property
    def number(self) -> int:
        """As a number; what is none is none of any preview."""
        typed = self.seen.data or ""
        return int(typed) if typed.isdecimal() and len(typed) < 10 else -1
