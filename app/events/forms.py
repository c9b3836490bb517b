"""How many seats an event has."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField
from wtforms.validators import InputRequired, NumberRange

from app.web.form import Form

MOST_SEATS = 100_000


class SeatsForm(Form):
    """The number of seats."""

    seats = IntegerField(
        _l("Seats"),
        [
            InputRequired(_l("Please enter how many seats there are.")),
            NumberRange(0, MOST_SEATS, _l("Please enter a number from %(min)s to %(max)s.")),
        ],
        render_kw={"inputmode": "numeric"},
    )
