"""The field of a form that takes a file."""

from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import FileStorage
from wtforms import FileField

from app.files.rules import ACCEPT, MOST_BYTES, Upload
from app.files.sent import Sent


class UploadField(FileField):
    """A file that may be left out; its value is an Upload or None; `actions.keep` judges it."""

    def __init__(self, label: Any, **other: Any) -> None:
        hint = _l("PDF, picture, document or text, at most 10 MB. If the form is shown again, choose the file again.")
        super().__init__(label, description=hint, render_kw={"accept": ACCEPT}, **other)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was sent, and one byte more than is allowed, so that too much is noticed."""
        sent = next((one for one in valuelist if isinstance(one, FileStorage) and one.filename), None)
        self.data = Upload(sent.filename or "", sent.stream.read(MOST_BYTES + 1)) if sent else None


class SentField(FileField):
    """A file of any size; its value is a Sent or None, and the action judges it."""

    def __init__(self, label: Any, accept: str, **other: Any) -> None:
        super().__init__(label, render_kw={"accept": accept}, **other)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Look at the name alone; the bytes are read where they are judged."""
        sent = next((one for one in valuelist if isinstance(one, FileStorage) and one.filename), None)
        self.data = Sent(sent.filename or "", sent.stream) if sent else None
