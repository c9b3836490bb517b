"""The whole way, as an employee walks it: from the first word on a level to a higher one that was learnt."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from app.content.source import read
from tests.browser.conftest import ROOT
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

COURSE, UNITS = "Barrierefreie Dokumente", ROOT / "content/courses/accessible-documents/units"


@WITH_SCRIPT_LATER_WITHOUT
@pytest.mark.usefixtures("site")
def test_an_employee_goes_from_the_first_word_to_a_level_that_was_learnt(open_page, sign_in, work_off, script):
    page = sign_in(open_page(script=script), "neu")
    page.goto("/competences")
    page.get_by_role("link", name="Choose a goal").click()
    page.get_by_role("button", name="Digital guide").click()
    page.goto("/competences/self-assessment")
    page.get_by_role("group", name="Using digital tools").get_by_role("radio").first.check()
    page.get_by_role("button", name="Save self-assessment").click()
    expect(_line(page, "Using digital tools")).to_contain_text("0")

    page.goto("/plan/proposal")
    page.get_by_role("button", name="Make a proposal").click()
    work_off()
    page.goto("/plan/proposal")
    page.get_by_role("button", name=re.compile(f"Keep.*{COURSE}")).click()
    work_off()
    page.goto("/plan/proposal")
    expect(page.get_by_text("You keep it")).to_be_visible()
    page.get_by_role("button", name="Take over into my plan").click()

    page.get_by_role("main").get_by_role("link", name=COURSE, exact=True).click()
    page.get_by_role("button", name="Begin").click()
    for file in sorted(UNITS.iterdir()):
        _work_through(page, read(ROOT, file).meta)

    page.goto("/competences")
    expect(_line(page, "Using digital tools")).to_contain_text("1")
    page.get_by_role("link", name="Using digital tools").first.click()
    expect(page.get_by_role("main")).to_contain_text("You are at level 1")
    expect(page.get_by_role("main")).to_contain_text(f"You completed “{COURSE}” on")
    page.goto("/plan")
    done = page.get_by_role("group").filter(has_text=re.compile(r"\d+ steps? done"))
    done.locator("summary").click()
    expect(done.get_by_role("link", name=COURSE, exact=True)).to_be_visible()


def _line(page: Page, competence: str) -> Locator:
    page.goto("/competences")
    return page.get_by_role("row").filter(has_text=competence)


def _work_through(page: Page, meta: Mapping[str, Any]) -> None:
    """Read a unit to its end; what it asks is answered as its file says."""
    expect(page.get_by_role("heading", level=1)).to_have_text(meta["title"])
    for question in meta.get("check", []):
        group = page.get_by_role("group", name=question["question"])
        for answer in question["answers"]:
            if answer.get("correct"):
                group.get_by_label(answer["text"], exact=True).check()
    if meta.get("check"):
        page.get_by_role("button", name="Check my answers").click()
        page.get_by_role("navigation", name="Units of this course").get_by_role("link").last.click()
    else:
        page.get_by_role("button", name="Mark as done").click()
