"""A file beside the texts of a course."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import DataRequired

from app.files.field import SentField
from app.files.rules.media import ENDINGS, MediaType
from app.web.fields import Line
from app.web.form import Form

LONGEST_WORDS = 500
CAPTIONS = f".{MediaType.VTT}"
ACCEPT = ",".join(f".{ending}" for ending, kind in ENDINGS.items() if kind is not MediaType.VTT)
LIMITS = _l("Picture, PDF, document or text of at most 10 MB; film or sound (MP4, WebM, MP3, Ogg) of at most 500 MB.")


class FileForm(Form):
    """A file that is there: other words for it, or another file in its place."""

    file = SentField(_l("Another file in its place"), ACCEPT)
    words = Line(
        _l("Alternative text or name"),
        LONGEST_WORDS,
        _l("Please say in at most 500 characters what is to be seen, or what the file is called."),
        description=_l(
            "Of a picture: what is to be seen on it, for all who can’t see it. Of everything else: what it is called."
        ),
    )
    captions = SentField(
        _l("Captions"),
        CAPTIONS,
        description=_l("Only with film and sound: what is said, as a WebVTT file. It can be read as a transcript too."),
    )

    @property
    def values(self) -> dict[str, Any]:
        """What `actions.replace_file` and `actions.add_file` need."""
        return {"file": self.file.data, "captions": self.captions.data, "words": self.words.data}


class NewFileForm(FileForm):
    """A file to be added."""

    file = SentField(
        _l("File"),
        ACCEPT,
        description=LIMITS,
        validators=[DataRequired(_l("Please choose a file."))],
    )
