"""The optimal plan as an employee gets it: ask, read the reasons, pin, ask what would be instead, take over."""

import re

from playwright.sync_api import Page, expect

from tests.browser.faults import AT_EACH_WIDTH, faults_of
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

PATH = "/plan/proposal"


def choose_goal(page: Page) -> Page:
    """Towards a profile that the catalogue has courses for."""
    page.goto("/competences/goal")
    page.get_by_role("button", name=re.compile("Digital guide|Digitallots")).click()
    return page


@WITH_SCRIPT_LATER_WITHOUT
def test_an_employee_gets_the_optimal_plan_pins_asks_and_takes_it_over(open_page, sign_in, work_off, script):
    page = choose_goal(sign_in(open_page(script=script), "beschaeftigte"))
    page.goto(PATH)
    page.get_by_label("Minutes a week").fill("120")
    page.get_by_role("button", name="Make a proposal").click()
    expect(page.get_by_text("You can leave this page")).to_be_visible()

    work_off()
    page.get_by_role("link", name="Show how far it is now").click()
    expect(page.get_by_text("No other plan brings you further")).to_be_visible()
    expect(page.get_by_text("No person is scored or ranked")).to_be_visible()
    first = page.get_by_role("heading", level=3).first.inner_text()
    page.get_by_role("button", name=re.compile("Leave out.*" + re.escape(first))).click()
    work_off()
    page.goto(PATH)
    expect(page.get_by_role("heading", name="You left out")).to_be_visible()
    expect(page.get_by_role("heading", level=3, name=first)).to_have_count(0)

    second = page.get_by_role("heading", level=3).first.inner_text()
    page.get_by_role("button", name=re.compile("What would be instead.*" + re.escape(second))).click()
    work_off()
    page.get_by_role("link", name="Show how far it is now").click()
    place = page.get_by_role("listitem").filter(has=page.get_by_role("heading", level=3, name=second))
    expect(place.get_by_role("button", name=re.compile("^Keep"))).to_be_in_viewport()
    expect(page.get_by_text(re.compile("Instead:|Nothing would come instead|Without it"))).to_be_visible()
    page.get_by_role("button", name=re.compile("Keep.*" + re.escape(second))).click()
    work_off()
    page.goto(PATH)
    expect(page.get_by_text("You keep it")).to_be_visible()

    page.get_by_role("button", name="Take over into my plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My plan")
    expect(page.get_by_role("link", name=second, exact=True)).to_be_visible()


def test_after_the_answer_the_focus_is_at_the_step_that_was_asked_about(open_page, sign_in, work_off):
    page = choose_goal(sign_in(open_page(), "beschaeftigte"))
    page.goto(PATH)
    page.get_by_role("button", name="Make a proposal").click()
    expect(page.get_by_text("You can leave this page")).to_be_visible()
    work_off()
    last = page.get_by_role("button", name=re.compile("What would be instead")).last
    last.click()
    expect(page.get_by_text("You can leave this page")).to_be_visible()

    work_off()

    place = page.locator("[data-focus]")
    expect(place).to_be_focused(timeout=15_000)
    expect(place).to_be_in_viewport()


def test_the_page_shows_the_proposal_by_itself_when_it_is_ready(open_page, sign_in, work_off):
    page = choose_goal(sign_in(open_page(), "beschaeftigte"))
    page.goto(PATH)
    page.get_by_role("button", name="Make a proposal").click()
    expect(page.get_by_text("You can leave this page")).to_be_visible()

    work_off()

    expect(page.get_by_role("heading", name="The steps")).to_be_visible(timeout=15_000)


@AT_EACH_WIDTH
def test_the_proposal_is_accessible_and_fits_the_window(open_page, sign_in, work_off, width):
    page = choose_goal(sign_in(open_page(width=width), "beschaeftigte"))
    page.goto(PATH)
    page.get_by_role("button", name="Make a proposal").click()
    expect(page.get_by_text("You can leave this page")).to_be_visible()
    work_off()
    page.goto(PATH)

    assert faults_of(page) == []
