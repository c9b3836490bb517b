"""HR's day in the Studio: a model and a profile by keyboard, a file with an error and then without, a new version."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faults import faults_on_the_way
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT
from tests.browser.test_keyboard import FOCUSED, IS_SEEN, go, tab_to

RIGHT = (
    "kind;key;title;title_en;text;level_1\n"
    "framework;haus;Haus;House;1\n"
    "level;0;nichts;none\nlevel;1;etwas;some\n"
    "area;daten;Daten;Data;Kurz.\n"
    "competence;zaehlen;Zählen;Counting;Worum es geht.;Ich zähle.\n"
)
WRONG = RIGHT.replace(";Ich zähle.", "")


def test_hr_edits_a_model_and_a_profile_by_keyboard_alone(open_page, sign_in):
    page = sign_in(open_page(), "personalentwicklung")

    go(page, "Studio")
    go(page, "Models")
    go(page, "Competences for public administration")
    go(page, "Shaping change")
    tab_to(page, "Title")
    page.keyboard.press("Control+A")
    page.keyboard.type("Wandel gestalten")
    tab_to(page, "2 – puts it into practice")
    page.keyboard.press("Control+A")
    page.keyboard.type("Ich stelle meine Arbeit um.")
    tab_to(page, "Only the wording changes")
    page.keyboard.press("Space")
    go(page, "Save")
    expect(page.get_by_text("“Wandel gestalten” is saved.")).to_be_visible()

    go(page, "Up: Shaping change")
    first = page.locator(".tree__line").first
    expect(first).to_contain_text("Shaping change")
    expect(page.locator(".tree__line:has(:target)")).to_contain_text("Shaping change")
    assert page.evaluate(FOCUSED).startswith("Down")
    for place, words in ((1, "Down: Shaping change"), (2, "Up: Shaping change")):
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.locator(".tree__line").nth(place)).to_contain_text("Shaping change")
        assert (page.evaluate(FOCUSED), page.evaluate(IS_SEEN)) == (words, True)

    page.goto("/studio/profiles")
    go(page, "Trainees")
    tab_to(page, "Managing projects")
    assert page.evaluate(FOCUSED) == "Managing projects"
    page.keyboard.press("ArrowDown")
    go(page, "Save")
    page.get_by_role("link", name="Trainees").click()
    expect(page.get_by_label("Managing projects", exact=True)).to_have_value("1")


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_hr_takes_a_file_over_after_the_error_in_it_is_gone(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "personalentwicklung")
    page.goto("/studio/frameworks/import")

    _choose(page, WRONG)
    expect(page.get_by_text("1 line can’t be taken over. Nothing was changed.")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^Line 6 "))).to_contain_text("at each level from 1 to 1")

    _choose(page, RIGHT)
    expect(page.get_by_text("This becomes the draft of a new model.")).to_be_visible()
    page.get_by_role("button", name="Take over as a draft").click()
    expect(page.get_by_role("link", name="Counting")).to_be_visible()

    page.get_by_role("link", name="Publish").click()
    page.get_by_role("button", name="Publish").click()
    page.goto("/competences/self-assessment")
    page.get_by_role("link", name="House").click()
    expect(page.get_by_role("group", name="Counting")).to_be_visible()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_hr_publishes_a_new_version_and_is_told_whom_it_concerns(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "personalentwicklung")
    page.goto("/studio/frameworks")
    page.get_by_role("link", name="Competences for public administration").click()
    page.get_by_role("button", name="Prepare a new version").click()
    page.get_by_role("link", name="Working in a team").click()
    page.get_by_label("English title").fill("Working as a team")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Publish").click()

    expect(page.get_by_text("25 profiles move along")).to_be_visible()
    expect(page.get_by_text("17 competences stay as they are")).to_be_visible()
    assert not script or faults_on_the_way(page) == []
    page.get_by_role("button", name="Publish").click()

    page.goto("/studio/frameworks")
    versions = page.get_by_role("row", name=re.compile("Competences for public administration"))
    expect(versions.nth(0)).to_contain_text("Published")
    expect(versions.nth(1)).to_contain_text("Outdated")
    page.goto("/competences/teamwork")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Working as a team")


def _choose(page: Page, text: str) -> None:
    page.get_by_label("CSV file").set_input_files(
        {"name": "model.csv", "mimeType": "text/csv", "buffer": text.encode("cp1252")}
    )
    page.get_by_role("button", name="Check the file").click()
