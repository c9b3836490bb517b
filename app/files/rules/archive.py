"""What an archive may hold: office documents are ZIP files, and a ZIP file can be a trap."""

import io
import re
import stat
import zipfile
import zlib

from flask_babel import gettext as _

from app.errors import Refused

MOST_ENTRIES = 2000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_RATIO = 100
FREE_OF_RATIO = 64 * 1024
"""A part this small harms nobody, however well it was packed."""
CHUNK = 64 * 1024
FIELD = "file"
DRIVE = re.compile(r"[A-Za-z]:")
MACROS = re.compile(r"vbaproject|(?:^|/)(?:Basic|Scripts)/", re.IGNORECASE)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def check_archive(content: bytes, first: str, main: str, says: str | None) -> None:
    """Raise Refused unless this is the office document with these parts, and unpacks to something of sane size."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if not is_sane(entries):
                raise Refused(_("The file unpacks to far too much, or to strange places. Lotse can’t take it."), FIELD)
            _refuse_macros(entries)
            is_right = {first, main} <= {entry.filename for entry in entries} and _begins_at_the_start(archive)
            if not is_right or (says and archive.read(first)[:200].decode("ascii", "replace").strip() != says):
                raise _strange()
            for entry in entries:
                _unpack(archive, entry)
    except BROKEN as error:
        raise _strange() from error


def is_sane(entries: list[zipfile.ZipInfo], most_unpacked: int = MOST_UNPACKED) -> bool:
    """Whether these entries unpack to something of sane size, each to a place of its own inside the archive."""
    return (
        len(entries) <= MOST_ENTRIES
        and sum(entry.file_size for entry in entries) <= most_unpacked
        and all(_has_sane_ratio(entry) for entry in entries)
        and all(_stays_inside(entry) for entry in entries)
        and len({entry.filename.casefold() for entry in entries}) == len(entries)
    )


def _strange() -> Refused:
    return Refused(_("The file is not what its ending says. Please save it anew in the program it comes from."), FIELD)


def _refuse_macros(entries: list[zipfile.ZipInfo]) -> None:
    if any(MACROS.search(entry.filename) for entry in entries):
        raise Refused(_("The document contains macros. Please save it without them, or as a PDF."), FIELD)


def _has_sane_ratio(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size <= max(FREE_OF_RATIO, MOST_RATIO * entry.compress_size)


def _stays_inside(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is a plain file of the archive: no link, no way up, no drive, no cut-off name."""
    name = entry.orig_filename
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    way_out = name.startswith("/") or "\\" in name or "\x00" in name or DRIVE.match(name)
    return not is_link and not way_out and ".." not in name.split("/")


def _begins_at_the_start(archive: zipfile.ZipFile) -> bool:
    """Whether nothing stands before the first entry and nothing after the last: no second file hides here."""
    return min(entry.header_offset for entry in archive.infolist()) == 0 and not archive.comment


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Read an entry to its end: what lies about its size or overlaps another one is found out here."""
    with archive.open(entry) as part:
        while part.read(CHUNK):
            pass
