"""Two people exchange seats of a programme, though each is at the same time as the other."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from app.bookings import actions as bookings
from app.db import db
from app.events import actions
from app.people.models import Person
from tests import make
from tests.browser.faults import AT_EACH_WIDTH, faults_of
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT
from tests.events.programmes import learning_event


@pytest.fixture
def programme(site):
    """Where the timetable is: the leader has the only seat of “Klare Sprache”, a member one of “KI im Alltag”."""
    with site.app.test_request_context():
        days = learning_event(make.person("Ole Orga"))
        for name, slot in (("leitung", days.plain), ("beschaeftigte", days.ki)):
            person = db.session.scalars(select(Person).where(Person.email == f"{name}@stadt.example")).one()
            bookings.book(days.event.bookable, person, by=person)
            actions.take_slot(slot, person)
        db.session.commit()
        return f"/events/{days.event.id}/programme"


def to_exchange(page, programme):
    page.goto(programme)
    page.get_by_text("1 other slot at this time").first.click()
    page.get_by_role("link", name="Exchange “Klare Sprache” with a colleague …").click()


@WITH_SCRIPT_LATER_WITHOUT
def test_a_leader_exchanges_a_slot_with_a_member_of_staff(open_page, sign_in, programme, script):
    page = sign_in(open_page(script=script), "leitung")
    to_exchange(page, programme)
    page.get_by_label("With whom would you like to exchange?").fill("beschaeftigte@stadt.example")
    page.get_by_role("button", name="Ask the colleague").click()
    expect(page.get_by_text("Please choose what you would like in return.").first).to_be_visible()
    expect(page.get_by_label("With whom would you like to exchange?")).to_have_value("beschaeftigte@stadt.example")

    offered = page.get_by_label("Their seat in return")
    expect(offered.locator("option")).to_have_count(4)
    offered.select_option(index=1)
    page.get_by_role("button", name="Ask the colleague").click()
    expect(page.get_by_text("We have asked your colleague.")).to_be_visible()

    other = sign_in(open_page(script=script), "beschaeftigte")
    other.goto("/account/bookings")
    offers = other.get_by_role("region", name="Seats that colleagues offer you")
    offers.get_by_role("link", name="Klare Sprache").click()
    expect(other.get_by_text("KI im Alltag, ")).to_be_visible()
    other.get_by_role("button", name="Exchange seats").click()
    expect(other.get_by_text("The seat was taken over.")).to_be_visible()

    for reader, has in ((page, "KI im Alltag"), (other, "Klare Sprache")):
        reader.goto(programme)
        expect(reader.get_by_role("heading", name=has, level=3)).to_be_visible()


@AT_EACH_WIDTH
def test_the_page_of_an_exchange_is_accessible_and_fits_the_window(open_page, sign_in, programme, width):
    page = sign_in(open_page(width=width), "leitung")
    to_exchange(page, programme)

    assert faults_of(page) == []
