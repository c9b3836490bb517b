"""How many to accept, and whether people are asked before the date."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, ValidationError

from app.bookings.rules import MOST_SEATS, Answer, Assumed, Reconfirm
from app.web.fields import WholeNumber
from app.web.form import Form

MOST_WALK_INS, PER_CENT = 1000, _l("Please enter a number from 1 to 100.")
LEAST, MOST = _l("At least, in per cent"), _l("At most, in per cent")
ASKED = (Answer.COMING, Answer.SILENT)
WAYS = {
    Reconfirm.WHERE_IT_HELPS: (
        _l("Where it helps somebody"),
        _l("Where the hall has a limit, more are accepted than there are seats, or somebody waits for a seat."),
    ),
    Reconfirm.ALWAYS: (_l("Always"), _l("Also where there is room for everybody.")),
    Reconfirm.NEVER: (_l("Never"), _l("Nobody is asked. Seats can be given back as ever.")),
}
"""Whether people are asked: words for each way, and a sentence."""


def _not_below(least: str) -> Any:
    def check(form: Form, field: WholeNumber) -> None:
        low = form[least].data
        if isinstance(field.data, int) and isinstance(low, int) and field.data < low:
            raise ValidationError(_("“At most” can’t be less than “at least”."))

    return check


class ForecastForm(Form):
    """What somebody assumes of how many come, and how many they accept.

    Who has answered already has shares of their own: their fields are there where there are such people, or where they
    were sent.
    """

    least_share = WholeNumber(LEAST, 1, 100, PER_CENT)
    most_share = WholeNumber(MOST, 1, 100, PER_CENT)
    least_coming = WholeNumber(LEAST, 1, 100, PER_CENT)
    most_coming = WholeNumber(MOST, 1, 100, PER_CENT)
    least_silent = WholeNumber(LEAST, 1, 100, PER_CENT)
    most_silent = WholeNumber(MOST, 1, 100, PER_CENT)
    walk_ins = WholeNumber(
        _l("People who come without a seat"), 0, MOST_WALK_INS, _l("Please enter a number from 0 to 1,000.")
    )
    number = WholeNumber(_l("Accept how many?"), 0, MOST_SEATS * 3, _l("Please enter how many people you accept."))

    validate_most_share = _not_below("least_share")
    validate_most_coming = _not_below("least_coming")
    validate_most_silent = _not_below("least_silent")

    def __init__(self, people: Mapping[Answer, int], assumed: Assumed, number: int) -> None:
        super().__init__(data=assumed.columns | {"number": number})
        self._begun_with = assumed
        for group in ASKED:
            least, most = f"least_{group}", f"most_{group}"
            was_sent = bool(self[least].raw_data or self[most].raw_data)
            if not (was_sent if self.is_submitted() else people[group]):
                del self[least], self[most]

    @property
    def assumed(self) -> Assumed:
        """What was typed of what is assumed."""
        typed, there = self.data, [name for name in ("share", *ASKED) if f"least_{name}" in self]
        ranges = {name: (typed[f"least_{name}"], typed[f"most_{name}"]) for name in there}
        return Assumed(
            ranges["share"],
            typed["walk_ins"],
            ranges.get(Answer.COMING, self._begun_with.coming),
            ranges.get(Answer.SILENT, self._begun_with.silent),
        )

    @property
    def values(self) -> dict[str, Any]:
        """The number, and what it rests on."""
        return {"number": self.number.data, "assumed": self.assumed}


class ReconfirmForm(Form):
    """Whether people with a seat are asked before the date."""

    reconfirm = RadioField(
        _l("Ask people with a seat whether they come?"),
        [InputRequired(_l("Please choose whether people are asked."))],
        choices=[SelectChoice(value=way.value, label=words) for way, (words, _more) in WAYS.items()],
    )

    @property
    def hints(self) -> dict[str, Any]:
        """A sentence for each way."""
        return {way.value: more for way, (_words, more) in WAYS.items()}

    @property
    def values(self) -> dict[str, Any]:
        """The way that was chosen."""
        return {"reconfirm": Reconfirm(self.reconfirm.data)}
