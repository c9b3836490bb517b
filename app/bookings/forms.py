"""Signing up, and declining a request."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, TextAreaField
from wtforms.validators import Length

from app.bookings.rules import LONGEST_TEXT
from app.web.form import Form

SHORT = Length(max=LONGEST_TEXT, message=_l("Please use at most %(max)d characters."))


class BookingForm(Form):
    """What a person says when signing up."""

    reason = TextAreaField(
        _l("Why would you like to take part?"),
        [SHORT],
        description=_l("Your leader decides and sees your reason."),
        render_kw={"rows": 3, "maxlength": LONGEST_TEXT},
    )
    takes_seat_at_once = BooleanField(
        _l("Take a seat for me as soon as one is free"),
        description=_l("Without this we ask you first, and hold the seat until you have answered in time."),
    )


class DeclineForm(Form):
    """A few words for the person."""

    note = TextAreaField(
        _l("A few words"),
        [SHORT],
        description=_l("Best is a reason and what is possible instead: another date, another course, a talk."),
        render_kw={"rows": 4, "maxlength": LONGEST_TEXT},
    )
