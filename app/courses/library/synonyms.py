"""content/synonyms.md → the words that mean the same in the catalogue's search."""

from pathlib import Path

from sqlalchemy import select

from app.content.origin import CHANGES, verdict
from app.content.report import Report
from app.content.source import BadContent, Problem, Source, read_each
from app.courses.models import Synonyms
from app.courses.rules import BadLine, groups
from app.db import db


def read(root: Path) -> tuple[tuple[Source, ...], list[Problem]]:
    """The list in the content folder, if there is one, and the line that is no group of words."""
    return read_each(root, "synonyms.md", _checked)


def apply(sources: tuple[Source, ...]) -> Report:
    """Take the list over, unless it was edited here."""
    report = Report("Synonyms")
    for source in sources:
        row = db.session.scalars(select(Synonyms)).one_or_none()
        if report.note(verdict(source.hash, row), source.path) in CHANGES:
            row = row or Synonyms(origin=source.path)
            row.text, row.origin_hash = source.body.strip(), source.hash
            db.session.add(row)
    db.session.flush()
    return report


def _checked(source: Source) -> Source:
    try:
        groups(source.body)
    except BadLine as bad:
        line = source.body_line + bad.number - 1
        raise BadContent(Problem(source.path, line, "a line needs two words or more with = between them")) from bad
    return source
