"""The learning days: wishes are ranked by list and by drag, met in the background, and then seats are swapped."""

import re

from playwright.sync_api import Page, expect

from tests.browser.faults import AT_EACH_WIDTH, faults_of, faults_on_the_way
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT


def programme_of_the_learning_days(page: Page) -> Page:
    page.goto("/events")
    page.get_by_role("link", name="Lerntage Lindenfurt", exact=True).last.click()
    page.get_by_role("link", name="My programme").click()
    return page


def sign_up_for_the_learning_days(page: Page) -> Page:
    programme_of_the_learning_days(page)
    expect(page.get_by_text("you first need a seat in the event")).to_be_visible()
    page.get_by_role("link", name="To the sign-up").click()
    page.get_by_role("button", name="Take a seat").click()
    page.get_by_role("link", name="My programme").click()
    return page


def have_wishes_met(page: Page, work_off, *, script: bool) -> None:
    """As the organiser."""
    programme_of_the_learning_days(page)
    page.get_by_role("link", name="Work on the programme").click()
    page.get_by_role("link", name="What is wished for").click()
    expect(page.get_by_text(re.compile("people have ranked wishes"))).to_be_visible()
    page.get_by_role("button", name="Have the wishes met").click()
    if script:
        page.get_by_role("dialog").get_by_role("button", name="Have the wishes met").click()
    expect(page.get_by_text("You can leave this page")).to_be_visible()
    assert not script or faults_on_the_way(page) == []
    work_off()


@WITH_SCRIPT_LATER_WITHOUT
def test_wishes_are_ranked_and_met_and_seats_swapped(open_page, sign_in, work_off, script):
    page = sign_up_for_the_learning_days(sign_in(open_page(script=script), "beschaeftigte"))
    page.get_by_role("link", name="Rank my wishes").click()
    expect(page.get_by_role("button", name="Save my wishes")).to_be_visible()
    assert not script or faults_on_the_way(page) == []
    page.get_by_label("Tabellen ohne Umwege").first.select_option("1")
    page.get_by_label("Bescheide in klarer Sprache").first.select_option("2")
    page.get_by_role("button", name="Save my wishes").click()
    expect(page.get_by_text("Your wishes are saved.", exact=True)).to_be_visible()

    have_wishes_met(sign_in(open_page(script=script), "orga"), work_off, script=script)

    page.reload()
    expect(page.get_by_text("You have chosen something at 1 of 9 times.")).to_be_visible()
    expect(page.get_by_text("Your programme for “Lerntage Lindenfurt” is ready.")).to_have_count(0)
    page.get_by_text("4 other slots at this time").click()
    page.get_by_role("button", name=re.compile("Swap.*KI im Büroalltag ausprobieren instead of")).click()
    expect(page.get_by_text("You have a seat in “KI im Büroalltag ausprobieren” instead.")).to_be_visible()


def test_wishes_are_ranked_by_drag(open_page, sign_in):
    page = sign_up_for_the_learning_days(sign_in(open_page(), "beschaeftigte"))
    page.get_by_role("link", name="Rank my wishes").click()
    block = page.locator("[data-ranking]").first
    lines = block.locator(".line")
    wanted = lines.nth(2).locator(".line__title").inner_text()

    lines.nth(2).locator(".meta").drag_to(lines.nth(0), target_position={"x": 40, "y": 6})

    expect(lines.nth(0).locator(".line__title")).to_have_text(wanted)
    expect(lines.nth(0).locator("select")).to_have_value("1")
    expect(lines.nth(1).locator("select")).to_have_value("0")


def test_choosing_a_number_by_keyboard_orders_the_list_and_leaves_no_number_twice(open_page, sign_in):
    page = sign_up_for_the_learning_days(sign_in(open_page(), "beschaeftigte"))
    page.get_by_role("link", name="Rank my wishes").click()
    block = page.locator("[data-ranking]").first
    expect(block.locator("select")).to_have_count(5)
    titles = block.locator(".line__title").all_inner_texts()

    page.get_by_label(titles[0], exact=True).first.select_option("1")
    page.get_by_label(titles[3], exact=True).first.select_option("1")

    expect(block.locator(".line__title").nth(0)).to_have_text(titles[3])
    assert [one.input_value() for one in block.locator("select").all()] == ["1", "2", "0", "0", "0"]


@AT_EACH_WIDTH
def test_the_pages_have_no_faults_and_fit_any_width(open_page, sign_in, width):
    page = programme_of_the_learning_days(sign_in(open_page(width=width), "orga"))
    base = page.url.removesuffix("/programme")
    for path in (
        "programme",
        "programme/draft",
        "programme/demand",
        "programme/rooms",
        "programme/choosing",
        "programme/bands/new",
    ):
        page.goto(f"{base}/{path}")
        assert faults_of(page) == [], path
