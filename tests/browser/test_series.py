"""An organiser makes a series from nothing and changes it; staff book one date, or keep all where no seat is needed."""

import datetime as dt
import re

import icalendar
import pytest
from playwright.sync_api import Page, expect

from app import clock
from tests.browser.faults import AT_EACH_WIDTH, faults_of
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

TITLE = "IT-Café: Tabellen"


def _next_tuesday() -> dt.date:
    day = clock.today() + dt.timedelta(days=14)
    return day + dt.timedelta(days=(1 - day.weekday()) % 7)


def _spoken(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _plan(page: Page, how: str = "In the order of signing up") -> None:
    page.goto("/events/new")
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("In one sentence").fill("Eine Stunde zu Formeln und Filtern.")
    first = page.get_by_role("group", name="Day 1")
    first.get_by_label("Day 1").fill(_next_tuesday().isoformat())
    first.get_by_label("Begins").fill("14:00")
    first.get_by_label("Ends").fill("15:00")
    page.get_by_label("How often?").select_option(label="every second week")
    page.get_by_label("Place").fill("Werkraum")
    page.get_by_label("Number of seats").fill("20")
    page.get_by_label(how).check()
    page.get_by_text("Weekdays and end of a series").click()


def _open(page: Page, number: int) -> None:
    """The page of the first, second … date of the series that the page belongs to."""
    page.get_by_role("link", name="All dates", exact=True).click()
    page.get_by_role("main").get_by_role("link", name=re.compile("14:00|10:00")).nth(number - 1).click()


@WITH_SCRIPT_LATER_WITHOUT
def test_a_series_is_planned_changed_moved_and_booked(open_page, sign_in, script):
    orga = sign_in(open_page(script=script), "orga")
    _plan(orga)
    orga.get_by_role("button", name="Preview of the dates").click()
    expect(orga.get_by_text("A series has an end.").first).to_be_visible()
    expect(orga.get_by_label("Place")).to_have_value("Werkraum")
    orga.get_by_label("How many dates?").fill("5")
    orga.get_by_label("Leave out public holidays").uncheck()
    orga.get_by_role("button", name="Preview of the dates").click()
    expect(orga.get_by_text("Every second Tuesday, from 14:00 to 15:00, until")).to_be_visible()
    days = [_next_tuesday() + dt.timedelta(weeks=2 * number) for number in range(5)]
    for day in days:
        expect(orga.get_by_role("listitem").filter(has_text=_spoken(day))).to_be_visible()
    orga.get_by_role("button", name="Save as a draft").click()
    orga.get_by_role("button", name="Publish all dates").click()
    expect(orga.get_by_text("5 dates are published")).to_be_visible()

    employee = sign_in(open_page(script=script), "beschaeftigte")
    employee.goto("/events")
    expect(employee.get_by_role("link", name=TITLE)).to_have_count(1)
    employee.get_by_role("link", name=TITLE).click()
    _open(employee, 3)
    employee.get_by_role("button", name="Take a seat").click()
    expect(employee.get_by_text("You have a seat.")).to_be_visible()
    with employee.expect_download() as download:
        employee.get_by_role("link", name="This date as a calendar file").click()
    [event] = icalendar.Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert event["DTSTART"].dt.date() == days[2]

    _open(orga, 2)
    orga.get_by_role("link", name="Edit", exact=True).click()
    orga.get_by_label("Place").fill("Aula")
    orga.get_by_label("Only this date").check()
    orga.get_by_role("button", name="Save").click()
    expect(orga.get_by_text("Aula")).to_be_visible()

    _open(orga, 1)
    orga.get_by_role("link", name="Cancel the event …").click()
    expect(orga.get_by_text("5 dates, 1 sign-up").first).to_be_visible()
    orga.get_by_label("Why does it not take place?").fill("Der Raum wird gestrichen.")
    orga.get_by_role("button", name="Cancel the event for good").click()
    expect(orga.get_by_text("1 date is cancelled.")).to_be_visible()

    _open(orga, 3)
    orga.get_by_role("link", name="Edit", exact=True).click()
    first = orga.get_by_role("group", name="Day 1")
    first.get_by_label("Day 1").fill((days[2] + dt.timedelta(days=1)).isoformat())
    first.get_by_label("Begins").fill("10:00")
    first.get_by_label("Ends").fill("11:00")
    orga.get_by_label("This and all following dates").check()
    orga.get_by_role("button", name="Save").click()
    expect(orga.get_by_text("1 person who has a seat is being told of the change.")).to_be_visible()
    expect(orga.get_by_text("Every second Wednesday, from 10:00 to 11:00").first).to_be_visible()
    expect(orga.get_by_text("(3 dates)").first).to_be_visible()

    employee.goto("/account/notices")
    employee.get_by_text(re.compile(f"“{TITLE}” takes place at another time or place")).first.click()
    expect(employee.get_by_text(_spoken(days[2] + dt.timedelta(days=1))).first).to_be_visible()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_without_sign_up_somebody_keeps_all_dates_in_the_calendar(open_page, sign_in, script):
    orga = sign_in(open_page(script=script, width=390), "orga")
    _plan(orga, "Without sign-up")
    orga.get_by_label("How many dates?").fill("4")
    orga.get_by_label("Leave out public holidays").uncheck()
    orga.get_by_role("button", name="Save as a draft").click()
    orga.get_by_role("button", name="Publish all dates").click()

    employee = sign_in(open_page(script=script, width=390), "beschaeftigte")
    employee.goto("/events")
    employee.get_by_role("link", name=TITLE).click()
    expect(employee.get_by_text("Just come along.")).to_be_visible()
    expect(employee.get_by_role("button", name="Take a seat")).to_have_count(0)
    employee.get_by_role("button", name="Keep all dates").click()
    expect(employee.get_by_text("All dates of this series stand in your calendar.")).to_be_visible()

    employee.goto("/account/calendar")
    employee.get_by_role("button", name="Get an address").click()
    address = employee.get_by_label("Address").input_value()
    text = employee.request.get(address[address.index("/calendar/") :]).text()
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    [series] = [event for event in found if str(event["SUMMARY"]) == TITLE]
    assert (series["RRULE"]["COUNT"], series["DTSTART"].dt.date()) == ([4], _next_tuesday())


@AT_EACH_WIDTH
def test_its_pages_are_accessible_and_fit_the_window(open_page, sign_in, width):
    page = sign_in(open_page(width=width, language="de"), "beschaeftigte")
    page.goto("/events")
    page.get_by_role("link", name="Offene Lernsprechstunde").click()
    assert faults_of(page) == []
    page.get_by_role("link", name="Alle Termine", exact=True).click()
    assert faults_of(page) == []


@AT_EACH_WIDTH
def test_the_forms_of_a_series_are_accessible_and_fit_the_window(open_page, sign_in, width):
    page = sign_in(open_page(width=width, language="de"), "orga")
    page.goto("/events/new")
    page.get_by_label("Wie oft findet es statt?").select_option(label="alle zwei Wochen")
    page.get_by_role("button", name="Termine ansehen").click()
    assert faults_of(page) == []
    page.goto("/events")
    page.get_by_role("link", name=re.compile("IT-Café")).last.click()
    for name in ("Bearbeiten", "Veranstaltung absagen …"):
        page.get_by_role("link", name=name, exact=True).click()
        assert faults_of(page) == []
        page.go_back()
