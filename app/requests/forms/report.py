"""What it really cost, and what it shows."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.competences.queries import Choice
from app.files.field import UploadField
from app.requests.forms import fields
from app.requests.rules import MOST_CENTS
from app.web.fields import CompetenceField, Day, LevelField, Money
from app.web.form import Form


class ReportForm(Form):
    """When it took place and what it really cost."""

    happened_on = Day(
        _l("On which day was it, or did it end?"),
        fields.until_today,
        _l("Please enter the day, today at the latest."),
        required=True,
    )
    spent_cents = Money(
        _l("What did it cost in all, in euros?"),
        2 * MOST_CENTS,
        _l("Please enter what it really cost, fee and travel together; 0 if nothing."),
        required=True,
        description=_l("Fee and travel together, as they were paid. It counts as spent instead of what was planned."),
    )


class ProofForm(Form):
    """What it shows of a competence: a certificate as a file, or words."""

    competence_id = CompetenceField(_l("Competence"))
    level = LevelField(_l("Which level does it show?"), is_needed=True)
    text = fields.text(_l("In your own words"), description=_l("What have you learnt, and how can one see it?"))
    file = UploadField(_l("Certificate or other file"))
    valid_until = Day(_l("Valid until"), fields.any_time, fields.ANY_DAY)

    def __init__(self, choice: Choice, competence_id: int | None) -> None:
        super().__init__(data={"competence_id": competence_id})
        self.choice = choice
        self.competence_id.offer(choice.competences, self.level)
        self.competence_id.flags.required = self.level.flags.required = True

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there is a competence, and something to see."""
        is_fine = bool(super().validate(extra_validators))
        if self.competence_id.data is None and not self.competence_id.errors:
            self.competence_id.errors, is_fine = [_("Please choose the competence that it shows.")], False
        if not self.text.data and not self.file.data:
            self.text.errors, is_fine = (
                [_("Please add a few words or a file, so that there is something to see.")],
                False,
            )
        return is_fine
