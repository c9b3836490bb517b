"""Handing a draft over, and answering; where a unit moves."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import AnyOf, Length, NumberRange, Optional, ValidationError

from app.studio.forms.part import TOO_LONG
from app.web.fields import MOST
from app.web.form import Form

LONGEST_NOTE = 1000
PUBLISH, RETURN = "publish", "return"


def _note(label: Any, description: Any) -> TextAreaField:
    checks = [Length(max=LONGEST_NOTE, message=TOO_LONG)]
    return TextAreaField(label, checks, description=description, render_kw={"rows": 3, "spellcheck": "true"})


class NoteForm(Form):
    """What the author wants to say to whoever reads the draft."""

    note = _note(_l("What is new?"), _l("One or two sentences for whoever reads it, and for the list of editions."))

    @property
    def values(self) -> dict[str, Any]:
        """What was typed."""
        return {"note": (self.note.data or "").strip()}


class AnswerForm(Form):
    """The reader's answer."""

    answer = _note(_l("Your answer"), _l("Needed where you send it back: what is missing, or is not right yet?"))
    decision = StringField(validators=[AnyOf((PUBLISH, RETURN))])
    is_author = False
    """Whether it is the author who looks: taking one's own draft back needs no reason."""

    def validate_answer(self, field: BaseForm) -> None:
        """Who sends a draft back says why."""
        if self.decision.data == RETURN and not self.is_author and not (self.answer.data or "").strip():
            raise ValidationError(_("Please say what is missing or not right yet."))

    @property
    def values(self) -> dict[str, Any]:
        """The answer alone; the decision chooses the action."""
        return {"answer": (self.answer.data or "").strip()}


class MoveForm(Form):
    """Where a unit moves: one place up or down, or before another one (0: to the end)."""

    direction = StringField(validators=[Optional(), AnyOf(("up", "down"))])
    before = IntegerField(validators=[Optional(), NumberRange(0, MOST)])
