"""The main job, as an employee and a leader do it, with and without JavaScript."""

import re

from playwright.sync_api import Page, expect

from app.content.source import read
from tests.browser.conftest import ROOT
from tests.browser.script import WITH_AND_WITHOUT_SCRIPT

FIRST_UNIT = ROOT / "content/courses/data-collecting/units/10-purpose.md"


@WITH_AND_WITHOUT_SCRIPT
def test_an_employee_finds_a_course_reads_a_unit_and_keeps_the_progress(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "beschaeftigte")

    page.get_by_role("navigation", name="Main navigation").get_by_role("link", name="Catalogue").click()
    page.get_by_label("Search courses").fill("ERHEBEN")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Daten verstehen 1: Erheben und erfassen").click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Erst die Frage, dann die Daten")
    _solve(page)
    page.goto("/courses/data-collecting")

    expect(page.get_by_role("link", name=re.compile("Continue with"))).to_be_visible()
    expect(page.get_by_role("progressbar", name="1 of 4 units done")).to_be_visible()


@WITH_AND_WITHOUT_SCRIPT
def test_an_employee_assesses_sees_the_gap_and_gets_a_plan(open_page, sign_in, script, work_off):
    page = sign_in(open_page(script=script), "neu")

    page.goto("/competences")
    page.get_by_role("link", name="Choose a goal").click()
    page.get_by_role("button", name="Digital guide").click()
    page.goto("/competences/self-assessment")
    page.get_by_role("group", name="Communicating clearly").get_by_role("radio").nth(1).check()
    page.get_by_role("button", name="Save self-assessment").click()
    page.goto("/competences")
    row = page.get_by_role("row").filter(has_text="Communicating clearly")
    expect(row).to_contain_text("1")

    page.goto("/plan/proposal")
    page.get_by_role("button", name="Make a proposal").click()
    expect(page.get_by_text("You can leave this page")).to_be_visible()
    work_off()
    page.goto("/plan/proposal")
    page.get_by_role("checkbox", name="Aus Fehlern lernen").uncheck()
    page.get_by_role("main").get_by_role("button", name=re.compile("plan")).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("My plan")
    expect(page.get_by_role("link", name="Barrierefreie Dokumente", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Aus Fehlern lernen", exact=True)).to_have_count(0)


@WITH_AND_WITHOUT_SCRIPT
def test_an_employee_signs_up_for_the_conference_and_cancels(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "beschaeftigte")

    page.goto("/events")
    page.get_by_role("main").get_by_role("link", name="Beschäftigtenkonferenz Lindenfurt").click()
    page.get_by_role("button", name="Take a seat").click()
    expect(page.get_by_text("You have a seat").first).to_be_visible()
    page.get_by_role("button", name="Give back my seat").click()

    expect(page.get_by_role("button", name="Take a seat")).to_be_visible()


@WITH_AND_WITHOUT_SCRIPT
def test_a_leader_approves_what_an_employee_asked_for(open_page, sign_in, script):
    employee = sign_in(open_page(script=script), "beschaeftigte")
    employee.goto("/events")
    employee.get_by_role("link", name=re.compile("Auftakt für künftige")).click()
    workshop = employee.url
    employee.get_by_label("Why would you like to take part?").fill("Ich möchte im Amt helfen.")
    employee.get_by_role("button", name="Ask for a seat").click()
    expect(employee.get_by_text(re.compile("leader", re.IGNORECASE)).first).to_be_visible()

    leader = sign_in(open_page(script=script), "leitung")
    leader.get_by_role("navigation", name="Main navigation").get_by_role("link", name="Team").click()
    request = leader.get_by_role("listitem").filter(has_text="Ich möchte im Amt helfen.")
    request.get_by_role("button", name=re.compile("Approve")).click()
    expect(leader.get_by_text("Ich möchte im Amt helfen.")).to_have_count(0)

    employee.goto(workshop)
    expect(employee.get_by_text("You have a seat").first).to_be_visible()


def _solve(page: Page) -> None:
    """Pass the knowledge check by the answers that the content file marks as correct."""
    for question in read(ROOT, FIRST_UNIT).meta["check"]:
        group = page.get_by_role("group", name=question["question"])
        for answer in question["answers"]:
            if answer.get("correct"):
                group.get_by_label(answer["text"], exact=True).check()
    page.get_by_role("button", name="Check my answers").click()
