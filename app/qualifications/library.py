"""content/qualifications/*.md → qualifications."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sqlalchemy import select

from app.content.fields import Fields
from app.content.origin import LEFT_ALONE, Verdict, verdict
from app.content.report import Report
from app.content.sentences import said
from app.content.source import Problem, Source, read_all
from app.db import db
from app.qualifications.models import Qualification
from app.qualifications.rules import MOST_MONTHS
from app.text.markdown import TooLong, to_html

ENTRIES = ("title", "title_en", "valid_months")


@dataclass(frozen=True)
class QualificationText:
    """One file, read and in order; its name is the key."""

    source: Source
    key: str
    title: str
    title_en: str
    valid_months: int | None
    body_html: str


Reading = tuple[QualificationText, ...]


def read(root: Path) -> tuple[Reading, list[Problem]]:
    """The qualifications in the content folder, and what is wrong with those that can't be taken over."""
    sources, problems = read_all(root, "qualifications/*.md")
    return tuple(_text(source, problems) for source in sources), problems


def apply(reading: Reading, now: dt.datetime) -> Report:
    """Take them over; one whose file is gone is retired: nobody acquires it any more, whoever holds it still does."""
    report = Report("qualifications")
    rows = {row.key: row for row in db.session.scalars(select(Qualification))}
    for text in reading:
        row = rows.pop(text.key, None)
        found = verdict(text.source.hash, row)
        if row is not None and row.retired_at and found is Verdict.SAME:
            found = Verdict.UPDATE
        if report.note(found, text.source.path) not in LEFT_ALONE:
            _write(text, row or Qualification(key=text.key))
    for row in rows.values():
        if row.origin is not None and row.edited_at is None and row.retired_at is None:
            row.retired_at = now
            report.note(Verdict.RETIRE, row.origin)
    db.session.flush()
    return report


def _write(text: QualificationText, row: Qualification) -> None:
    row.title, row.title_en, row.valid_months = text.title, text.title_en, text.valid_months
    row.body_html, row.retired_at = text.body_html, None
    row.origin, row.origin_hash = text.source.path, text.source.hash
    db.session.add(row)


def _text(source: Source, problems: list[Problem]) -> QualificationText:
    fields = Fields(source)
    fields.only(ENTRIES)
    months = None
    if source.meta.get("valid_months") is not None:
        months = fields.number("valid_months", lowest=1, highest=MOST_MONTHS)
    try:
        body_html = to_html(source.body)
    except (TooLong, RecursionError):
        fields.refuse(said("the text is too long or nested too deeply"))
        body_html = ""
    key = PurePosixPath(source.path).stem
    found = QualificationText(source, key, fields.text("title"), fields.text("title_en"), months, body_html)
    problems.extend(fields.problems)
    return found
