"""Whom to invite, and until when they can answer."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, TextAreaField
from wtforms.validators import InputRequired, Length

from app import clock
from app.bookings.forms.grade import ALL_GRADES, GradeField
from app.people.models import OrgUnit
from app.people.names import names_in
from app.people.tree import indented
from app.web.fields import Moment
from app.web.form import Form

NOBODY, WHOLE_HOUSE = -1, 0
LONGEST_LIST, A_YEAR = 20_000, dt.timedelta(days=366)


def _ahead() -> tuple[dt.date, dt.date]:
    today = clock.today()
    return today, today + A_YEAR


class InvitationForm(Form):
    """A unit, a level of hierarchy, a list of people, and a moment."""

    unit_id = SelectField(
        _l("A whole unit"), [InputRequired()], coerce=int, default=NOBODY, description=_l("With all units below it.")
    )
    grade = GradeField(_l("Of that unit, which level of hierarchy?"), default=ALL_GRADES)
    people = TextAreaField(
        _l("Single people"),
        [Length(max=LONGEST_LIST, message=_l("Please use at most %(max)d characters."))],
        description=_l("One on each line: given name and family name, e-mail address or personnel number."),
        render_kw={"rows": 5},
    )
    answer_by = Moment(
        _l("Answer by"),
        _ahead,
        _l("Please enter a day and a time from now on, at most a year ahead."),
        description=_l("Until then a seat is kept for each."),
    )

    def __init__(self, units: Sequence[OrgUnit], **other: Any) -> None:
        super().__init__(**other)
        others = [(NOBODY, _("No unit, only single people")), (WHOLE_HOUSE, _("The whole house"))]
        self.unit_id.choices = [*others, *indented(units)]

    @property
    def values(self) -> dict[str, Any]:
        """Whom, and until when in UTC."""
        unit, until = self.unit_id.data, self.answer_by.data
        names = names_in((self.people.data or "").replace(";", "\n"))
        return {
            "unit_id": None if unit == NOBODY else unit,
            "grade": None if unit == NOBODY else self.grade.grade,
            "names": list(dict.fromkeys(names)),
            "answer_by": clock.at(until.date(), until.time()) if until else None,
        }
