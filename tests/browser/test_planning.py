"""An organiser plans and runs an event from nothing, with and without JavaScript; staff sign up and are told."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from app import clock
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT


def _in_days(days: int) -> str:
    return (clock.today() + dt.timedelta(days=days)).isoformat()


def _shown(days: int) -> str:
    day = clock.today() + dt.timedelta(days=days)
    return f"{day:%A} {day.day} {day:%B %Y}"


def _fill_in(page: Page) -> None:
    page.get_by_label("Title").fill("Markt der Ideen")
    page.get_by_label("In one sentence").fill("Wer eine Idee hat, bringt sie mit.")
    page.get_by_label("What people should know").fill("## Ablauf\n\nErst **zeigen**, dann sprechen.")
    day = page.get_by_role("group", name="Day 1")
    day.get_by_label("Day 1").fill(_in_days(20))
    day.get_by_label("Begins").fill("14:00")
    day.get_by_label("Ends").fill("13:00")
    page.get_by_label("Place").fill("Ratskeller")
    page.get_by_label("Number of seats").fill("30")


@WITH_SCRIPT_LATER_WITHOUT
def test_an_event_goes_from_nothing_to_its_cancellation(open_page, sign_in, script):
    orga = sign_in(open_page(script=script), "orga")
    orga.goto("/events")
    orga.get_by_role("link", name="Plan an event").click()
    _fill_in(orga)
    orga.get_by_role("button", name="Preview of the text").click()
    expect(orga.get_by_role("heading", name="Ablauf")).to_be_visible()
    expect(orga.get_by_label("Place")).to_have_value("Ratskeller")
    orga.get_by_role("button", name="Save as a draft").click()
    expect(orga.get_by_text("The end must be later than the beginning.").first).to_be_visible()
    orga.get_by_role("group", name="Day 1").get_by_label("Ends").fill("16:00")
    orga.get_by_role("button", name="Save as a draft").click()
    expect(orga.get_by_text("Saved as a draft.")).to_be_visible()

    employee = sign_in(open_page(script=script), "beschaeftigte")
    employee.goto("/events")
    expect(employee.get_by_role("link", name="Markt der Ideen")).to_have_count(0)
    orga.get_by_role("button", name="Publish").click()
    expect(orga.get_by_text("Published:")).to_be_visible()
    employee.reload()
    employee.get_by_role("link", name="Markt der Ideen").click()
    employee.get_by_role("button", name="Take a seat").click()
    expect(employee.get_by_text("You have a seat.")).to_be_visible()

    orga.get_by_role("link", name="Edit", exact=True).click()
    expect(orga.get_by_text("the 1 person who has a seat is told at once")).to_be_visible()
    orga.get_by_role("group", name="Day 1").get_by_label("Day 1").fill(_in_days(22))
    orga.get_by_role("button", name="Save").click()
    expect(orga.get_by_text("1 person who has a seat is being told of the change.")).to_be_visible()
    employee.goto("/account/notices")
    employee.get_by_text(re.compile("“Markt der Ideen” takes place at another time or place")).first.click()
    expect(employee.get_by_text(_shown(22))).to_be_visible()

    orga.get_by_role("link", name="Cancel the event …").click()
    expect(orga.get_by_text("This can’t be undone.")).to_be_visible()
    orga.get_by_label("Why does it not take place?").fill("Der Ratskeller ist nass.")
    orga.get_by_role("button", name="Cancel the event for good").click()
    expect(orga.get_by_text("The event is cancelled.")).to_be_visible()
    employee.reload()
    expect(employee.get_by_text("This date was cancelled.")).to_be_visible()
    expect(employee.get_by_text("The reason given: Der Ratskeller ist nass.")).to_be_visible()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_a_draft_of_several_days_is_found_in_the_list_and_copied(open_page, sign_in, script):
    orga = sign_in(open_page(script=script, width=390), "orga")
    orga.goto("/events")
    orga.get_by_role("link", name="Events that you run").click()
    orga.get_by_role("link", name="Fachtag: Barrierefreie Dokumente").click()
    orga.get_by_role("link", name="Edit", exact=True).click()
    second = orga.get_by_role("group", name="Day 2")
    expect(second.get_by_label("Ends")).to_have_value("12:00")
    second.get_by_label("Day 2").fill(_in_days(30))
    orga.get_by_role("button", name="Save").click()
    expect(orga.get_by_text("This day lies before the one above.").first).to_be_visible()

    orga.go_back()
    orga.goto("/events/own")
    orga.get_by_role("link", name="Fachtag: Barrierefreie Dokumente").click()
    orga.get_by_role("button", name="Copy as a new draft").click()
    expect(orga.get_by_text("This is the draft of a new event.")).to_be_visible()
    orga.get_by_label("Title").fill("Fachtag: Einfache Sprache")
    orga.get_by_role("button", name="Save").click()
    orga.goto("/events/own")
    expect(orga.get_by_role("link", name=re.compile("Fachtag"))).to_have_count(2)
