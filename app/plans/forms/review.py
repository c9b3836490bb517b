"""What is typed into the weekly review."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.widgets import HiddenInput

from app.plans.models import WeeklyReview
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
    seen = StringField(widget=HiddenInput())

    def renew(self, current: WeeklyReview | None) -> bool:
        """Let the form know what is there now; returns whether that is something else than what it was opened with."""
        before, now = self.seen.data, current.changed_at.isoformat() if current else ""
        self.seen.data = now
        return self.is_submitted() and before is not None and before != now


class PaceForm(Form):
    """Less or more time for learning."""

    weekly_minutes = IntegerField(validators=[InputRequired(), NumberRange(LEAST, MOST)], widget=HiddenInput())
