"""How many seats an event has."""

from flask_babel import format_decimal
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField
from wtforms.validators import InputRequired, ValidationError

from app.bookings.rules import MOST_SEATS
from app.events.rules import WHOLE
from app.web.form import Form


def _within_reason(form: Form, field: IntegerField) -> None:
    if field.data is None or not 0 <= field.data <= MOST_SEATS:
        raise ValidationError(
            _("Please enter a number from %(min)s to %(max)s.", min=0, max=format_decimal(MOST_SEATS, WHOLE))
        )


class SeatsForm(Form):
    """The number of seats."""

    seats = IntegerField(
        _l("Seats"),
        [
            InputRequired(_l("Please enter how many seats there are.")),
            _within_reason,
        ],
        render_kw={"inputmode": "numeric"},
    )
