"""What somebody needs on the day, and what they say of it afterwards: to those who run it, and without a name."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from app.db import db
from app.people.models import Person
from tests import make
from tests.browser.faults import AT_EACH_WIDTH, faults_on, faults_on_the_way
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

REASON = "Damit die Küche für alle kocht."


def _account(name):
    return db.session.scalars(select(Person).where(Person.email == f"{name}@stadt.example")).one()


@pytest.fixture
def events(site):
    """One to come that asks about food, and one of last week: five are asked, three of them have answered."""
    with site.app.test_request_context():
        organiser, employee, leader = (_account(name) for name in ("orga", "beschaeftigte", "leitung"))
        ahead = make.event("Betriebsfest", food_reason=REASON)
        past = make.event("Zukunftstag", in_days=-7)
        for event in (ahead, past):
            make.organiser(event.bookable, organiser)
        guests = [make.person(f"Gast{at}", employee.unit) for at in range(3)]
        sheet = make.sheet(past.bookable, organiser, [employee, leader, *guests])
        for guest, scale in zip(guests, "124", strict=True):
            make.feedback(sheet, guest, scale, "yes", "Bitte mit mehr Pausen")
        found = SimpleNamespace(ahead=ahead.id, bookable=ahead.bookable_id, past=past.id, sheet=sheet.id)
        found.past_bookable, found.name = past.bookable_id, employee.name
        db.session.commit()
    return found


@WITH_SCRIPT_LATER_WITHOUT
def test_somebody_says_what_they_need_and_only_the_organiser_reads_it(open_page, sign_in, events, script):
    employee = sign_in(open_page(script=script, width=390), "beschaeftigte")
    employee.goto(f"/events/{events.ahead}")
    expect(employee.get_by_text(f"Why this is asked: {REASON}")).to_be_visible()
    employee.get_by_label("Food").fill("vegan")
    employee.get_by_role("button", name="Take a seat").click()
    expect(employee.get_by_text("You have a seat.")).to_be_visible()
    employee.get_by_role("link", name="What you need on the day").click()
    expect(employee.get_by_label("Food")).to_have_value("vegan")
    assert not script or faults_on_the_way(employee) == []
    employee.get_by_label("Food").fill("vegan, keine Nüsse")
    employee.get_by_role("button", name="Save").click()

    desk = sign_in(open_page(script=script), "orga")
    desk.goto(f"/events/{events.ahead}/organise")
    expect(desk.get_by_text("keine Nüsse")).to_have_count(0)
    desk.get_by_role("link", name="Food and accessibility").click()

    expect(desk.get_by_role("rowheader", name=events.name)).to_be_visible()
    expect(desk.get_by_text("vegan, keine Nüsse")).to_be_visible()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_with_the_fifth_answer_the_results_appear(open_page, sign_in, events, script):
    desk = sign_in(open_page(script=script), "orga")
    desk.goto(f"/events/{events.past}/organise")
    desk.get_by_role("link", name="Feedback").click()
    results = desk.url
    for account, scale in (("beschaeftigte", "5, very much"), ("leitung", "4")):
        desk.goto(results)
        expect(desk.get_by_text("There is nothing to show yet.")).to_be_visible()
        person = sign_in(open_page(script=script, width=390), account)
        person.goto(f"/feedback/{events.sheet}")
        person.get_by_role("group", name="Wie nützlich war es?").get_by_label(scale, exact=True).check()
        person.get_by_label("Was sollte anders sein?").fill("Ein Satz")
        person.get_by_role("button", name="Send").click()
        expect(person.get_by_text("You have answered. Thank you.")).to_be_visible()

    desk.goto(results)

    expect(desk.get_by_text("5 answers, as of")).to_be_visible()
    expect(desk.get_by_text("Ein Satz")).to_have_count(2)
    expect(desk.get_by_text("they are too much alike")).to_be_visible()


@AT_EACH_WIDTH
def test_the_pages_have_no_faults_and_fit_any_width(open_page, sign_in, events, width):
    desk, employee = sign_in(open_page(), "orga"), sign_in(open_page(), "beschaeftigte")
    ways = [(employee, f"/events/{events.ahead}"), (employee, f"/feedback/{events.sheet}")]
    ways += [
        (desk, path)
        for path in (
            f"/bookables/{events.bookable}/needs",
            f"/bookables/{events.bookable}/needs/question",
            f"/bookables/{events.bookable}/feedback/questions",
            f"/bookables/{events.past_bookable}/feedback",
            f"/events/{events.past}/organise",
        )
    ]

    assert faults_on(ways, width) == {}
