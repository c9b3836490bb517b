"""What somebody chooses to delete."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from app.privacy.rules import Amount, Own
from app.web.form import Form

LABELS = {Own.SELF_ASSESSMENTS: _l("My self-assessments"), Own.EVIDENCE: _l("My evidence, and my answers on practice")}


class DeletionForm(Form):
    """What shall go: nothing is ticked beforehand."""

    what = SelectMultipleField(
        _l("What do you want to delete?"),
        [InputRequired(_l("Please tick what you want to delete."))],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )

    def __init__(self, amount: Amount, **other: Any) -> None:
        super().__init__(**other)
        self.amount = amount
        self.what.choices = [SelectChoice(kind.value, LABELS[kind]) for kind in amount.kinds]

    @property
    def hints(self) -> dict[str, str]:
        """How much of each there is."""
        return {Own.SELF_ASSESSMENTS: _assessed(self.amount), Own.EVIDENCE: _handed_in(self.amount)}

    @property
    def chosen(self) -> set[Own]:
        """What was ticked."""
        return {Own(value) for value in self.what.data or ()}


def _assessed(amount: Amount) -> str:
    return ngettext("%(num)d self-assessment", "%(num)d self-assessments", amount.self_assessments)


def _handed_in(amount: Amount) -> str:
    parts = (
        (amount.evidence, ngettext("%(num)d piece of evidence", "%(num)d pieces of evidence", amount.evidence)),
        (amount.files, ngettext("%(num)d file", "%(num)d files", amount.files)),
        (amount.levels, ngettext("%(num)d entry in your history", "%(num)d entries in your history", amount.levels)),
        (amount.answers, ngettext("%(num)d answer on practice", "%(num)d answers on practice", amount.answers)),
    )
    return ", ".join(sentence for count, sentence in parts if count)
