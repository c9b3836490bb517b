"""content/pages/<language>/<slug>.md → static pages."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sqlalchemy import select

from app.content.origin import CHANGES, Verdict, verdict
from app.content.report import Report
from app.content.source import BadContent, Problem, Source, read_each
from app.db import db
from app.pages.models import StaticPage
from app.text.markdown import TooLong, to_html


@dataclass(frozen=True)
class PageText:
    """One file, read and in order."""

    source: Source
    slug: str
    language: str
    title: str
    body_html: str

    @property
    def address(self) -> str:
        """Where the page is, in each language."""
        return f"/pages/{self.slug}"


Reading = tuple[PageText, ...]


def read(root: Path) -> tuple[Reading, list[Problem]]:
    """The pages in the content folder, and what is wrong with those that can't be taken over."""
    texts, problems = read_each(root, "pages/[a-z][a-z]/*.md", _text)
    _, misplaced = read_each(root, "pages/*.md", _misplaced)
    return texts, [*problems, *misplaced]


def apply(reading: Reading, now: dt.datetime) -> Report:
    """Take the pages over; a page that was edited here is left alone, one whose file is gone goes too."""
    known = {page.origin: page for page in db.session.scalars(select(StaticPage)) if page.origin}
    report = Report("pages")
    for text in reading:
        page = known.pop(text.source.path, None)
        if report.note(verdict(text.source.hash, page), text.source.path) in CHANGES:
            _write(text, page)
    for page in known.values():
        if page.edited_at is None:
            db.session.delete(page)
            report.note(Verdict.RETIRE, page.origin)
    db.session.flush()
    return report


def _write(text: PageText, page: StaticPage | None) -> None:
    page = page or StaticPage(origin=text.source.path)
    page.slug, page.language, page.title = text.slug, text.language, text.title
    page.body_html, page.origin_hash = text.body_html, text.source.hash
    db.session.add(page)


def _text(source: Source) -> PageText:
    path = PurePosixPath(source.path)
    return PageText(
        source=source,
        slug=path.stem,
        language=path.parent.name,
        title=source.text("title"),
        body_html=_html(source),
    )


def _html(source: Source) -> str:
    try:
        return to_html(source.body)
    except (TooLong, RecursionError) as error:
        raise BadContent(source.problem("the text is too long or nested too deeply")) from error


def _misplaced(source: Source) -> None:
    raise BadContent(source.problem("a page lies in the folder of its language, such as pages/de"))
