"""Going on with a series."""

import datetime as dt
from typing import Any

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SubmitField

from app import clock
from app.bookings.fields.seats import FARTHEST
from app.events import rules
from app.events.forms.series import days_from, shown
from app.events.models import EventSeries
from app.events.rules import LEAST_DATES, MOST_DATES, Outlook
from app.text.holidays import days_off_among
from app.web.fields import WholeNumber
from app.web.form import Form


class ProlongForm(Form):
    """How many more dates a series has; they follow its rule, and what is past is left out."""

    times = WholeNumber(
        _l("How many more dates?"), 1, MOST_DATES, _l("Please enter a number from 1 to 200."), default=LEAST_DATES
    )
    skips_holidays = BooleanField(_l("Leave out public holidays, Christmas Eve and New Year’s Eve"), default=True)
    preview_dates = SubmitField()

    def __init__(self, series: EventSeries) -> None:
        super().__init__()
        self.series = series

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there can be so many."""
        if not super().validate(extra_validators):
            return False
        try:
            found = self._outlook()
        except rules.TooMany:
            self.times.errors = [_("With those that there are, these would be more than 200 dates.")]
            return False
        if found.days[-1] > clock.today() + FARTHEST:
            self.times.errors = [_("The last date would lie more than three years ahead. Please enter fewer.")]
        return not self.times.errors

    @property
    def accepted(self) -> bool:
        """Whether it is to be saved and in order; a look at the dates saves nothing."""
        if not self.preview_dates.data:
            return super().accepted
        self.validate()
        return False

    @property
    def outlook(self) -> Outlook | None:
        """The further dates, as soon as they can be told."""
        return None if self.errors or self.times.data is None else self._outlook()

    @property
    def outlook_sentence(self) -> str:
        """The further dates in a line."""
        found = self.outlook
        times = self.series.starts, self.series.ends
        return rules.series_sentence(found.pattern, times, found.days[-1], len(found.days)) if found else ""

    @property
    def outlook_days(self) -> list[tuple[dt.date, str | None, bool]]:
        """The days in their order, with the public holiday on which they lie, and whether they are skipped."""
        return shown(self.outlook)

    @property
    def values(self) -> dict[str, Any]:
        """The further dates."""
        return {"outlook": self.outlook}

    def _outlook(self) -> Outlook:
        series, times = self.series, self.times.data or 0
        pattern, number = rules.read_rule(series.rule)
        past = set(days_from(series.first_on, clock.today()))
        found = rules.look_ahead(pattern, series.first_on, times=times, skip=past, after=number)
        if not self.skips_holidays.data:
            return found
        days = days_from(found.first, found.days[-1] + FARTHEST)
        skip = past | set(days_off_among(days, current_app.config["LAND"]))
        return rules.look_ahead(pattern, series.first_on, times=times, skip=skip, after=number)
