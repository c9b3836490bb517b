"""What is typed into the weekly review."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.widgets import HiddenInput

from app.plans.rules.review import LEAST, MOST
from app.web.form import Form

LONGEST_TEXT = 2000


def _text(label: Any) -> TextAreaField:
    return TextAreaField(
        label,
        [Length(max=LONGEST_TEXT, message=_l("Please use at most %(max)d characters."))],
        filters=[lambda typed: typed.strip() if typed else ""],
        render_kw={"rows": 3, "maxlength": LONGEST_TEXT},
    )


class ReviewForm(Form):
    """Three short questions about the week."""

    worked = _text(_l("What worked?"))
    hindered = _text(_l("What got in the way?"))
    next_week = _text(_l("What do I take on next week?"))


class PaceForm(Form):
    """Less or more time for learning."""

    weekly_minutes = IntegerField(validators=[InputRequired(), NumberRange(LEAST, MOST)], widget=HiddenInput())
