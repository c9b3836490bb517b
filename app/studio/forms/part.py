"""What the forms of a course and of a unit share: a file, seen as fields and a text below them."""

from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, StringField, SubmitField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.widgets import HiddenInput

from app.content.source import LONGEST, plain
from app.web.fields import MOST
from app.web.form import Form

LONGEST_FIELD = 4000
TOO_LONG = _l("Please use at most %(max)d characters.")


def one_line(typed: str | None) -> str:
    """A text without line ends and without blanks around it."""
    return " ".join(plain(typed or "").split())


def each_line(typed: str | None) -> list[str]:
    """The lines that hold something."""
    return [line for line in (one_line(line) for line in (typed or "").splitlines()) if line]


def line(label: Any, description: Any = "", most: int = LONGEST_FIELD, **other: Any) -> StringField:
    """A text of one line; a draft may do without it."""
    return StringField(
        label, [Length(max=most, message=TOO_LONG)], description=description, filters=[one_line], **other
    )


def several(label: Any, description: Any = "", rows: int = 3) -> TextAreaField:
    """A text of a few lines."""
    checks = [Length(max=LONGEST_FIELD, message=TOO_LONG)]
    return TextAreaField(label, checks, description=description, render_kw={"rows": rows, "spellcheck": "true"})


class PartForm(Form):
    """A file of a draft. It is saved as it is, unfinished too; what is missing is named by the check."""

    revision = IntegerField(validators=[InputRequired(), NumberRange(0, MOST)], widget=HiddenInput(), default=0)
    body = TextAreaField(
        _l("Text"),
        [Length(max=LONGEST, message=TOO_LONG)],
        render_kw={"rows": 24, "spellcheck": "true"},
    )
    preview = SubmitField()
    """Shows what was typed, without saving it."""

    @property
    def saves_itself(self) -> bool:
        """Whether the page has sent what was typed so far by itself."""
        return request.headers.get("X-Autosave") == "1"

    @property
    def entries(self) -> dict[str, Any]:
        """The front matter that was typed."""
        raise NotImplementedError

    @property
    def values(self) -> dict[str, Any]:
        """What `actions.write` needs."""
        return {"revision": self.revision.data, "entries": self.entries, "body": self.body.data or ""}

    def renew(self, revision: int) -> bool:
        """Say what the person is looking at now; whether somebody else has changed it in the meantime."""
        is_old = self.is_submitted() and self.revision.data != revision
        self.revision.raw_data, self.revision.data = None, revision
        return is_old
