"""What a file may be: its ending, its media type, and the bytes by which it is recognised."""

import enum
import re
from collections.abc import Callable
from dataclasses import dataclass

from flask_babel import gettext as _

from app.errors import Refused
from app.files.rules.archive import check_archive
from app.files.rules.name import cleaned

MOST_BYTES = 10 * 1024 * 1024
FIELD = "file"
MARKUP = re.compile(rb"\A\s*<(?:[a-z!?/])", re.IGNORECASE)
END_OF_PDF = re.compile(rb"%%EOF[\s\x00]*\Z")
TAIL = 2048
UNPRINTABLE = frozenset(range(32)) - frozenset(b"\t\n\r\f")


@dataclass(frozen=True)
class Upload:
    """A file as it was sent; nobody has looked at it yet."""

    name: str
    content: bytes


class Type(enum.StrEnum):
    """What a file may be, named by its ending."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"
    TXT = "txt"
    CSV = "csv"

    @property
    def is_picture(self) -> bool:
        """Whether it is drawn anew before it is kept."""
        return self in (Type.PNG, Type.JPEG, Type.WEBP)

    @property
    def media_type(self) -> str:
        """What a browser is told."""
        return MEDIA_TYPES[self]


MEDIA_TYPES = {
    Type.PDF: "application/pdf",
    Type.PNG: "image/png",
    Type.JPEG: "image/jpeg",
    Type.WEBP: "image/webp",
    Type.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Type.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Type.ODT: "application/vnd.oasis.opendocument.text",
    Type.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Type.TXT: "text/plain",
    Type.CSV: "text/csv",
}
ENDINGS = {kind.value: kind for kind in Type} | {"jpg": Type.JPEG}
ACCEPT = ",".join(f".{ending}" for ending in ENDINGS)
"""For the browser's choice of files; what counts is `recognise`."""


@dataclass(frozen=True)
class Checked:
    """A file that is what its ending says."""

    name: str
    kind: Type
    content: bytes


def recognise(upload: Upload) -> Checked:
    """The file under its cleaned name; raises Refused where size, ending and content do not fit together."""
    name = cleaned(upload.name)
    kind = ENDINGS.get(name.rpartition(".")[2].lower()) if "." in name else None
    if kind is None:
        raise Refused(
            _("Lotse takes PDF, pictures (PNG, JPEG, WebP), documents of Word, Excel and LibreOffice, and plain text."),
            FIELD,
        )
    if not upload.content:
        raise Refused(_("The file is empty. Please choose another one."), FIELD)
    if len(upload.content) > MOST_BYTES:
        raise Refused(_("The file is larger than 10 MB. Please make it smaller, for example as a PDF."), FIELD)
    if not LOOKS_LIKE[kind](upload.content):
        raise Refused(
            _("The file is not what its ending says. Please save it anew in the program it comes from."), FIELD
        )
    if kind in PARTS:
        check_archive(upload.content, *PARTS[kind])
    return Checked(name, kind, upload.content)


def _is_pdf(content: bytes) -> bool:
    """Begins as one and ends as one: nothing else hangs on it."""
    return content.startswith(b"%PDF-") and END_OF_PDF.search(content[-TAIL:]) is not None


def _is_webp(content: bytes) -> bool:
    return content.startswith(b"RIFF") and content[8:12] == b"WEBP"


def _is_text(content: bytes) -> bool:
    """Words and nothing else: no program, no page for a browser, no other kind of file under a harmless ending."""
    if any(looks(content) for kind, looks in LOOKS_LIKE.items() if looks is not _is_text and kind not in PARTS):
        return False
    marked = content.removeprefix(b"\xef\xbb\xbf")
    return not MARKUP.match(marked) and not content.startswith(b"%PDF") and UNPRINTABLE.isdisjoint(content)


def _begins(magic: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(magic)


_is_zip = _begins(b"PK\x03\x04")
LOOKS_LIKE: dict[Type, Callable[[bytes], bool]] = {
    Type.PDF: _is_pdf,
    Type.PNG: _begins(b"\x89PNG\r\n\x1a\n"),
    Type.JPEG: _begins(b"\xff\xd8\xff"),
    Type.WEBP: _is_webp,
    Type.DOCX: _is_zip,
    Type.XLSX: _is_zip,
    Type.ODT: _is_zip,
    Type.ODS: _is_zip,
    Type.TXT: _is_text,
    Type.CSV: _is_text,
}
PARTS = {
    Type.DOCX: ("[Content_Types].xml", "word/document.xml", None),
    Type.XLSX: ("[Content_Types].xml", "xl/workbook.xml", None),
    Type.ODT: ("mimetype", "content.xml", MEDIA_TYPES[Type.ODT]),
    Type.ODS: ("mimetype", "content.xml", MEDIA_TYPES[Type.ODS]),
}
"""The first part of an office document, the one that holds its text, and what the first one says (if it matters)."""
