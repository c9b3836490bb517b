"""Yes or no of the leader and of HR."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField
from wtforms.validators import AnyOf

from app.requests.forms import fields
from app.web.form import Form


class DecisionForm(Form):
    """Yes or no on the version that was read, with a reason."""

    note = fields.text(
        _l("Reason"), description=_l("Needed where you decline. The person reads it; HR reads that of the leader.")
    )
    verdict = HiddenField(validators=[AnyOf(["yes", "no"], _l("Please choose one of the two buttons."))])
    version = fields.version()

    @property
    def values(self) -> dict[str, Any]:
        """The decision as the actions take it."""
        values = super().values
        return {"is_yes": values.pop("verdict") == "yes", **values}


class HrDecisionForm(DecisionForm):
    """The same; where the budget is overspent, that is said."""

    overspends = BooleanField(_l("I approve it although it overspends the budget; the reason stands above."))
