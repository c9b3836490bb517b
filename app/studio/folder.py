"""What the content folder says of a course that was published here: the two can part ways, and neither overwrites."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from flask import current_app
from sqlalchemy import select

from app.content.source import plain
from app.courses.library import is_same
from app.courses.models import MARK, Course, Unit
from app.db import db
from app.studio.models import Edition, EditionFile
from app.studio.rules import COURSE_FILE, EditionState


@dataclass(frozen=True)
class Folder:
    """The folder of a course: its texts, and the marks of its other files as an edition would have them.

    `is_changed`: a text is another one than it was when the files were last taken over.
    """

    texts: Mapping[str, str]
    marks: Mapping[str, str]
    is_changed: bool = False


def root() -> Path:
    """The content folder."""
    return Path(current_app.config["CONTENT_FOLDER"])


def parted(edition: Edition) -> Folder | None:
    """The folder of this course, where the edition was published here and says something else; two statements."""
    if edition.state is not EditionState.PUBLISHED or not _home(edition).joinpath(COURSE_FILE).is_file():
        return None
    if db.session.scalar(select(Course.edited_at).where(Course.slug == edition.slug)) is None:
        return None
    folder = _read(edition)
    if folder is None or (folder.texts == edition.texts and folder.marks == edition.marks):
        return None
    return replace(folder, is_changed=_is_changed(edition.slug, folder))


def _is_changed(slug: str, folder: Folder) -> bool:
    units = select(Unit.origin_hash).join(Unit.course).where(Course.slug == slug)
    known = set(db.session.scalars(select(Course.origin_hash).where(Course.slug == slug).union_all(units)))
    return any(hashlib.sha256(text.encode()).hexdigest() not in known for text in folder.texts.values())


def _home(edition: Edition) -> Path:
    return root() / "courses" / edition.slug


def _read(edition: Edition) -> Folder | None:
    """None where a text can't be read; a sync names it."""
    home, kept = _home(edition), {file.name: file for file in edition.files}
    try:
        texts = {
            path.relative_to(home).as_posix(): plain(path.read_text("utf-8"))
            for path in (home / COURSE_FILE, *home.glob("units/*.md"))
        }
        marks = {path.name: _mark(path, kept.get(path.name)) for path in home.glob("files/*") if path.is_file()}
    except (OSError, UnicodeDecodeError):
        return None
    return Folder(texts, marks)


def _mark(path: Path, row: EditionFile | None) -> str:
    with path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return row.mark if row is not None and is_same(row, digest) else digest[:MARK]
