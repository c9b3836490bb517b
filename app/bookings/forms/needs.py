"""What people need on the day, and why they are asked."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import Length, Optional

from app.bookings.models import Bookable
from app.bookings.rules import LONGEST_TEXT
from app.web.form import Form

SHORT = Length(max=LONGEST_TEXT, message=_l("Please use at most %(max)d characters."))


def _need(label: Any) -> TextAreaField:
    return TextAreaField(label, [Optional(), SHORT], render_kw={"rows": 2, "maxlength": LONGEST_TEXT})


class NeedsForm(Form):
    """What a person needs on the day: what a reason is given for, and nothing else."""

    food = _need(_l("Food"))
    access = _need(_l("Accessibility"))

    def __init__(self, bookable: Bookable, **other: Any) -> None:
        super().__init__(**other)
        for name in ("food", "access"):
            reason = getattr(bookable, f"{name}_reason")
            if reason:
                self[name].description = _("Why this is asked: %(reason)s", reason=reason)
            else:
                del self[name]

    @property
    def needs(self) -> dict[str, str]:
        """What was said."""
        return {name: self[name].data or "" for name in ("food", "access") if name in self}


class AskNeedsForm(Form):
    """Why people are asked."""

    food_reason = TextAreaField(
        _l("Why do you ask about food?"),
        [Optional(), SHORT],
        description=_l("People read this at the question. Leave it empty: nobody is asked."),
        filters=[lambda typed: (typed or "").strip()],
        render_kw={"rows": 2, "maxlength": LONGEST_TEXT},
    )
    access_reason = TextAreaField(
        _l("Why do you ask about accessibility?"),
        [Optional(), SHORT],
        description=_l(
            "For example: so that we can book a sign-language interpreter, or keep places without steps. Leave it "
            "empty: nobody is asked."
        ),
        filters=[lambda typed: (typed or "").strip()],
        render_kw={"rows": 2, "maxlength": LONGEST_TEXT},
    )
