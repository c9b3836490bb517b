"""What is typed in about a plan."""

import datetime as dt
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, IntegerField, StringField
from wtforms.validators import AnyOf, InputRequired, NumberRange, Optional
from wtforms.widgets import HiddenInput

from app import clock
from app.plans.actions import DOWN, UP
from app.web.fields import Day, Line, WholeNumber
from app.web.form import Form

MOST = 2**31 - 1


LONGEST_STEP = 60 * 60


SHORTEST_WEEK, LONGEST_WEEK = 15, 1200


FARTHEST = dt.timedelta(days=5 * 365 + 1)


WHICH_DAYS = _l("Please choose a day from today on, at most five years ahead.")


def _days_ahead() -> tuple[dt.date, dt.date]:
    today = clock.today()
    return today, today + FARTHEST


def _version() -> IntegerField:
    return IntegerField(validators=[InputRequired(), NumberRange(0, MOST)], widget=HiddenInput())


class VersionedForm(Form):
    """A form that knows which plan the person was looking at, so that nothing is overwritten unseen (R28)."""

    version = _version()

    def renew(self, version: int) -> None:
        """Say what the person is looking at now; what was typed stays."""
        self.version.raw_data, self.version.data = None, version


class ItemForm(Form):
    """A course or an event, put into the plan by a button."""

    course_id = IntegerField(validators=[Optional(), NumberRange(1, MOST)], widget=HiddenInput())
    event_id = IntegerField(validators=[Optional(), NumberRange(1, MOST)], widget=HiddenInput())
    next = HiddenField()

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether exactly one of them is named."""
        return bool(super().validate(extra_validators)) and (self.course_id.data is None) != (
            self.event_id.data is None
        )


class OwnStepForm(Form):
    """Something of one's own."""

    title = Line(
        _l("What do you want to do?"), 200, _l("Please say in a few words what you want to do: at most 200 characters.")
    )
    minutes = WholeNumber(
        _l("How many minutes will it take?"),
        1,
        LONGEST_STEP,
        _l("Please enter a whole number of minutes from 1 to 3600."),
        default=30,
    )
    due_on = Day(_l("By when?"), _days_ahead, WHICH_DAYS)


class EditOwnStepForm(OwnStepForm, VersionedForm):
    """The same, changed."""


class EditItemForm(VersionedForm):
    """The date of a course or an event."""

    due_on = Day(_l("By when do you want to have done it?"), _days_ahead, WHICH_DAYS)


class MoveForm(VersionedForm):
    """Where a step goes."""

    direction = StringField(validators=[AnyOf((UP, DOWN))], widget=HiddenInput())


class TickForm(Form):
    """Whether a step is done."""

    done = BooleanField()


class BudgetForm(VersionedForm):
    """Time for learning."""

    weekly_minutes = WholeNumber(
        _l("Minutes a week"),
        SHORTEST_WEEK,
        LONGEST_WEEK,
        _l("Please enter a whole number of minutes from 15 to 1200."),
        description=_l("From 15 to 1200 minutes. Agree with your team when you have this time."),
    )
