"""Talk kit, buddy, weekly review and practice, as an employee and a leader use them, with and without JavaScript."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from app import clock
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT


def _in_days(days: int) -> str:
    return (clock.today() + dt.timedelta(days=days)).isoformat()


def _propose_anew(employee: Page) -> None:
    """Call the talk of the demo off, and propose one of one's own."""
    employee.goto("/plan")
    employee.get_by_role("link", name="Talks with your leader").click()
    employee.get_by_role("link", name=re.compile("Talk on")).click()
    employee.get_by_role("link", name="Call the talk off").click()
    expect(employee.get_by_role("heading", name=re.compile("Call the talk on .* off?"))).to_be_visible()
    employee.get_by_role("button", name="Call the talk off").click()
    expect(employee.get_by_text("The talk is called off.", exact=True)).to_be_visible()
    employee.goto("/talks")
    employee.get_by_role("link", name="Propose a talk").click()
    employee.get_by_label("When would you like to talk?").fill(_in_days(10))
    employee.get_by_role("button", name="Propose").click()
    expect(employee.get_by_text("Your leader is told of your proposal.")).to_be_visible()


def _prepare(page: Page, text: str, level: str) -> None:
    page.get_by_role("main").get_by_role("link", name="Prepare").click()
    page.get_by_label("What matters in the coming year?").fill(text)
    page.get_by_label("Communicating clearly").select_option(level)
    page.get_by_role("button", name="Save and release").click()


@WITH_SCRIPT_LATER_WITHOUT
def test_a_talk_goes_from_the_proposal_to_the_agreed_level_and_step(open_page, sign_in, script):
    employee = sign_in(open_page(script=script), "beschaeftigte")
    _propose_anew(employee)
    leader = sign_in(open_page(script=script), "leitung")
    leader.get_by_role("navigation", name="Main navigation").get_by_role("link", name="Team").click()
    leader.get_by_role("link", name="Talks with your team").click()
    leader.get_by_role("link", name="Nele Brinkmann").first.click()
    _prepare(leader, "Nur zwischen uns beiden", "2")
    expect(leader.get_by_text("Nele Brinkmann is still preparing.")).to_be_visible()

    employee.get_by_role("link", name=re.compile("Talk on")).first.click()
    expect(employee.get_by_text("Nur zwischen uns beiden")).to_have_count(0)
    _prepare(employee, "Mehr Auswertungen", "2")
    expect(employee.get_by_text("Nur zwischen uns beiden")).to_be_visible()

    leader.reload()
    leader.get_by_role("link", name="Write down what we agree").click()
    step = leader.get_by_role("group", name="Step 1")
    step.get_by_label("Step", exact=False).first.fill("Eine Fachtagung besuchen")
    step.get_by_label("Minutes").fill("120")
    step.get_by_role("button", name="For a competence").click()
    expect(step.get_by_label("Which competence is it for?")).to_be_focused()
    step.get_by_label("Which competence is it for?").select_option("Communicating clearly")
    step.get_by_label("Minutes").press("Enter")
    expect(leader.get_by_text("Now Nele Brinkmann confirms it.")).to_be_visible()

    employee.reload()
    expect(employee.get_by_text("for “Communicating clearly”")).to_be_visible()
    employee.get_by_role("button", name="Confirm").click()
    expect(employee.get_by_text("You and Martina Vogt have agreed.")).to_be_visible()
    employee.goto("/plan")
    expect(employee.get_by_role("heading", name="Eine Fachtagung besuchen")).to_be_visible()
    employee.goto("/competences")
    expect(employee.get_by_text(re.compile("^Agreed, ")).first).to_be_visible()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_a_weekly_review_is_written_and_the_time_for_learning_changed_by_one_click(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "beschaeftigte")
    page.goto("/plan")
    page.get_by_role("link", name="Weekly review").click()
    page.get_by_label("What worked?").fill("Eine Stunde am Stück")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Only you see it.")).to_be_visible()
    expect(page.get_by_label("What worked?")).to_have_value("Eine Stunde am Stück")

    page.get_by_role("button", name="More: 1 h 45 min").click()

    expect(page.get_by_text("Your plan counts on 1 h 45 min a week.")).to_be_visible()
    leader = sign_in(open_page(script=script), "leitung")
    leader.goto("/plan/review")
    expect(leader.get_by_text("Eine Stunde am Stück")).to_have_count(0)


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_an_answer_from_practice_becomes_evidence(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "beschaeftigte")
    page.get_by_role("link", name="What have you applied of").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Please say in a sentence what you applied").first).to_be_visible()

    page.get_by_label("What did you apply?").fill("Alle Formulare mit Überschriften versehen")
    page.get_by_label("Shall it count as evidence?").select_option(index=1)
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Saved as evidence from practice.")).to_be_visible()
    page.goto("/competences")
    expect(page.get_by_text("Practice at work").first).to_be_visible()


@pytest.mark.deep
def test_a_leader_finds_a_buddy_who_leaves_a_note_on_the_appointment(open_page, sign_in):
    newcomer = sign_in(open_page(script=False), "beschaeftigte")
    newcomer.goto("/buddies")
    newcomer.get_by_role("link", name=re.compile("^15 minutes with")).first.click()
    newcomer.get_by_role("button", name=re.compile("^End")).click()
    leader = sign_in(open_page(), "leitung")
    leader.goto("/team/approvals")
    leader.get_by_role("link", name="Find a buddy for somebody new").click()
    leader.get_by_label("Who is new?").fill("Nele Brinkmann")
    leader.get_by_label("Whom do you ask to be the buddy?").fill("orga@stadt.example")
    leader.get_by_role("button", name="Ask").click()
    expect(leader.get_by_text("Jonas Lindner for Nele Brinkmann")).to_be_visible()

    buddy = sign_in(open_page(width=390), "orga")
    buddy.goto("/buddies")
    buddy.get_by_role("button", name="I like to").click()
    buddy.get_by_label("At what time?").fill("08:45")
    buddy.get_by_role("button", name="Save").click()
    buddy.get_by_label("What do you both want to remember?").fill("Treffpunkt: Kaffeeküche")
    buddy.get_by_role("button", name="Save the note").click()

    newcomer = sign_in(open_page(), "beschaeftigte")
    expect(newcomer.get_by_role("link", name="15 minutes with your buddy").first).to_be_visible()
    newcomer.goto("/buddies")
    newcomer.get_by_role("link", name=re.compile("Jonas Lindner")).click()
    expect(newcomer.get_by_text("Treffpunkt: Kaffeeküche")).to_be_visible()
