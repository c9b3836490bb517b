"""The choice of a goal."""

from wtforms import IntegerField
from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import HiddenInput

from app.web.form import Form

MOST = 2**31 - 1


class GoalForm(Form):
    """The profile to work towards."""

    profile_id = IntegerField(validators=[InputRequired(), NumberRange(1, MOST)], widget=HiddenInput())
