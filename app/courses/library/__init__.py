"""content/courses → courses and units."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from app.content.report import Report
from app.content.source import Problem
from app.courses.library import checking, courses, units
from app.courses.library.reading import Reading, read_files


def read(root: Path, highest_levels: Mapping[str, int]) -> tuple[Reading, list[Problem]]:
    """The files in the content folder, and what is wrong with those that can't be taken over.

    `highest_levels` names the competences that outcomes may refer to, and the top of their scale.
    """
    reading, problems = read_files(root)
    return reading, sorted({*problems, *checking.problems(reading, highest_levels)})


def apply(reading: Reading, now: dt.datetime) -> Report:
    """Take the files over; what was edited here is left alone, what is gone is retired, nothing is deleted."""
    report = Report("Courses and units")
    rows = courses.apply(reading, now, report)
    units.apply(reading, rows, now, report)
    courses.derive(rows)
    return report
