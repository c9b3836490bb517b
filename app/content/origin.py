"""Where an entry came from, and who wins when file and database differ (R33)."""

import enum

from sqlalchemy.orm import Mapped, mapped_column

from app.db import UtcDateTime


class Origin:
    """Columns of an entry that may have come from a file; the database is the truth, the file its origin."""

    origin: Mapped[str | None] = mapped_column(unique=True)
    origin_hash: Mapped[str | None]
    edited_at: Mapped[UtcDateTime | None]


class Verdict(enum.StrEnum):
    """What a sync does with an entry."""

    ADD = "added"
    UPDATE = "updated"
    RETIRE = "no longer in the files, retired"
    SAME = "unchanged"
    KEEP = "edited here, left alone"
    CONFLICT = "edited here and in the file, left alone"


CHANGES = frozenset({Verdict.ADD, Verdict.UPDATE})
"""Verdicts after which the entry says what the file says."""
LEFT_ALONE = frozenset({Verdict.KEEP, Verdict.CONFLICT})
"""Verdicts after which the entry stays as somebody left it in the browser."""


def verdict(file_hash: str, entry: Origin | None) -> Verdict:
    """What a sync does with a file of this hash and the entry that came from it, if any."""
    if entry is None:
        return Verdict.ADD
    is_same = entry.origin_hash == file_hash
    if entry.edited_at is None:
        return Verdict.SAME if is_same else Verdict.UPDATE
    return Verdict.KEEP if is_same else Verdict.CONFLICT
