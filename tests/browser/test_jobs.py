"""HR's families of jobs: the first ones by hand, the others from a file, and away with what nobody needs."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT
from tests.browser.test_keyboard import FOCUSED, go, tab_to

FILE = (
    "Stelle;Stellenart;Stellenart_en;Ebene\n"
    "Hafenmeisterei;Hafen;Harbour;trades\n"
    "Schleusenwacht;Hafen;;\n"
    "Brückenwacht;Brücken;Bridges;trades\n"
)


def test_hr_makes_a_family_with_a_profile_and_a_job_by_keyboard_alone(open_page, sign_in):
    page = sign_in(open_page(), "personalentwicklung")

    page.goto("/studio/families")
    go(page, "Make a family")
    go(page, "Save")
    expect(page.locator("#error-summary")).to_contain_text("Please enter a title of at most 200 characters.")
    tab_to(page, "Title: Please")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "Title"
    page.keyboard.type("Hafen")
    tab_to(page, "English title")
    page.keyboard.type("Harbour")
    tab_to(page, "Profile")
    page.keyboard.type("Surveying")
    go(page, "Save")
    expect(page.get_by_text("“Hafen” is saved.")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("Harbour"))).to_contain_text("Surveying and geodata")

    go(page, "Harbour")
    go(page, "Make a job")
    tab_to(page, "Title")
    page.keyboard.type("Hafenmeisterei")
    tab_to(page, "Level of hierarchy")
    assert page.evaluate(FOCUSED).startswith("Level of hierarchy")
    page.keyboard.type("Trades")
    go(page, "Save")
    expect(page.get_by_role("row", name=re.compile("Hafenmeisterei"))).to_contain_text("Trades and crafts")
    expect(page.get_by_text("1 job belongs to it.")).to_be_visible()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_hr_takes_families_and_jobs_over_from_a_file_and_deletes_one(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "personalentwicklung")
    page.goto("/studio/families/import")

    page.get_by_label("CSV file").set_input_files(
        {"name": "jobs.csv", "mimeType": "text/csv", "buffer": FILE.encode("cp1252")}
    )
    page.get_by_role("button", name="Check the file").click()
    expect(page.get_by_text("2: Hafen, Brücken")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("Schleusenwacht"))).to_contain_text("Clerks (assumed)")
    expect(page.get_by_text("new family", exact=True)).to_have_count(3)
    page.get_by_role("button", name="Take over").click()
    expect(page.get_by_text("The file is taken over.")).to_be_visible()

    page.get_by_role("link", name="Bridges").click()
    expect(page.get_by_role("button", name="Delete the family")).to_have_count(0)
    page.get_by_role("link", name="Brückenwacht").click()
    _delete(page, "Delete the job", script=script)
    expect(page.get_by_text("“Brückenwacht” is gone.")).to_be_visible()
    _delete(page, "Delete the family", script=script)
    expect(page.get_by_text("“Brücken” is gone.")).to_be_visible()
    expect(page.get_by_role("link", name="Bridges")).to_have_count(0)


def _delete(page, words, *, script):
    page.get_by_role("button", name=words).click()
    if script:
        page.get_by_role("dialog").get_by_role("button", name=words).click()
