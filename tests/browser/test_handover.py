"""A seat that is passed on: asked by name, answered by the colleague, with and without scripts."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from app.bookings import actions
from app.bookings.models import Handover
from app.db import db
from app.people.models import Person
from tests import make
from tests.browser.faults import AT_EACH_WIDTH, faults_of
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT


@pytest.fixture
def seat(site):
    """The leader has the only seat of a date; at a second date of the same course others sit."""
    with site.app.test_request_context():
        leader, member = (_account(name) for name in ("leitung", "beschaeftigte"))
        bookable = make.bookable("Kurs zum Weitergeben", seats=1, in_days=9, path="/courses/kurs")
        make.bookable("Kurs zum Weitergeben", seats=5, in_days=16, path="/courses/kurs")
        booking = actions.book(bookable, leader, by=leader)
        found = booking.id, member.name
        db.session.commit()
    return found


def _account(name):
    return db.session.scalars(select(Person).where(Person.email == f"{name}@stadt.example")).one()


@WITH_SCRIPT_LATER_WITHOUT
def test_a_leader_passes_their_seat_to_a_colleague(open_page, sign_in, seat, script):
    booking, name = seat
    page = sign_in(open_page(script=script), "leitung")
    page.goto("/account/bookings")
    page.get_by_role("link", name="Pass the seat on …").first.click()
    page.get_by_label("Who takes your seat?").fill("Niemand Hier")
    page.get_by_role("button", name="Ask the colleague").click()
    expect(page.get_by_text("Nobody here is called so.").first).to_be_visible()

    page.get_by_label("Who takes your seat?").fill("beschaeftigte@stadt.example")
    page.get_by_role("button", name="Ask the colleague").click()
    expect(page.get_by_text("We have asked your colleague.")).to_be_visible()
    expect(page.get_by_text(f"{name} can say yes until")).to_be_visible()

    other = sign_in(open_page(script=script), "beschaeftigte")
    other.goto("/account/bookings")
    offers = other.get_by_role("region", name="Seats that colleagues offer you")
    offers.get_by_role("link", name="Kurs zum Weitergeben").click()
    other.get_by_role("button", name="Take the seat over").click()
    expect(other.get_by_text("The seat was taken over.")).to_be_visible()

    page.goto(f"/bookings/{booking}/handover")
    expect(page.get_by_text("Only a confirmed seat can be passed on")).to_be_visible()


def test_the_demo_has_an_offer_that_is_declined(open_page, sign_in):
    page = sign_in(open_page(), "beschaeftigte")
    page.goto("/account/bookings")
    page.get_by_role("region", name="Seats that colleagues offer you").get_by_role("link").click()

    page.get_by_role("button", name="No, thank you").click()

    expect(page.get_by_text("The seat stayed where it was: this was declined.")).to_be_visible()


@AT_EACH_WIDTH
@pytest.mark.parametrize(
    ("account", "path"), [("leitung", "/bookings/{}/handover"), ("beschaeftigte", "/handovers/{}")]
)
def test_both_pages_are_accessible_and_fit_the_window(open_page, sign_in, site, seat, account, path, width):
    with site.app.test_request_context():
        offer = db.session.scalars(select(Handover.id)).first()
    page = sign_in(open_page(width=width), account)

    page.goto(path.format(seat[0] if account == "leitung" else offer))

    assert faults_of(page) == []
