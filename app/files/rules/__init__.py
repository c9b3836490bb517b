"""What a file may be called, what it may be, and what an archive may hold."""

from app.files.rules.archive import check_archive
from app.files.rules.media import MediaType, transcript
from app.files.rules.name import cleaned
from app.files.rules.types import ACCEPT, MOST_BYTES, Checked, Type, Upload, recognise

__all__ = [
    "ACCEPT",
    "MOST_BYTES",
    "Checked",
    "MediaType",
    "Type",
    "Upload",
    "check_archive",
    "cleaned",
    "recognise",
    "transcript",
]
