"""One's own calendar: its pages, and what a reader of another make (ical.js) finds at its address."""

import datetime as dt
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import expect

from app import clock
from app.text.calendar import Again, Entry, published
from tests.browser.faults import AT_EACH_WIDTH, faults_of
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

ICAL = (Path(__file__).parents[1] / "vendor/ical/ical.es5.min.js").read_text(encoding="utf-8")
READ = """(text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  const found = [];
  for (const part of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(part);
    if (event.isRecurrenceException()) continue;
    const uid = event.uid;
    calendar.getAllSubcomponents("vevent").forEach((other) => {
      const one = new ICAL.Event(other);
      if (one.isRecurrenceException() && one.uid === uid) event.relateException(one);
    });
    const times = event.iterator();
    for (let next = times.next(); next; next = times.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(next);
      found.push([startDate, endDate].map((one) => one.toJSDate().toISOString()));
    }
  }
  return found;
}"""
"""Every time of every date, in UTC."""


def utc(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def read(page, text):
    page.evaluate(ICAL)
    return [tuple(dt.datetime.fromisoformat(one) for one in span) for span in page.evaluate(READ, text)]


def test_another_reader_finds_the_same_times_on_both_sides_of_both_changes_of_clock(open_page):
    days = ["2027-03-27T08:00", "2027-03-28T07:00", "2027-10-30T07:00", "2027-10-31T08:00", "2027-11-02T08:00"]
    hours = [2, 2, 3, 2, 1]
    spans = [(utc(day), utc(day) + dt.timedelta(hours=long)) for day, long in zip(days, hours, strict=True)]
    entry = Entry("session-1@stadt.example", "Moderieren", utc("2026-11-01T00:00"), spans)
    page = open_page()
    page.goto("/sign-in")

    assert read(page, published("Termine", [entry]).decode()) == spans


def test_another_reader_unrolls_a_series_to_the_same_wall_time(open_page):
    first = dt.datetime(2027, 3, 21, 14, tzinfo=clock.HOUSE)
    days = [first + dt.timedelta(weeks=number) for number in range(33)]
    hour = dt.timedelta(hours=1)
    changed = Entry("series-1@stadt.example", "x", utc("2026-11-01T00:00"), [(days[2] + hour, days[2] + 2 * hour)])
    again = Again("FREQ=WEEKLY;COUNT=33;INTERVAL=1;BYDAY=SU;WKST=MO", [days[1]], [(days[2], changed)])
    entry = Entry("series-1@stadt.example", "x", utc("2026-11-01T00:00"), [(first, first + hour)], again=again)
    page = open_page()
    page.goto("/sign-in")

    found = [start.astimezone(clock.HOUSE) for start, _end in read(page, published("Termine", [entry]).decode())]

    assert [(one.date(), one.hour) for one in found] == [
        (day.date(), 15 if day == days[2] else 14) for day in days if day != days[1]
    ]


@WITH_SCRIPT_LATER_WITHOUT
def test_an_employee_gets_an_address_that_a_calendar_reads_until_it_is_ended(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "beschaeftigte")
    page.goto("/account/calendar")
    page.get_by_role("button", name="Get an address").click()
    address = urlsplit(page.get_by_label("Address").input_value()).path

    text = page.request.get(address).text()
    page.get_by_role("link", name="I have copied it").click()
    expect(page.get_by_text("Your calendar follows Lotse since")).to_be_visible()
    reader = open_page()
    reader.goto("/sign-in")
    assert len(read(reader, text)) >= 1

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="End it").click()
    if script:
        page.get_by_role("dialog").get_by_role("button", name="End it").click()
    expect(page.get_by_text("The address shows nothing any more.")).to_be_visible()
    assert page.request.get(address).status == 404


@AT_EACH_WIDTH
def test_its_pages_are_accessible_and_fit_the_window(open_page, sign_in, width):
    page = sign_in(open_page(width=width, language="de"), "beschaeftigte")
    page.goto("/account/calendar")
    assert faults_of(page) == []

    page.get_by_role("button", name="Adresse erzeugen").click()
    assert faults_of(page) == []

    page.get_by_role("link", name="Ich habe sie kopiert").click()
    assert faults_of(page) == []
