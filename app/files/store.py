"""The folder where the bytes of files lie: outside of what is served, each under a random name.

Bytes are there before their row is saved, and go after it is gone. What an undone change or a crash leaves behind is
found by `names` and swept away.
"""

import datetime as dt
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from flask import current_app
from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from app.db import db

NAME = re.compile(r"[0-9a-f]{32}")
NEW, GONE = "lotse.files.new", "lotse.files.gone"


def write(content: bytes | Path) -> str:
    """Lay bytes down safely, or a copy of a file; returns their name.

    They go again if the change they belong to is undone.
    """
    name = secrets.token_hex(16)
    path = path_of(name)
    _folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    path.parent.mkdir(exist_ok=True, mode=0o700)
    unfinished = path.with_suffix(".part")
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        if isinstance(content, Path):
            with content.open("rb") as source:
                shutil.copyfileobj(source, file)
        else:
            file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
    _sync_folder(path.parent)
    db.session.info.setdefault(NEW, set()).add(name)
    return name


def remove_after_commit(name: str) -> None:
    """Let the bytes go as soon as it is saved that they are no longer wanted."""
    db.session.info.setdefault(GONE, set()).add(name)


def remove(name: str) -> None:
    """Let the bytes go now; twice is no error."""
    path_of(name).unlink(missing_ok=True)


def path_of(name: str) -> Path:
    """Where these bytes lie; a name that the store didn't give is refused."""
    if not NAME.fullmatch(name):
        raise ValueError("this is no name of a stored file")
    return _folder() / name[:2] / name


def names(before: dt.datetime) -> Iterator[str]:
    """The names of all bytes that were laid down before this moment, and of what was left unfinished."""
    for path in sorted(_folder().glob("[0-9a-f][0-9a-f]/*")):
        if path.stat().st_mtime < before.timestamp():
            if path.suffix == ".part":
                path.unlink(missing_ok=True)
            elif NAME.fullmatch(path.name):
                yield path.name


def _folder() -> Path:
    return Path(current_app.config["FILES"])


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@event.listens_for(Session, "after_commit")
def _settle(session: Session) -> None:
    if session.in_nested_transaction():
        return
    session.info.pop(NEW, None)
    for name in session.info.pop(GONE, ()):
        remove(name)


@event.listens_for(Session, "after_soft_rollback")
def _undo(session: Session, undone: SessionTransaction) -> None:
    """What was to go stays; what was new goes with the whole change. After a part of it, the sweep finds it."""
    session.info.pop(GONE, None)
    if not undone.nested:
        for name in session.info.pop(NEW, ()):
            remove(name)
