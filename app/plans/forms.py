"""What is typed in about a plan."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateField, HiddenField, IntegerField, SelectMultipleField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app.plans.actions import DOWN, UP
from app.web.form import Form

MOST = 2**31 - 1
LONGEST_STEP = 60 * 60
SHORTEST_WEEK, LONGEST_WEEK = 15, 1200


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

    title = StringField(_l("What do you want to do?"), [InputRequired(), Length(max=200)])
    minutes = IntegerField(
        _l("How many minutes will it take?"), [InputRequired(), NumberRange(1, LONGEST_STEP)], default=30
    )
    due_on = DateField(_l("By when?"), [Optional()])


class EditOwnStepForm(OwnStepForm, VersionedForm):
    """The same, changed."""


class EditItemForm(VersionedForm):
    """The date of a course or an event."""

    due_on = DateField(_l("By when do you want to have done it?"), [Optional()])


class MoveForm(VersionedForm):
    """Where a step goes."""

    direction = StringField(validators=[AnyOf((UP, DOWN))], widget=HiddenInput())


class TickForm(Form):
    """Whether a step is done."""

    done = BooleanField()


class BudgetForm(VersionedForm):
    """Time for learning."""

    weekly_minutes = IntegerField(
        _l("Minutes a week"),
        [InputRequired(), NumberRange(SHORTEST_WEEK, LONGEST_WEEK)],
        description=_l("From 15 to 1200 minutes. Agree with your team when you have this time."),
    )


class ProposalForm(Form):
    """The steps of the proposal that are wanted."""

    courses = SelectMultipleField(
        _l("Steps"),
        [InputRequired()],
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )
