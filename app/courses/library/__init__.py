"""content/courses → courses and units."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from app.content.report import Report
from app.content.source import Problem
from app.courses.library import checking, courses, files, units
from app.courses.library.checking import Surroundings, problems_of
from app.courses.library.files import (
    FileText,
    Stored,
    captions_of,
    examined,
    is_same,
    media,
    media_of,
    missing_captions,
    stored_files,
)
from app.courses.library.folder import read_texts
from app.courses.library.reading import CourseText, Reading, read_files
from app.courses.models import Course

__all__ = [
    "CourseText",
    "FileText",
    "Reading",
    "Stored",
    "Surroundings",
    "apply",
    "captions_of",
    "examined",
    "is_same",
    "media",
    "media_of",
    "missing_captions",
    "problems_of",
    "publish",
    "read",
    "read_files",
    "read_texts",
    "stored_files",
]


def read(
    root: Path, highest_levels: Mapping[str, int], qualifications: Collection[str] = ()
) -> tuple[Reading, list[Problem]]:
    """The files in the content folder, and what is wrong with those that can't be taken over.

    `highest_levels` names the competences that outcomes may refer to, and the top of their scale,
    `qualifications` the keys of those that a course may grant, renew or require.
    """
    reading, problems = read_files(root)
    return reading, sorted({*problems, *checking.problems(reading, highest_levels, qualifications)})


def apply(reading: Reading, now: dt.datetime) -> Report:
    """Take the files over; what was edited here is left alone, what is gone is retired, nothing is deleted."""
    report = Report("Courses and units")
    rows = courses.apply(reading, now, report)
    units.apply(reading, rows, now, report)
    courses.derive(rows)
    following = [course for course in reading.courses if rows[course.slug].edited_at is None]
    gone = [row for row in rows.values() if row.retired_at is not None and row.edited_at is None]
    files.apply({row.id: {} for row in gone} | {rows[course.slug].id: course.files for course in following}, report)
    return report


def publish(course: CourseText, shown: Iterable[Stored], now: dt.datetime) -> Course:
    """Let the catalogue offer this course as its text has it, with these files; progress stays with its units' keys."""
    row = courses.publish(course, now)
    units.publish(course, row, now)
    files.publish(row.id, shown)
    courses.derive({row.slug: row})
    return row
