"""What is typed in and ticked about a proposal."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField, SelectMultipleField, StringField
from wtforms.validators import AnyOf, InputRequired, NumberRange
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app.plans.forms.plan import SHORTEST_WEEK
from app.plans.rules import LONGEST_WEEK, MOST_WEEKS, Pin
from app.web.fields import MOST, WholeNumber
from app.web.form import Form


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


class CalculationForm(Form):
    """How much time there is, for the proposal to be made."""

    weekly_minutes = WholeNumber(
        _l("Minutes a week"),
        SHORTEST_WEEK,
        LONGEST_WEEK,
        _l("Please enter a whole number of minutes from 15 to 1200."),
        description=_l("From 15 to 1200 minutes. What you don’t use in one week counts for the next."),
    )
    weeks = WholeNumber(
        _l("Weeks"),
        1,
        MOST_WEEKS,
        _l("Please enter a whole number of weeks from 1 to 52."),
        description=_l("How far the proposal looks ahead: from 1 to 52 weeks."),
    )
    afresh = BooleanField(_l("Start afresh, whatever I took over before"))


class CourseForm(Form):
    """A course of the proposal, chosen by a button."""

    course_id = IntegerField(validators=[InputRequired(), NumberRange(1, MOST)], widget=HiddenInput())


class PinForm(CourseForm):
    """What shall be with a course: it stays, it goes, or neither any more."""

    pin = StringField(validators=[AnyOf(("", *Pin))], widget=HiddenInput())
