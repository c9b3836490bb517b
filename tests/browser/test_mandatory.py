"""A mandatory training from the rule to the proof."""

import re

from playwright.sync_api import expect

UNITS = {
    "who-does-what": ("Ich stelle etwas Auffälliges", "Der Arbeitgeber, auf der Grundlage"),
    "everyday-dangers": ("Ich hole den Tritt.", "Eine beschädigte Leitung", "Auf dem direkten Weg"),
    "emergency": ("Den Brand melden", "Wo ist es geschehen?", "Was ist geschehen"),
}
"""The right answers of “Sicher arbeiten”, unit by unit."""


def make_rule(page, unit):
    """HR demands the safety instruction of a unit instead of the whole house; returns the page of the rule."""
    page.goto("/studio/mandatory")
    page.get_by_role("link", name="Safety instruction").click()
    page.get_by_role("button", name="Switch off").click()
    expect(page.get_by_text("The rule is off")).to_be_visible()
    page.goto("/studio/mandatory/new")
    page.get_by_label("Which qualification?").select_option(label="Safety instruction")
    page.get_by_label("A unit with all below it").check()
    chosen = page.get_by_label(re.compile("^Unit")).locator("option", has_text=re.compile(f"{unit}$")).first
    page.get_by_label(re.compile("^Unit")).select_option(value=chosen.get_attribute("value"))
    page.get_by_label("Due how many days after the start?").fill("14")
    page.get_by_role("button", name="Save and look at the preview").click()
    expect(page.get_by_text("Switched on, it would be for")).to_be_visible()
    expect(page.get_by_text("off: preview")).to_be_visible()
    page.get_by_role("button", name="Switch on for").click()
    expect(page.get_by_text("The rule is on: it is for")).to_be_visible()
    return page.url


def learn(page):
    """Read the three units and answer their questions."""
    page.get_by_role("button", name="Begin").click()
    for key, answers in UNITS.items():
        page.goto(f"/courses/safe-at-work/units/safe-at-work-{key}")
        for answer in answers:
            page.get_by_label(answer).check()
        page.get_by_role("button", name="Check my answers").click()
        page.wait_for_url("**?solved=1*")


def test_from_the_rule_to_the_proof(open_page, sign_in):
    hr = sign_in(open_page(), "personalentwicklung")
    rule = make_rule(hr, "Bürgeramt")

    learner = sign_in(open_page(), "beschaeftigte")
    learner.get_by_role("link", name="Instructions").first.click()
    safety = learner.get_by_role("listitem").filter(has=learner.get_by_role("heading", name="Safety instruction"))
    expect(safety).to_contain_text("done, valid until")
    before = safety.inner_text()
    safety.get_by_role("link", name="To the course").click()
    learn(learner)
    learner.goto("/mandatory")
    expect(safety).to_contain_text("done, valid until")
    assert safety.inner_text() != before

    leader = sign_in(open_page(), "leitung")
    leader.goto("/team/mandatory")
    expect(leader.get_by_role("table")).to_contain_text("Nele Brinkmann")

    hr.goto(rule)
    hr.get_by_role("searchbox", name="Name or personnel number").fill("Brinkmann Nele")
    hr.get_by_role("searchbox", name="Name or personnel number").press("Enter")
    expect(hr.get_by_role("row", name=re.compile("Nele Brinkmann"))).to_contain_text("done, valid until")
    with hr.expect_download() as download:
        hr.get_by_role("link", name="Proof as PDF").click()
    assert download.value.suggested_filename.startswith("lotse-proof-")
