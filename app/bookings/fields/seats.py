"""How many seats a date has, and how they are given."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.form import BaseForm
from wtforms.validators import InputRequired, ValidationError

from app import clock
from app.bookings.rules import DAYS_TO_DECIDE, MOST_DAYS_TO_DECIDE, MOST_SEATS, Mode, Undecided
from app.people.models import OrgUnit
from app.people.tree import indented
from app.web.fields import Moment, NumberOrNothing, WholeNumber
from app.web.form import Form

EARLIEST, FARTHEST = dt.date(2000, 1, 1), dt.timedelta(days=3 * 366)
NOBODY_IN_PARTICULAR, GONE = "", -1
WHEN = _l("Please enter a day and a time, at most three years ahead.")
MODES = {
    Mode.FIRST_COME: (_l("In the order of signing up"), _l("Who signs up has a seat at once, while there are any.")),
    Mode.APPROVAL: (_l("With the leader’s approval"), _l("A request holds no seat; the leader decides on it.")),
    Mode.DRAW: (_l("By lot"), _l("Everybody who applies in time has the same chance, however fast they are.")),
    Mode.DROP_IN: (_l("Without sign-up"), _l("Whoever likes to just comes along. There is no list and no waitlist.")),
    Mode.INVITATION: (
        _l("By invitation"),
        _l("Only people whom you invite see it and can come; a seat is kept for each."),
    ),
}
"""How seats are given: words for each way, and a sentence."""
IF_UNDECIDED = {
    Undecided.GO_UP: (
        _l("The request goes to the next-higher leader"),
        _l("Who sees this one request, and no other of the person."),
    ),
    Undecided.APPROVE: (_l("The request counts as approved"), _l("Only where it costs nothing.")),
}
"""What happens to a request on which nobody has decided in time: words, and a sentence."""


class SeatsForm(Form):
    """The number of seats."""

    seats = WholeNumber(_l("Seats"), 0, MOST_SEATS, _l("Please enter a number from 0 to 100,000."))


def _span() -> tuple[dt.date, dt.date]:
    return EARLIEST, clock.today() + FARTHEST


def _unit_number(value: Any) -> int | None:
    """The number of a unit; none where everybody may come, and one that is nobody's for what is no number."""
    if value in (None, NOBODY_IN_PARTICULAR):
        return None
    typed = str(value)
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < len(str(2**63)) else GONE


class Audience(SelectField):
    """Whom it is open to: a unit with all below it, or everybody."""

    def __init__(self, label: Any, **other: Any) -> None:
        super().__init__(label, [self._check], coerce=_unit_number, validate_choice=False, choices=[], **other)

    def offer(self, units: Sequence[OrgUnit]) -> None:
        """Name the units, each below the one it belongs to."""
        named = [(str(unit_id), name) for unit_id, name in indented(units)]
        pairs = [(NOBODY_IN_PARTICULAR, _("The whole house")), *named]
        self.choices = [SelectChoice(value=value, label=label) for value, label in pairs]
        self.numbers = {unit.id for unit in units}

    def _check(self, _form: BaseForm, _field: SelectField) -> None:
        if self.data is not None and self.data not in self.numbers:
            raise ValidationError(_("This unit no longer exists. Please choose another one."))


def _modes(modes: Iterable[Mode]) -> list[SelectChoice]:
    return [SelectChoice(value=mode.value, label=MODES[mode][0]) for mode in modes]


class SeatsFields(Form):
    """All that says who gets a seat and when: a part of the form of a date, shown by `bookings/_seats_fields.html`."""

    seats = NumberOrNothing(
        _l("Number of seats"),
        0,
        MOST_SEATS,
        _l("Please enter a number from 0 to 100,000, or nothing."),
        description=_l("Leave it empty if there is room for everybody."),
    )
    mode = RadioField(
        _l("How are seats given?"),
        [InputRequired(_l("Please choose how seats are given."))],
        choices=_modes(MODES),
        default=Mode.FIRST_COME.value,
    )
    decide_within_days = NumberOrNothing(
        _l("How many days does the leader have?"),
        1,
        MOST_DAYS_TO_DECIDE,
        _l("Please enter a number of days from 1 to 60, or nothing."),
        description=_l(
            "Only with the leader’s approval. Leave it empty: 7 days. It is never more than half of the time until the "
            "beginning."
        ),
    )
    undecided = RadioField(
        _l("And if nobody has decided by then?"),
        choices=[SelectChoice(value=what.value, label=words) for what, (words, _more) in IF_UNDECIDED.items()],
        default=Undecided.GO_UP.value,
        description=_l("Only with the leader’s approval."),
    )
    has_waitlist = BooleanField(
        _l("With a waitlist"),
        description=_l("A seat that is given back is offered to the next person at once."),
        default=True,
    )
    audience_id = Audience(_l("Who may come?"))
    opens_at = Moment(_l("Sign-up opens"), _span, WHEN, description=_l("Leave it empty: as soon as it is published."))
    closes_at = Moment(_l("Sign-up closes"), _span, WHEN, description=_l("Leave it empty: at the beginning."))
    cancel_until = Moment(
        _l("Seats can be given back until"), _span, WHEN, description=_l("Leave it empty: until the beginning.")
    )

    def leave_out(self, mode: Mode) -> None:
        """Offer this way of giving seats to nobody."""
        self.mode.choices = _modes(one for one in MODES if one is not mode)

    @property
    def hints(self) -> dict[str, Any]:
        """A sentence for each way of giving seats."""
        return {mode.value: more for mode, (_words, more) in MODES.items()}

    @property
    def hints_if_undecided(self) -> dict[str, Any]:
        """A sentence for each thing that can happen to a request on which nobody has decided."""
        return {what.value: more for what, (_words, more) in IF_UNDECIDED.items()}

    @property
    def moments(self) -> dict[str, dt.datetime | None]:
        """The moments around the date, in UTC."""
        fields = {name: self[name] for name in ("opens_at", "closes_at", "cancel_until")}
        typed = {name: field.data for name, field in fields.items() if not field.errors}
        return dict.fromkeys(fields) | {
            name: clock.at(value.date(), value.time()) for name, value in typed.items() if value
        }

    @property
    def terms(self) -> dict[str, Any]:
        """What was typed here, under the names of `Description`."""
        plain = {name: self[name].data for name in ("seats", "has_waitlist", "audience_id")}
        asked = {
            "mode": Mode(self.mode.data),
            "decide_within_days": self.decide_within_days.data or DAYS_TO_DECIDE,
            "undecided": Undecided(self.undecided.data),
        }
        return plain | asked | self.moments
