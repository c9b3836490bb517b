"""Unpacking an archive that was sent: nothing is written before its list was looked at."""

import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from flask_babel import gettext as _

from app.errors import Refused
from app.files.rules.archive import BROKEN, CHUNK, MOST_ENTRIES, is_sane

MOST_UNPACKED = 2 * 1024**3
LONGEST_LINE = 512
"""What one entry may take in the list of an archive, on the average."""
END = struct.Struct("<4s4H2LH")
END_MARK, LONG_MARK = b"PK\x05\x06", b"PK\x06\x07"
LONG_END = 20
FIELD = "file"


def unpack(archive: Path, folder: Path, belongs: Callable[[str], bool]) -> list[str]:
    """Write what belongs there into a folder; returns the names of all else. Raises Refused where it is no sane ZIP."""
    try:
        _look_at_end(archive)
        with zipfile.ZipFile(archive) as opened:
            entries = opened.infolist()
            if not is_sane(entries, MOST_UNPACKED):
                raise Refused(_("The ZIP holds far too much, or leads to strange places. Lotse can’t take it."), FIELD)
            files = [entry for entry in entries if not entry.is_dir()]
            for entry in files:
                if belongs(entry.filename):
                    _write(opened, entry, folder / entry.filename)
    except BROKEN as error:
        raise _no_zip() from error
    return [entry.filename for entry in files if not belongs(entry.filename)]


def _look_at_end(archive: Path) -> None:
    """Refuse a list of entries that would be long to read, before it is read; and whatever stands behind it."""
    with archive.open("rb") as file:
        size = archive.stat().st_size
        file.seek(max(size - END.size - LONG_END, 0))
        tail = file.read()
    if len(tail) < END.size:
        raise _no_zip()
    mark, _disks, _here, _all, entries, length, _start, comment = _end(tail)
    if mark != END_MARK or comment or tail[: -END.size].startswith(LONG_MARK):
        raise _no_zip()
    if entries > MOST_ENTRIES or length > MOST_ENTRIES * LONGEST_LINE:
        raise Refused(_("The ZIP holds more than %(most)s files. Please divide it.", most=MOST_ENTRIES), FIELD)


def _end(tail: bytes) -> tuple[bytes, int, int, int, int, int, int, int]:
    mark, disk, first, here, entries, length, start, comment = END.unpack(tail[-END.size :])
    return mark, disk, first, here, entries, length, start, comment


def _write(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with opened.open(entry) as part, path.open("xb") as file:
        shutil.copyfileobj(part, file, CHUNK)


def _no_zip() -> Refused:
    return Refused(_("This is no ZIP file that Lotse can read. Please pack it anew, without a password."), FIELD)
