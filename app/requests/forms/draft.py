"""A request: begun with its name, written as a draft, withdrawn."""

import secrets
from collections.abc import Sequence
from typing import Any

from flask import request as asked
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Optional, Regexp, ValidationError

from app.competences.queries import Named
from app.plans.queries import Step
from app.plans.rules import is_web_address
from app.requests.forms import fields
from app.requests.models import TrainingRequest
from app.requests.rules import MOST_CENTS, MOST_HOURS, NEEDED, Wish
from app.web.fields import Day, Line, Money, NumberOrNothing
from app.web.form import Form

LONGEST_TITLE = 150
WHAT_HOURS = _l("Please enter whole hours from 0 to 800.")
WHAT_DAY = _l("Please enter a day of the next three years, or leave it empty.")
MISSING = {
    "title": _l("Please say what it is called."),
    "provider": _l("Please say who offers it."),
    "fee_cents": _l("Please enter the fee; 0 if it is free."),
    "travel_cents": _l("Please estimate travel and overnight stays; 0 if there are none."),
    "work_hours": _l("Please say how many hours of working time it takes; 0 if none."),
    "reason": _l("Please say in a few sentences why you want to attend it."),
}


def _number(value: Any) -> int | None:
    return int(value) if value not in (None, "") else None


class BeginForm(Form):
    """What it is called; the draft begins with it."""

    title = Line(
        _l("What would you like to attend?"),
        LONGEST_TITLE,
        _l("Please say in a few words what it is called: at most 150 characters."),
        description=_l("The name of the course, seminar, conference or study as its provider calls it."),
    )


class DraftForm(Form):
    """Everything about a request; a draft may have gaps, what is sent may not."""

    title = Line(_l("What is it called?"), LONGEST_TITLE, MISSING["title"])
    provider = fields.line(_l("Who offers it?"), description=_l("An academy, a university, an association, a firm."))
    link = fields.line(_l("Link to the offer"), fields.LONGEST_LINK)
    starts_on = Day(
        _l("First day"), fields.ahead, WHAT_DAY,
        description=_l("Leave it empty while there is no date yet."),
    )  # fmt: skip
    ends_on = Day(_l("Last day"), fields.ahead, WHAT_DAY)
    place = fields.line(_l("Where?"), description=_l("A town, or “online”."))
    fee_cents = Money(_l("Fee in euros"), MOST_CENTS, fields.WHAT_COSTS)
    travel_cents = Money(
        _l("Travel and overnight stays in euros"),
        MOST_CENTS,
        fields.WHAT_COSTS,
        description=_l("An estimate is enough."),
    )
    work_hours = NumberOrNothing(
        _l("Hours of working time"), 0, MOST_HOURS, WHAT_HOURS, description=_l("Travel counts, if it is working time.")
    )
    reason = fields.text(
        _l("Why do you want to attend it?"),
        description=_l("What will you be able to do afterwards, and for what do you need it? Leader and HR read it."),
    )
    competence_id = SelectField(
        _l("Which gap does it close?"), [Optional()], choices=[], coerce=_number,
        description=_l("A competence of your goal in which a level is missing. Leader and HR read its name, no level."),
    )  # fmt: skip
    step_id = SelectField(
        _l("Which step of your plan is it?"), [Optional()], choices=[], coerce=_number,
        description=_l("Only you see this. Without one, it becomes a step of its own once it is approved."),
    )  # fmt: skip
    edition = fields.version()
    page = HiddenField(validators=[Regexp("[0-9a-f]{16}")])

    def __init__(self, draft: TrainingRequest, gaps: Sequence[Named], steps: Sequence[Step]) -> None:
        super().__init__(obj=draft)
        if not self.is_submitted():
            self.page.data = secrets.token_hex(8)
        self.competence_id.choices = _choices((one.id, one.title) for one in gaps)
        kept = [(draft.step_id, _("the step chosen before"))] if draft.step_id else []
        open_steps = [(one.id, one.title) for one in steps]
        self.step_id.choices = _choices(open_steps + [pair for pair in kept if pair[0] not in dict(open_steps)])

    @property
    def saves_itself(self) -> bool:
        """Whether it comes from the script that saves while one writes."""
        return asked.headers.get("X-Autosave") == "1"

    @property
    def is_to_be_sent(self) -> bool:
        """Whether the person wants to send it."""
        return "send" in asked.form and not self.saves_itself

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it can be kept, and where it is to be sent, whether anything is missing."""
        is_fine = bool(super().validate(extra_validators))
        if self.is_to_be_sent:
            for name in NEEDED:
                if self[name].data in (None, "") and not self[name].errors:
                    self[name].errors, is_fine = [MISSING[name]], False
        return is_fine

    def validate_link(self, field: StringField) -> None:
        """An address of the web; Lotse itself never opens it."""
        if field.data and not is_web_address(field.data):
            raise ValidationError(_("Please enter the whole address of the page, from https:// on."))

    def validate_ends_on(self, field: Day) -> None:
        """Not before it begins."""
        if field.data and not self.starts_on.data:
            raise ValidationError(_("Please enter the first day as well."))
        if field.data and self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError(_("It can’t end before it begins. Please check both days."))

    def renew(self, edition: int) -> None:
        """Say what the person is looking at now; what was typed stays."""
        self.edition.raw_data, self.edition.data = None, edition

    @property
    def values(self) -> dict[str, Any]:
        """What was typed as a wish, and which window it was typed in."""
        values = super().values
        around = {name: values.pop(name) for name in ("edition", "page")}
        values["link"] = values["link"] or None
        values["ends_on"] = values["ends_on"] or values["starts_on"]
        return {"wish": Wish(**values), **around}


class WithdrawForm(Form):
    """What it still costs, where it was approved already."""

    spent_cents = Money(
        _l("Costs that stay, in euros"), MOST_CENTS, fields.WHAT_COSTS,
        description=_l("For example a fee for cancelling. Leave it empty if there are none."),
    )  # fmt: skip

    @property
    def values(self) -> dict[str, Any]:
        """Nothing typed is no costs."""
        return {"spent_cents": self.spent_cents.data or 0}


def _choices(pairs: Any) -> list[Any]:
    return [SelectChoice(value="", label="–"), *(SelectChoice(value=str(one), label=words) for one, words in pairs)]
