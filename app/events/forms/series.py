"""Planning an event that comes again, and saying which dates of a series a change is for."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField, SubmitField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from app import clock
from app.bookings.fields import FARTHEST, WHICH_DAY, CallingOffForm, ahead
from app.bookings.rules import MOST_DAYS, Mode
from app.events import rules
from app.events.forms.event import EditEventForm, EventForm
from app.events.models import Event
from app.events.rules import LEAST_DATES, MOST_DATES, Outlook, Pattern, Scope
from app.people.models import OrgUnit
from app.text.holidays import days_off_among
from app.web.fields import Day, NumberOrNothing

ONCE, LIKE_THE_FIRST = "once", 0
RHYTHMS = {
    ONCE: _l("once"),
    "week-1": _l("every week"),
    "week-2": _l("every second week"),
    "week-3": _l("every third week"),
    "week-4": _l("every fourth week"),
    "month-1": _l("every month"),
    "month-2": _l("every second month"),
    "month-3": _l("every third month"),
    "month-6": _l("every sixth month"),
}
WEEKDAYS = {
    1: _l("Monday"),
    2: _l("Tuesday"),
    3: _l("Wednesday"),
    4: _l("Thursday"),
    5: _l("Friday"),
    6: _l("Saturday"),
    7: _l("Sunday"),
}
WHICH = {
    LIKE_THE_FIRST: _l("as Day 1 lies in its month"),
    1: _l("on the first such day of the month"),
    2: _l("on the second"),
    3: _l("on the third"),
    4: _l("on the fourth"),
    -1: _l("on the last"),
}
REPEAT_FIELDS = ("rhythm", "weekdays", "which", "times", "until")
WHEN_FIELDS = (
    *REPEAT_FIELDS,
    *(f"{name}_{number}" for number in range(1, MOST_DAYS + 1) for name in ("day", "from", "to")),
)
SCOPES = {
    Scope.ONE: _l("Only this date"),
    Scope.FOLLOWING: _l("This and all following dates"),
    Scope.ALL: _l("All dates to come"),
}


def _number(value: Any) -> int:
    return int(value) if str(value).lstrip("-").isascii() and str(value).lstrip("-").isdigit() else 99


class PlanEventForm(EventForm):
    """An event from nothing; where it comes again, all its dates."""

    rhythm = SelectField(
        _l("How often?"),
        choices=[SelectChoice(value=value, label=label) for value, label in RHYTHMS.items()],
        default=ONCE,
        description=_l("Each date gets its own page and its own seats, counted from Day 1."),
    )
    weekdays = SelectMultipleField(
        _l("On which weekdays?"),
        choices=[SelectChoice(value=str(value), label=label) for value, label in WEEKDAYS.items()],
        coerce=_number,
        validate_choice=False,
        widget=ListWidget(),
        option_widget=CheckboxInput(),
        description=_l("Choose none: on the weekday of Day 1."),
    )
    which = SelectField(
        _l("If it is monthly: on which of them?"),
        choices=[SelectChoice(value=str(value), label=label) for value, label in WHICH.items()],
        coerce=_number,
        default=LIKE_THE_FIRST,
    )
    times = NumberOrNothing(
        _l("How many dates?"),
        LEAST_DATES,
        MOST_DATES,
        _l("Please enter a number from 2 to 200, or nothing and the last day instead."),
    )
    until = Day(_l("Or until which day?"), ahead, WHICH_DAY)
    skips_holidays = BooleanField(_l("Leave out public holidays, Christmas Eve and New Year’s Eve"), default=True)

    preview_dates = SubmitField()

    @property
    def accepted(self) -> bool:
        """Whether it is to be saved and in order; a look at the dates saves nothing, and says what is wrong there."""
        if not self.preview_dates.data:
            return super().accepted
        self.validate()
        for name in self._fields.keys() - set(WHEN_FIELDS):
            self[name].errors = []
        return False

    @property
    def outlook(self) -> Outlook | None:
        """The dates, as soon as they can be told; None where it takes place once."""
        if any(self[name].errors for name in WHEN_FIELDS) or self._repeat_faults():
            return None
        return self._outlook()

    @property
    def outlook_sentence(self) -> str:
        """The series in a line, where it is one."""
        found, first = self.outlook, self.days[0]
        if found is None or not (first.start and first.end):
            return ""
        return rules.series_sentence(found.pattern, (first.start, first.end), found.days[-1], len(found.days))

    @property
    def outlook_days(self) -> list[tuple[dt.date, str | None, bool]]:
        """The days in their order, with the public holiday on which they lie, and whether they are skipped."""
        return shown(self.outlook)

    @property
    def values(self) -> dict[str, Any]:
        """The same, and the days of the series."""
        return super().values | {"outlook": self.outlook}

    @property
    def is_repeated(self) -> bool:
        """Whether it comes again, or something is wrong about that."""
        return self.rhythm.data != ONCE or any(self[name].errors for name in REPEAT_FIELDS)

    def faults(self) -> dict[str, str]:
        return super().faults() | self._repeat_faults()

    def _repeat_faults(self) -> dict[str, str]:
        """What is wrong with what comes again, by field; nothing where a field has said so by itself."""
        first = self.days[0]
        if self.rhythm.data == ONCE or not (first.day and first.start and first.end):
            return {}
        if any(self[name].errors for name in REPEAT_FIELDS):
            return {}
        return self._fault_of_rhythm() or self._fault_of_end(first.day) or self._fault_of_dates()

    def _fault_of_rhythm(self) -> dict[str, str]:
        if self.has_several_days:
            return {"rhythm": _("What comes again takes place on one day. Please empty the further days.")}
        if self.mode.data == Mode.DRAW.value:
            return {"mode": _("Lots decide about one date. Please give the seats of a series in another way.")}
        if any(day not in WEEKDAYS for day in self.weekdays.data or ()):
            return {"weekdays": _("Please choose from these weekdays.")}
        if self._is_monthly and len(self.weekdays.data or ()) > 1:
            return {"weekdays": _("Monthly it takes place on one weekday. Please choose one, or none.")}
        return {}

    def _fault_of_end(self, first: dt.date) -> dict[str, str]:
        until, times = self.until.data, self.times.data
        if until is None and times is None:
            return {"times": _("A series has an end. Please enter how many dates there are, or the last day.")}
        if until is not None and times is not None:
            return {"until": _("Please enter either how many dates there are or the last day, not both.")}
        if until is not None and until < first:
            return {"until": _("The last day must be later than Day 1.")}
        return {}

    def _fault_of_dates(self) -> dict[str, str]:
        field = "until" if self.times.data is None else "times"
        try:
            found = self._outlook()
        except rules.TooMany:
            return {field: _("These would be more than 200 dates. Please choose an earlier end.")}
        if found is None or len(found.days) < LEAST_DATES:
            return {field: _("This gives fewer than two dates. Please choose a later end, or “once”.")}
        if found.days[-1] > clock.today() + FARTHEST:
            return {field: _("The last date would lie more than three years ahead. Please choose an earlier end.")}
        return {}

    def _outlook(self) -> Outlook | None:
        first = self.days[0].day
        if self.rhythm.data == ONCE or first is None:
            return None
        weekdays = tuple(sorted(set(self.weekdays.data or ()))) or (first.isoweekday(),)
        which = (self.which.data or rules.which_of(first)) if self._is_monthly else None
        pattern = Pattern(int(self.rhythm.data.partition("-")[2]), weekdays, which)
        until, times = self.until.data, self.times.data
        found = rules.look_ahead(pattern, first, until=until, times=times)
        if not self.skips_holidays.data:
            return found
        last = max((*found.days, first)) + FARTHEST
        skip = days_off_among(days_from(first, last), current_app.config["LAND"])
        return rules.look_ahead(pattern, first, until=until, times=times, skip=skip)

    @property
    def _is_monthly(self) -> bool:
        return str(self.rhythm.data).startswith("month-")


def days_from(first: dt.date, last: dt.date) -> list[dt.date]:
    """Every day from the first to the last."""
    return [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]


def shown(found: Outlook | None) -> list[tuple[dt.date, str | None, bool]]:
    """Days to come in their order, with the public holiday on which they lie, and whether they are skipped."""
    if found is None:
        return []
    days = sorted(day for day in (*found.days, *found.skipped) if day > clock.today())
    names = days_off_among(days, current_app.config["LAND"])
    return [(day, names.get(day), day in found.skipped) for day in days]


def _scope_field(**other: Any) -> RadioField:
    return RadioField(
        _l("Which dates do you mean?"),
        [InputRequired(_l("Please say which dates you mean."))],
        choices=[SelectChoice(value=scope.value, label=words) for scope, words in SCOPES.items()],
        default=Scope.ONE.value,
        **other,
    )


class EditDateForm(EditEventForm):
    """An event that is there already; a date of a series says which others it speaks for."""

    scope = _scope_field(description=_l("The others take over what you change here, and nothing else."))

    def __init__(self, units: Sequence[OrgUnit], event: Event, outcomes: dict[int, int]) -> None:
        super().__init__(units, event, outcomes)
        if event.series_id is None:
            del self.scope

    @property
    def values(self) -> dict[str, Any]:
        """The same, and for which dates it is."""
        return super().values | {"scope": Scope(self.scope.data) if self.scope else Scope.ONE}


class CallingOffDatesForm(CallingOffForm):
    """Why an event does not take place, or which dates of a series."""

    scope = _scope_field()

    def __init__(self, event: Event) -> None:
        super().__init__()
        if event.series_id is None:
            del self.scope

    @property
    def values(self) -> dict[str, Any]:
        """The reason, and which dates."""
        return {"reason": self.reason.data, "scope": Scope(self.scope.data) if self.scope else Scope.ONE}
