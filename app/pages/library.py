"""content/pages/<language>/<slug>.md → static pages."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sqlalchemy import select

from app.content.origin import Verdict, verdict
from app.content.report import Report
from app.content.source import Problem, Source, read_each
from app.db import db
from app.pages.models import StaticPage
from app.text.markdown import to_html


@dataclass(frozen=True)
class PageText:
    """One file, read and in order."""

    origin: str
    hash: str
    slug: str
    language: str
    title: str
    body_html: str


Reading = tuple[PageText, ...]
CHANGES = frozenset({Verdict.ADD, Verdict.UPDATE})


def read(root: Path) -> tuple[Reading, list[Problem]]:
    """The pages in the content folder, and what is wrong with those that can't be taken over."""
    return read_each(root, "pages/[a-z][a-z]/*.md", _text)


def apply(reading: Reading, now: dt.datetime) -> Report:
    """Take the pages over; a page that was edited here is left alone, one whose file is gone goes too."""
    known = {page.origin: page for page in db.session.scalars(select(StaticPage)) if page.origin}
    report = Report("pages")
    for text in reading:
        page = known.pop(text.origin, None)
        if report.note(verdict(text.hash, page), text.origin) in CHANGES:
            _write(text, page)
    for page in known.values():
        if page.edited_at is None:
            db.session.delete(page)
            report.note(Verdict.RETIRE, page.origin)
    db.session.flush()
    return report


def _write(text: PageText, page: StaticPage | None) -> None:
    page = page or StaticPage(origin=text.origin)
    page.slug, page.language, page.title = text.slug, text.language, text.title
    page.body_html, page.origin_hash = text.body_html, text.hash
    db.session.add(page)


def _text(source: Source) -> PageText:
    path = PurePosixPath(source.path)
    return PageText(
        origin=source.path,
        hash=source.hash,
        slug=path.stem,
        language=path.parent.name,
        title=source.text("title"),
        body_html=to_html(source.body),
    )
