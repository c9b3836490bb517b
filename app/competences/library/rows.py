"""How rows follow their files."""

from collections.abc import Collection, Mapping
from typing import Any

from app.competences.library.texts import Text
from app.content.origin import LEFT_ALONE, Origin, Verdict, verdict
from app.content.report import Report
from app.db import db


def free_moved_origins(rows: Mapping[Any, Origin], texts: Mapping[Any, Text]) -> None:
    """Forget the file of every row that lies in another file now, so that two files may swap their names."""
    for name, row in rows.items():
        if name in texts and row.origin != texts[name].origin and row.edited_at is None:
            row.origin = None
    db.session.flush()


def follow(row: Origin, text: Text, report: Report) -> bool:
    """Count what happens to the row, and say whether the file's values are to be written to it."""
    is_new = row not in db.session
    is_back = getattr(row, "retired_at", None) is not None
    found = Verdict.ADD if is_new else verdict(text.hash, row)
    report.note(Verdict.UPDATE if found is Verdict.SAME and is_back else found, text.origin)
    if found in LEFT_ALONE:
        return False
    row.origin, row.origin_hash = text.origin, text.hash
    if is_new:
        db.session.add(row)
    return True


def is_gone(name: object, row: Origin, kept: Collection[object], report: Report, *, is_retired: bool) -> bool:
    """Whether to retire a row: its file is gone, and nobody edited the row here; counts it."""
    if row.origin is None or is_retired or name in kept:
        return False
    report.note(Verdict.KEEP if row.edited_at else Verdict.RETIRE, row.origin)
    return row.edited_at is None
