"""A file to take over: first looked at, then confirmed."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FileField, TextAreaField
from wtforms.widgets import HiddenInput

from app.text import csv_table
from app.web.form import Form

LONGEST = 1024 * 1024


class UploadForm(Form):
    """A CSV file; the page that shows what it would change sends its text again."""

    file = FileField(
        _l("CSV file"), description=_l("As Excel or LibreOffice saves it; Lotse finds out encoding and separator.")
    )
    text = TextAreaField(widget=HiddenInput())
    confirmed = BooleanField(widget=HiddenInput(), false_values=(False, "", "false"))

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.file.flags.required = True

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there is something to read."""
        if not super().validate(extra_validators):
            return False
        sent = self.file.data
        if sent and getattr(sent, "filename", ""):
            raw = sent.read(LONGEST + 1)
            if len(raw) > LONGEST:
                self.file.errors = [_("The file is larger than 1 MB.")]
                return False
            self.text.data = csv_table.decode(raw)
            self.confirmed.data = False
        if not (self.text.data or "").strip():
            self.file.errors = [_("Please choose a file.")]
            return False
        return True
