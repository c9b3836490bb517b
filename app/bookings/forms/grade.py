"""A level of hierarchy, or all of them."""

from typing import Any

from flask_babel import gettext as _
from wtforms import SelectField
from wtforms.validators import InputRequired

from app.people.labels import GRADES
from app.people.rules import Grade

ALL_GRADES = "all"


class GradeField(SelectField):
    """Offers every level."""

    def __init__(self, label: Any, **other: Any) -> None:
        super().__init__(label, [InputRequired()], choices=_choices, **other)

    @property
    def grade(self) -> Grade | None:
        """The one that was chosen; None for all."""
        return None if self.data == ALL_GRADES else Grade(self.data)


def _choices() -> list[tuple[str, str]]:
    return [(ALL_GRADES, _("All levels")), *((grade.value, str(GRADES[grade])) for grade in Grade)]
