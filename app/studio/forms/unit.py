"""A unit: title, minutes, text, and the questions at its end."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, StringField

from app.content.fields import MOST_ENTRIES
from app.courses.rules import LONGEST_UNIT, SHORTEST_UNIT
from app.studio.forms.part import PartForm, line
from app.studio.forms.question import QuestionFields, as_written, kind_field, typed, without_blanks
from app.studio.rules.questions import MORE, place_after, stepped
from app.web.fields import Line, WholeNumber
from app.web.form import Form

A_TITLE = _l("Please enter a title of at most 200 characters.")
MOST_QUESTIONS = 2 * MOST_ENTRIES
"""More than a unit may have: what is too much is named by the check, not lost."""


class NewUnitForm(Form):
    """How a unit begins."""

    title = Line(_l("Title"), 200, A_TITLE)


class UnitForm(PartForm):
    """A unit. `unit_form` puts what stands in the file into it, and room for one question more."""

    title = line(_l("Title"))
    minutes = WholeNumber(
        _l("Minutes"),
        SHORTEST_UNIT,
        LONGEST_UNIT,
        _l(
            "Please enter how long it takes, from %(least)s to %(most)s minutes.",
            least=SHORTEST_UNIT,
            most=LONGEST_UNIT,
        ),
    )
    check = FieldList(FormField(QuestionFields), max_entries=MOST_QUESTIONS)
    step = StringField()
    """The button beside the questions that was used; it saves as well."""
    new_kind = kind_field(_l("Another question"))
    stored: list[Any] = []
    """The questions as the file has them."""

    @property
    def entries(self) -> dict[str, Any]:
        """The front matter that was typed; the key of the unit stays."""
        asked = stepped([one.form.entry for one in self.check], self.step.data or "", self.new_kind.data)
        check = [without_blanks(question) for question in asked if question]
        return {"title": self.title.data, "minutes": self.minutes.data, "check": as_written(check, self.stored) or None}

    @property
    def place(self) -> int | None:
        """The question that somebody looks at after a button beside them."""
        return place_after(self.step.data or "", len(self.entries["check"] or []))

    @property
    def has_room(self) -> bool:
        """Whether that question gets room for one answer more."""
        return (self.step.data or "").startswith(MORE)


def unit_form(meta: Mapping[str, Any], body: str, revision: int, more: int | None = None) -> UnitForm:
    """The form with what stands in the file; the question `more` has room for one answer more."""
    check = [one for one in meta.get("check") or [] if isinstance(one, dict)]
    form = UnitForm(
        data={
            "title": meta.get("title"),
            "minutes": meta.get("minutes"),
            "body": body.strip(),
            "revision": revision,
            "check": [typed(question, has_room=place == more) for place, question in enumerate(check)],
        }
    )
    form.stored = check
    return form
