"""content/courses → editions: what the files say is an edition like any other, so that it can be changed here."""

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from app.content.source import Source
from app.courses.library import CourseText, Reading
from app.courses.models import Course, Unit
from app.db import db
from app.studio.models import Edition, Part
from app.studio.rules import EditionState
from app.text.folding import shadow


def catch_up(reading: Reading) -> None:
    """Where the files have become what was published here, they are the origin again; before they are taken over."""
    shown = _shown()
    for course in reading.courses:
        edition = shown.get(course.slug)
        if edition is not None and edition.texts == _texts(course):
            _follow_files(course)


def keep(reading: Reading, now: dt.datetime) -> None:
    """After the files were taken over: an edition of each course that says what they say, where there is none yet."""
    left_alone = set(db.session.scalars(select(Course.slug).where(Course.edited_at.is_not(None))))
    numbers = dict(db.session.execute(select(Edition.slug, func.max(Edition.number)).group_by(Edition.slug)).all())
    shown = _shown()
    delivered = {course.slug: course for course in reading.courses}
    for slug, edition in shown.items():
        if slug not in left_alone and (slug not in delivered or edition.texts != _texts(delivered[slug])):
            edition.state = EditionState.RETIRED
    db.session.flush()
    for slug, course in delivered.items():
        is_kept = slug in shown and shown[slug].state is EditionState.PUBLISHED
        if slug not in left_alone and not is_kept:
            db.session.add(_edition(course, numbers.get(slug, 0) + 1, now))
    db.session.flush()


def _shown() -> dict[str, Edition]:
    query = select(Edition).where(Edition.state == EditionState.PUBLISHED).options(selectinload(Edition.parts))
    return {edition.slug: edition for edition in db.session.scalars(query)}


def _edition(course: CourseText, number: int, now: dt.datetime) -> Edition:
    parts = [Part(path=path, text=text, revision=0, changed_at=now) for path, text in _texts(course).items()]
    title = str(course.values["title"])
    return Edition(
        slug=course.slug,
        number=number,
        state=EditionState.PUBLISHED,
        title=title,
        search_title=shadow(title),
        parts=parts,
        changed_at=now,
        published_at=now,
    )


def _texts(course: CourseText) -> dict[str, str]:
    """The files of a course by their place in its folder."""
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
