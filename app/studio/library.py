"""content/courses → editions: what the files say is an edition like any other, so that it can be changed here."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from app.content.source import Source
from app.courses.library import CourseText, Reading, Stored, is_same
from app.courses.models import Course, CourseFile, Unit
from app.db import db
from app.studio.models import Edition, EditionFile, Part
from app.studio.rules import EditionState, changed_names
from app.text.folding import shadow


def catch_up(reading: Reading) -> None:
    """Where the files have become what was published here, they are the origin again; before they are taken over."""
    shown = _shown()
    for course in reading.courses:
        edition = shown.get(course.slug)
        if edition is not None and says_the_same(edition, course):
            _follow_files(course)


def keep(reading: Reading, now: dt.datetime) -> None:
    """After the files were taken over: an edition of each course that says what they say, where there is none yet."""
    left_alone = set(db.session.scalars(select(Course.slug).where(Course.edited_at.is_not(None))))
    numbers = dict(db.session.execute(select(Edition.slug, func.max(Edition.number)).group_by(Edition.slug)).all())
    shown = _shown()
    delivered = {course.slug: course for course in reading.courses}
    for slug, edition in shown.items():
        if slug not in left_alone and not (slug in delivered and says_the_same(edition, delivered[slug])):
            edition.state = EditionState.RETIRED
    db.session.flush()
    files = _files()
    for slug, course in delivered.items():
        is_kept = slug in shown and shown[slug].state is EditionState.PUBLISHED
        if slug not in left_alone and not is_kept:
            db.session.add(_edition(course, files.get(slug, []), numbers.get(slug, 0) + 1, now))
    db.session.flush()


def _shown() -> dict[str, Edition]:
    query = select(Edition).where(Edition.state == EditionState.PUBLISHED)
    query = query.options(selectinload(Edition.parts), selectinload(Edition.files))
    return {edition.slug: edition for edition in db.session.scalars(query)}


def _files() -> dict[str, list[CourseFile]]:
    """The files of all courses that have some."""
    found: dict[str, list[CourseFile]] = {}
    for slug, file in db.session.execute(select(Course.slug, CourseFile).join(CourseFile.course)):
        found.setdefault(slug, []).append(file)
    return found


def _edition(course: CourseText, files: list[CourseFile], number: int, now: dt.datetime) -> Edition:
    parts = [Part(path=path, text=text, revision=0, changed_at=now) for path, text in texts_of(course).items()]
    title = str(course.values["title"])
    return Edition(
        slug=course.slug,
        number=number,
        state=EditionState.PUBLISHED,
        title=title,
        search_title=shadow(title),
        parts=parts,
        files=copies(file for file in files if file.name in course.files),
        changed_at=now,
        published_at=now,
    )


def says_the_same(edition: Edition, course: CourseText) -> bool:
    """Whether an edition is this folder: its texts letter by letter, and its files."""
    return not differences(edition, course)


def differences(edition: Edition, course: CourseText) -> list[str]:
    """The files that an edition and a folder do not have alike, by their place there."""
    kept = {file.name: file for file in edition.files}
    files = [
        f"files/{name}"
        for name in sorted({*kept, *course.files})
        if name not in kept or name not in course.files or not is_same(kept[name], course.files[name].digest)
    ]
    return [*changed_names(edition.texts, texts_of(course)), *files]


def copies(files: Iterable[Stored]) -> list[EditionFile]:
    """The same files for another edition; the bytes lie there once."""
    return [
        EditionFile(
            name=file.name,
            words=file.words if isinstance(file, EditionFile) else "",
            kind=file.kind,
            size=file.size,
            digest=file.digest,
            stored_as=file.stored_as,
        )
        for file in files
    ]


def texts_of(course: CourseText) -> dict[str, str]:
    """The text files of a course by their place in its folder."""
    return {_within(source): source.whole for source in Reading((course,)).sources}


def _within(source: Source) -> str:
    return source.path.split("/", 2)[2]


def _follow_files(course: CourseText) -> None:
    row = db.session.scalar(select(Course).where(Course.slug == course.slug, Course.edited_at.is_not(None)))
    if row is None:
        return
    row.edited_at, row.origin_hash = None, course.source.hash
    hashes = {unit.key: unit.source.hash for unit in course.units}
    for unit in db.session.scalars(select(Unit).where(Unit.course_id == row.id)):
        unit.edited_at = None
        unit.origin_hash = hashes.get(unit.key, unit.origin_hash)
