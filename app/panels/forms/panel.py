"""What is typed in about a team and its cross-section."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import DataRequired, InputRequired, Length

from app.panels.models import PanelGroup
from app.panels.rules import FEWEST, MOST
from app.people.rules import UnitKind
from app.web.fields import Line, NumberOrNothing, WholeNumber
from app.web.form import Form

LONGEST_PURPOSE = 2000
NO_UNITS = ""
HOW_MANY = _l("Please enter a whole number from 0 to 100.")


class PanelForm(Form):
    """What a team is for."""

    title = Line(_l("What is the team called?"), 120, _l("Please give the team a name of at most 120 characters."))
    purpose = TextAreaField(
        _l("What is it for?"),
        [
            DataRequired(_l("Please say in a sentence or two what the team does.")),
            Length(max=LONGEST_PURPOSE, message=_l("Please use at most %(max)d characters.")),
        ],
        filters=[lambda typed: typed.strip() if typed else ""],
        description=_l("How often it meets, until when, and how much time that takes. Whoever is asked reads this."),
        render_kw={"rows": 4, "maxlength": LONGEST_PURPOSE},
    )
    size = WholeNumber(
        _l("How many people?"), FEWEST, MOST, _l("Please enter a whole number from 2 to 100."), default=18
    )


class NewPanelForm(PanelForm):
    """The same, and of what the team shall be a cross-section."""

    unit_kind = RadioField(
        _l("Where shall the members come from?"),
        [InputRequired(_l("Please choose one."))],
        default=UnitKind.DEPARTMENT.value,
    )
    by_level = BooleanField(_l("From all levels of hierarchy as well"), default=True)

    def __init__(self, **kept: Any) -> None:
        super().__init__(**kept)
        self.unit_kind.choices = [
            SelectChoice(UnitKind.DEPARTMENT.value, _("From all departments")),
            SelectChoice(UnitKind.OFFICE.value, _("From all offices")),
            SelectChoice(NO_UNITS, _("From anywhere")),
        ]


class QuotasForm(Form):
    """At least and at most so many of each group."""

    groups: Sequence[PanelGroup] = ()

    @property
    def values(self) -> dict[str, Any]:
        """The two numbers by group."""
        return {
            "quotas": {
                group.id: (self[f"least_{group.id}"].data or 0, self[f"most_{group.id}"].data) for group in self.groups
            }
        }


def quotas_form(groups: Sequence[PanelGroup]) -> QuotasForm:
    """The form with two fields for each of these groups."""
    fields: dict[str, Any] = {"groups": groups}
    for group in groups:
        for name, label, kept in (("least", _l("At least"), group.least), ("most", _l("At most"), group.most)):
            fields[f"{name}_{group.id}"] = NumberOrNothing(label, 0, MOST, HOW_MANY, default=kept)
    made: QuotasForm = type("QuotasOfPanel", (QuotasForm,), fields)()
    return made
