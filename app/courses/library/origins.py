"""Which file a row belongs to: files swap names, move and go; rows are kept by their key."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import inspect

from app.content.origin import Origin, Verdict
from app.content.report import Report
from app.courses.models import Course, Unit
from app.db import db


def release_origins(rows: Collection[Course | Unit], paths: dict[str, str], name: str) -> None:
    """Free the paths that another entry has now, so that two files may swap their names."""
    taken = {path: key for key, path in paths.items()}
    for row in rows:
        if row.origin is not None and taken.get(row.origin, getattr(row, name)) != getattr(row, name):
            row.origin = None
    db.session.flush()


def retire(rows: Collection[Course | Unit], keys: set[str], name: str, now: dt.datetime, report: Report) -> None:
    """Retire what came from a file that is gone; what was edited here is left alone, and what has no file stays."""
    for row in rows:
        if row.origin_hash is None or row.retired_at is not None or getattr(row, name) in keys:
            continue
        if report.note(Verdict.KEEP if row.edited_at else Verdict.RETIRE, row.origin) is Verdict.RETIRE:
            row.retired_at = now


def changed(row: Origin, found: Verdict) -> Verdict:
    """The verdict, or that a row with an unchanged file was updated: it had been retired, or its file was moved."""
    is_moved = found is Verdict.SAME and any(
        attribute.history.has_changes() for attribute in inspect(row, raiseerr=True).attrs
    )
    return Verdict.UPDATE if is_moved else found
