"""A budget of a unit for a year."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from app.people.models import OrgUnit
from app.people.tree import indented
from app.requests.forms import fields
from app.web.fields import Money, WholeNumber
from app.web.form import Form

MOST_BUDGET = 10_000_000_00


class BudgetForm(Form):
    """How much; and for a new budget, which unit and year."""

    unit_id = SelectField(
        _l("Unit"), choices=[], coerce=int,
        description=_l("It pays for this unit and all below it that have no budget of their own."),
    )  # fmt: skip
    year = WholeNumber(_l("Year"), 2000, 2100, _l("Please enter a year of four digits."))
    amount_cents = Money(
        _l("Amount in euros"), MOST_BUDGET, _l("Please enter an amount in euros, such as 12000."), required=True
    )

    def __init__(self, units: Sequence[OrgUnit], year: int) -> None:
        super().__init__(data={"year": year})
        self.units = {unit.id: unit for unit in units}
        self.unit_id.choices = [SelectChoice(value=number, label=name) for number, name in indented(units)]

    @property
    def values(self) -> dict[str, Any]:
        """The unit itself, instead of its number."""
        values = super().values
        return {"unit": self.units[values.pop("unit_id")], **values}


class EditBudgetForm(Form):
    """Another amount."""

    amount_cents = Money(
        _l("Amount in euros"), MOST_BUDGET, _l("Please enter an amount in euros, such as 12000."), required=True
    )
    version = fields.version()
