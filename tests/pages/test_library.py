"""Pages from files."""

import pytest
from sqlalchemy import select

from app import clock
from app.content.origin import Verdict
from app.db import db
from app.pages import library
from app.pages.models import StaticPage


@pytest.fixture
def folder(tmp_path):
    for language, title in (("de", "Hilfe"), ("en", "Help")):
        path = tmp_path / "pages" / language / "help.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"---\ntitle: {title}\n---\nEin [Link](/courses) und **fett**.\n", encoding="utf-8")
    return tmp_path


def take_over(folder):
    reading, problems = library.read(folder)
    assert problems == []
    return library.apply(reading, clock.now())


def titles():
    return sorted(db.session.scalars(select(StaticPage.title)))


def test_the_pages_of_the_product_are_in_order():
    reading, problems = library.read(library.Path(__file__).parents[2] / "content")

    assert problems == []
    assert {text.slug for text in reading if text.language == "de"} == {
        text.slug for text in reading if text.language == "en"
    }


def test_apply_adds_each_page_in_its_language(context, folder):
    report = take_over(folder)

    page = db.session.scalars(select(StaticPage).where(StaticPage.language == "en")).one()
    assert report.counts == {Verdict.ADD: 2}
    assert (page.slug, page.title, page.origin) == ("help", "Help", "pages/en/help.md")
    assert page.body_html == (
        '<p>Ein <a href="/courses" rel="noopener noreferrer">Link</a> und <strong>fett</strong>.</p>'
    )


def test_apply_twice_changes_nothing(context, folder):
    take_over(folder)

    report = take_over(folder)

    assert report.counts == {Verdict.SAME: 2}


def test_apply_takes_a_changed_file_over(context, folder):
    take_over(folder)
    (folder / "pages/en/help.md").write_text("---\ntitle: Manual\n---\nText\n", encoding="utf-8")

    report = take_over(folder)

    assert report.counts == {Verdict.SAME: 1, Verdict.UPDATE: 1}
    assert titles() == ["Hilfe", "Manual"]


def test_apply_leaves_a_page_alone_that_was_edited_here(context, folder):
    take_over(folder)
    page = db.session.scalars(select(StaticPage).where(StaticPage.language == "en")).one()
    page.title, page.edited_at = "Our help", clock.now()
    (folder / "pages/en/help.md").write_text("---\ntitle: Manual\n---\nText\n", encoding="utf-8")

    report = take_over(folder)

    assert report.left_alone == ["pages/en/help.md: edited here and in the file, left alone"]
    assert titles() == ["Hilfe", "Our help"]


def test_apply_removes_a_page_whose_file_is_gone(context, folder):
    take_over(folder)
    (folder / "pages/en/help.md").unlink()

    report = take_over(folder)

    assert report.counts == {Verdict.SAME: 1, Verdict.RETIRE: 1}
    assert titles() == ["Hilfe"]


def test_read_names_file_and_line_of_what_is_wrong(folder):
    (folder / "pages/de/help.md").write_text("---\ntitle: [\n---\nText\n", encoding="utf-8")
    (folder / "pages/en/help.md").write_text("---\nname: Help\n---\nText\n", encoding="utf-8")

    _reading, problems = library.read(folder)

    assert sorted((problem.path, problem.line) for problem in problems) == [
        ("pages/de/help.md", 3),
        ("pages/en/help.md", 1),
    ]


def test_a_page_outside_the_folder_of_its_language_is_named(folder):
    for name in ("lost.md", "loud.MD"):
        (folder / "pages" / name).write_text("---\ntitle: Help\n---\nText\n", encoding="utf-8")

    assert [str(problem) for problem in library.read(folder)[1]] == [
        "pages/loud.MD:1: the name of the file must end in .md, in small letters",
        "pages/lost.md:1: a page lies in the folder of its language, such as pages/de",
    ]


def test_a_page_that_is_too_tangled_to_be_rendered_is_named(folder):
    (folder / "pages/en/help.md").write_text("---\ntitle: Help\n---\n" + "[" * 5000, encoding="utf-8")

    assert [str(problem) for problem in library.read(folder)[1]] == [
        "pages/en/help.md:1: the text is too long or nested too deeply"
    ]
