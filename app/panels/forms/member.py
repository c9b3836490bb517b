"""Whom to ask, and for which circle."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired

from app.panels.rules import Circle
from app.web.fields import Line
from app.web.form import Form


class CircleForm(Form):
    """Core or wider circle."""

    circle = RadioField(_l("In which circle?"), [InputRequired(_l("Please choose one."))], default=Circle.WIDER.value)

    def __init__(self, **kept: Any) -> None:
        super().__init__(**kept)
        self.circle.choices = [
            SelectChoice(Circle.CORE.value, _("Core team: comes every time")),
            SelectChoice(Circle.WIDER.value, _("Wider circle: comes when possible")),
        ]


class MemberForm(CircleForm):
    """Whom to ask."""

    name = Line(
        _l("Whom do you ask?"),
        200,
        _l("Please write given name and family name."),
        description=_l("Given name and family name, or the e-mail address."),
    )
