"""Opening a door, and saying how many people may be in the hall."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import InputRequired

from app.bookings.rules import MOST_SEATS
from app.web.fields import Line, NumberOrNothing, WholeNumber
from app.web.form import Form
from app.web.formats import day as long_day

LONGEST_NAME = 80


class DoorForm(Form):
    """Which door, and on which day."""

    name = Line(
        _l("Name of the door"),
        LONGEST_NAME,
        _l("Please enter a name of at most 80 characters."),
        description=_l("So that you can tell the devices apart: “Main entrance”, “Telephone of Ms Kaya”."),
    )
    day = SelectField(_l("Day"), [InputRequired()], coerce=dt.date.fromisoformat)

    def __init__(self, days: Sequence[dt.date], **other: Any) -> None:
        super().__init__(**other)
        self.day.choices = [(one.isoformat(), long_day(one)) for one in days]


class HallForm(Form):
    """How many people may be in the hall."""

    hall_limit = NumberOrNothing(
        _l("People in the hall at most"),
        1,
        MOST_SEATS,
        _l("Please enter a number from 1 to 100,000, or nothing."),
        description=_l("The figure that fire safety allows. Leave it empty: as many as there are seats."),
    )
    door_share = WholeNumber(
        _l("Places kept for people without a seat"),
        0,
        MOST_SEATS,
        _l("Please enter a number from 0 to 100,000."),
        description=_l("From ten minutes before the start, they also have the seats of those who have not come."),
    )
