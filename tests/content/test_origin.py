"""Who wins when file and database differ."""

import datetime as dt

import pytest

from app.content.origin import Verdict, verdict
from app.content.report import Report
from app.courses.models import Course

EDITED = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("origin_hash", "edited_at", "expected"),
    [
        ("same", None, Verdict.SAME),
        ("old", None, Verdict.UPDATE),
        ("same", EDITED, Verdict.KEEP),
        ("old", EDITED, Verdict.CONFLICT),
        (None, EDITED, Verdict.CONFLICT),
    ],
)
def test_an_entry_that_was_edited_here_is_never_overwritten(origin_hash, edited_at, expected):
    assert verdict("same", Course(origin_hash=origin_hash, edited_at=edited_at)) is expected


def test_a_file_without_an_entry_is_added():
    assert verdict("same", None) is Verdict.ADD


def test_a_report_says_how_many_and_names_what_was_left_alone():
    report = Report("courses")
    report.note(Verdict.ADD, "a.md")
    report.note(Verdict.SAME, "b.md")
    report.note(Verdict.CONFLICT, "c.md")

    assert str(report) == "courses: 1 added, 1 unchanged, 1 edited here and in the file, left alone"
    assert report.left_alone == ["c.md: edited here and in the file, left alone"]
    assert (report.has_changes, Report("x").has_changes, str(Report("x"))) == (True, False, "x: nothing there")
