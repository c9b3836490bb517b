"""Keeping a file, letting it go, and sweeping what nobody needs any more."""

import datetime as dt
from itertools import islice

from sqlalchemy import ColumnElement, exists, select

from app import clock
from app.db import Base, db
from app.files import store
from app.files.models import StoredFile
from app.files.pictures import redrawn
from app.files.rules import Upload, recognise

LEFT_ALONE = dt.timedelta(hours=1)
"""How old bytes without a row must be before they are swept: a change may still be on its way."""
AT_ONCE = 500


def keep(upload: Upload, person_id: int) -> StoredFile:
    """Check a file and keep it as one about this person; raises Refused where it is not in order."""
    checked = recognise(upload)
    content = redrawn(checked) if checked.kind.is_picture else checked.content
    row = StoredFile(
        person_id=person_id,
        name=checked.name,
        kind=checked.kind,
        size=len(content),
        stored_as=store.write(content),
        added_at=clock.now(),
    )
    db.session.add(row)
    db.session.flush()
    return row


def discard(file: StoredFile) -> None:
    """Let a file go: its row with the change, its bytes as soon as the change is saved."""
    store.remove_after_commit(file.stored_as)
    db.session.delete(file)
    db.session.flush()


def release(stored_as: str) -> None:
    """Let bytes go with the change, unless a row still names them; call it after the row that named them."""
    db.session.flush()
    if not any(db.session.scalar(select(exists().where(column == stored_as))) for column in _holding()):
        store.remove_after_commit(stored_as)


def sweep() -> int:
    """Remove the bytes that no row names, as an undone change or a crash leaves them; returns how many."""
    swept = 0
    found = store.names(clock.now() - LEFT_ALONE)
    while names := list(islice(found, AT_ONCE)):
        known = {name for column in _holding() for name in db.session.scalars(select(column).where(column.in_(names)))}
        for name in set(names) - known:
            store.remove(name)
            swept += 1
    return swept


def _holding() -> list[ColumnElement[str]]:
    """In every table the column that names bytes of the store."""
    return [table.c.stored_as for table in Base.metadata.sorted_tables if "stored_as" in table.c]
