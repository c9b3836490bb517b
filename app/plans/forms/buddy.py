"""What is typed in about buddies."""

import datetime as dt
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, SelectField, TextAreaField, TimeField
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import HiddenInput

from app import clock
from app.plans.forms.fields import Always
from app.web.fields import Day, Line
from app.web.form import Form

LONGEST_NOTE = 2000
FARTHEST = dt.timedelta(days=366)
WEEKDAYS = (_l("Monday"), _l("Tuesday"), _l("Wednesday"), _l("Thursday"), _l("Friday"))


def _ahead() -> tuple[dt.date, dt.date]:
    today = clock.today()
    return today, today + FARTHEST


class BuddyForm(Form):
    """Who is new, and who is asked to accompany them."""

    newcomer = Line(
        _l("Who is new?"),
        200,
        _l("Please write given name and family name."),
        description=_l("Given name and family name, or the e-mail address."),
    )
    buddy = Line(
        _l("Whom do you ask to be the buddy?"),
        200,
        _l("Please write given name and family name."),
        description=_l("Best somebody who does not lead the new person, and who likes to explain."),
    )


class AppointmentForm(Form):
    """The weekly quarter of an hour."""

    weekday = SelectField(_l("On which weekday?"), [Always()], coerce=int)
    time = TimeField(_l("At what time?"), [InputRequired(_l("Please enter a time, for example 10:00."))])
    until = Day(
        _l("Until when?"), _ahead, _l("Please choose a day from today on, at most a year ahead."), required=True
    )

    def __init__(self, **kept: Any) -> None:
        super().__init__(**kept)
        self.weekday.choices = list(enumerate(WEEKDAYS))


class NoteForm(Form):
    """Something about an appointment that both want to remember."""

    day = DateField(validators=[InputRequired()], widget=HiddenInput())
    body = TextAreaField(
        _l("What do you both want to remember?"),
        [
            DataRequired(_l("Please write something, or leave the note out.")),
            Length(max=LONGEST_NOTE, message=_l("Please use at most %(max)d characters.")),
        ],
        description=_l("The two of you read it, nobody else."),
        render_kw={"rows": 3, "maxlength": LONGEST_NOTE},
    )


class SkipForm(Form):
    """Which appointment is left out."""

    day = DateField(validators=[InputRequired()], widget=HiddenInput())
