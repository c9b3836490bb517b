"""A plan, from HR's template to the person's own order, and what fits into a quarter of an hour."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from app import clock
from app.jobs.schedule import HANDLERS
from app.tasks import actions as tasks
from tests.browser.faults import AT_EACH_WIDTH, faults_of
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

TALK = "Gespräch mit der Führungskraft: Aufgaben, Erwartungen, offene Fragen"
VISITS = "Drei Stellen besuchen, mit denen Sie zusammenarbeiten, und notieren, wer wofür zuständig ist"


def work_off(site) -> None:
    """Let the jobs process do its turn."""
    with site.app.app_context():
        tasks.work_off(HANDLERS)


def open_template(page: Page) -> None:
    page.goto("/studio/plan-templates")
    page.get_by_role("link", name="Onboarding: the first twelve weeks").click()


def titles(page: Page) -> list[str]:
    return page.locator(".line h3").all_inner_texts()


def called(verb: str, title: str) -> re.Pattern[str]:
    """The name of a button that says what it is about."""
    return re.compile(f"^{verb} ?: {re.escape(title)}$")


def drag(page: Page, moved: Locator, before: Locator) -> None:
    """Drag a line to the upper edge of another one, with both of them in sight and nothing scrolling."""
    page.set_viewport_size({"width": 1280, "height": 1800})
    moved.evaluate("line => line.scrollIntoView({block: 'end', behavior: 'instant'})")
    start, end = moved.bounding_box(), before.bounding_box()
    assert start
    assert end
    assert end["y"] > 0
    page.mouse.move(start["x"] + 500, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(start["x"] + 500, start["y"] - 20, steps=3)
    page.mouse.move(end["x"] + 500, end["y"] + 6, steps=5)
    page.mouse.up()


def change(page: Page, title: str) -> None:
    page.get_by_role("link", name=called("Change", title)).click()


@WITH_SCRIPT_LATER_WITHOUT
def test_a_template_goes_into_plans_and_changes_flow_only_where_nobody_changed_the_step(
    open_page, sign_in, site, script
):
    hr = sign_in(open_page(script=script), "personalentwicklung")
    open_template(hr)
    change(hr, TALK)
    hr.get_by_label("What is to be done?").fill("Gespräch mit der Führungskraft")
    hr.get_by_role("button", name="Save").click()
    hr.get_by_role("link", name="Change the rule").click()
    hr.get_by_label("Unit, with all below it").select_option(label="– – Bürgeramt")
    hr.get_by_label("Or: began within the last").fill("")
    hr.get_by_role("button", name="Save").click()
    expect(hr.get_by_text(re.compile(r"The rule reaches \d+ to \d+ people"))).to_be_visible()
    hr.get_by_role("button", name="Assign by this rule").click()
    if script:
        hr.get_by_role("dialog").get_by_role("button", name="Assign by this rule").click()
    expect(hr.get_by_role("heading", level=1)).to_have_text("Work in the background")
    work_off(site)
    hr.reload()
    expect(hr.get_by_text("The work is done.")).to_be_visible()

    employee = sign_in(open_page(script=script), "beschaeftigte")
    employee.goto("/plan")
    expect(employee.get_by_text("From the template “Onboarding: the first twelve weeks”").first).to_be_visible()
    change(employee, VISITS)
    employee.get_by_label("What do you want to do?").fill("Zwei Stellen besuchen")
    employee.get_by_role("button", name="Save").click()
    expect(employee.get_by_role("heading", name="Zwei Stellen besuchen")).to_be_visible()

    open_template(hr)
    for before, after in ((VISITS, "Vier Stellen besuchen"), ("Gespräch mit der Führungskraft", "Gespräch zu Beginn")):
        change(hr, before)
        hr.get_by_label("What is to be done?").fill(after)
        hr.get_by_role("button", name="Save").click()
    work_off(site)

    employee.goto("/plan")
    expect(employee.get_by_role("heading", name="Gespräch zu Beginn")).to_be_visible()
    expect(employee.get_by_role("heading", name="Zwei Stellen besuchen")).to_be_visible()
    expect(employee.get_by_role("heading", name="Vier Stellen besuchen")).to_have_count(0)


@WITH_SCRIPT_LATER_WITHOUT
def test_steps_change_places_by_keyboard(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "neu")
    page.goto("/plan")
    first, second = titles(page)[:2]

    page.get_by_role("button", name=called("Earlier", second)).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan#step-*")

    assert titles(page)[:2] == [second, first]


def test_steps_change_places_by_dragging(open_page, sign_in):
    page = sign_in(open_page(), "neu")
    page.goto("/plan")
    first, second, third = titles(page)[:3]
    lines = page.locator(".line--movable")

    drag(page, lines.nth(2), lines.nth(0))
    page.wait_for_url("**/plan#step-*")

    assert titles(page)[:3] == [third, first, second]


def add_own_step(page: Page, title: str, minutes: int, days: int) -> None:
    page.goto("/plan/own-step")
    page.get_by_label("What do you want to do?").fill(title)
    page.get_by_label("How many minutes will it take?").fill(str(minutes))
    page.get_by_label("By when?").fill(str(clock.today() + dt.timedelta(days=days)))
    page.get_by_role("button", name="Put it into my plan").click()
    expect(page.get_by_text(f"“{title}” is in your plan.")).to_be_visible()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_a_plan_is_ordered_by_date_and_gets_its_former_order_back_with_one_click(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "neu")
    add_own_step(page, "Fachbuch lesen", 600, 60)
    add_own_step(page, "Vortrag halten", 60, 70)
    change(page, "Vortrag halten")
    page.get_by_label("By when?").fill(str(clock.today() + dt.timedelta(days=7)))
    page.get_by_role("button", name="Save").click()
    page.goto("/plan")
    before = titles(page)

    page.get_by_role("button", name="Order by date").click()
    expect(page.get_by_text("Your steps are in order of their days now.")).to_be_visible()
    assert titles(page).index("Vortrag halten") < titles(page).index("Fachbuch lesen")

    page.get_by_role("button", name="Put the former order back").click()
    expect(page.get_by_text("Your steps are in the order in which you had them.")).to_be_visible()
    assert titles(page) == before


@WITH_SCRIPT_LATER_WITHOUT
def test_a_quarter_of_an_hour_starts_a_unit_with_one_click(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "neu")

    page.get_by_role("main").get_by_role("link", name="15 min").click()
    expect(page.get_by_text(re.compile("This fits:"))).to_be_visible()
    page.locator("#minutes ~ .notice").get_by_role("button", name="Begin").click()

    page.wait_for_url("**/units/**")
    page.goto("/plan?minutes=15")
    expect(page.locator("#minutes ~ .notice").get_by_role("link", name="Continue")).to_be_visible()


@WITH_SCRIPT_LATER_WITHOUT
def test_a_date_of_a_seminar_is_chosen_in_the_plan_and_its_seat_is_booked(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "beschaeftigte")
    page.goto("/courses/moderating-workshops")
    page.get_by_role("button", name="Add to my plan").click()
    page.goto("/plan")

    page.get_by_role("link", name=re.compile("Choose a date")).first.click()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Put it into my plan").click()
    page.get_by_role("link", name=re.compile("Book a seat")).first.click()

    expect(page).to_have_url(re.compile("/sessions/"))


@pytest.mark.deep
def test_a_leader_gives_a_template_to_somebody_whom_they_lead(open_page, sign_in):
    leader = sign_in(open_page(), "leitung")
    leader.goto("/team/approvals")
    leader.get_by_role("link", name="Plan templates").click()
    leader.get_by_role("link", name="Becoming a digital guide").click()
    leader.get_by_role("link", name="Give to a person").click()
    leader.get_by_label("Name, e-mail address or personnel number").fill("Nele Brinkmann")
    leader.get_by_role("button", name="Put it into the plan").click()
    expect(leader.get_by_text("Nele Brinkmann has the template in the plan now")).to_be_visible()

    employee = sign_in(open_page(), "beschaeftigte")
    employee.goto("/account/notices")
    expect(
        employee.get_by_text("There are new steps in your learning plan: “Digitallotsin oder Digitallotse werden”.")
    ).to_be_visible()


@AT_EACH_WIDTH
def test_the_page_of_a_step_has_no_faults(open_page, sign_in, width):
    page = sign_in(open_page(width=width), "neu")
    page.goto("/plan")
    change(page, VISITS)
    expect(page.get_by_role("heading", level=1, name=VISITS)).to_be_visible()

    assert faults_of(page) == []
