"""An event by invitation, from its plan to the answers of the guests, with and without scripts."""

import pytest
from playwright.sync_api import expect

from app.db import begin_writing, db
from tests import make
from tests.browser.faults import AT_EACH_WIDTH, faults_of
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT
from tests.browser.test_reconfirm import _account

TITLE = "Gespräch im kleinen Kreis"


@pytest.fixture
def talk(site):
    with site.app.test_request_context():
        begin_writing()
        event = make.event(TITLE, seats=2, in_days=20, mode="invitation")
        make.organiser(event.bookable, _account("orga"))
        db.session.commit()
        return {"event": f"/events/{event.id}", "desk": f"/bookables/{event.bookable_id}/invitations"}


@WITH_SCRIPT_LATER_WITHOUT
def test_two_are_invited_one_accepts_one_declines_and_a_third_takes_that_seat(open_page, sign_in, talk, script):
    organiser = sign_in(open_page(script=script), "orga")
    organiser.goto(talk["event"])
    organiser.get_by_role("link", name="Invitations").click()
    organiser.get_by_label("Single people").fill("Niemand Hier")
    organiser.get_by_role("button", name="Invite", exact=True).click()
    expect(organiser.get_by_text("Nobody here is called “Niemand Hier”.").first).to_be_visible()
    organiser.get_by_label("Single people").fill("beschaeftigte@stadt.example\nleitung@stadt.example")
    organiser.get_by_role("button", name="Invite", exact=True).click()
    expect(organiser.get_by_text("You can invite 0 more people.")).to_be_visible()

    guest = sign_in(open_page(script=script, width=390), "beschaeftigte")
    guest.get_by_role("link", name=f"You are invited: {TITLE}", exact=True).click()
    guest.get_by_role("button", name="Accept the invitation").click()
    expect(guest.get_by_text("You have a seat.")).to_be_visible()

    leader = sign_in(open_page(script=script), "leitung")
    leader.goto(talk["event"])
    leader.get_by_role("button", name="Decline the invitation").click()
    expect(leader.get_by_text("You have declined this invitation.")).to_be_visible()

    stranger = sign_in(open_page(script=script), "personalentwicklung")
    assert stranger.goto(talk["event"]).status == 404
    organiser.reload()
    organiser.get_by_label("Single people").fill("personalentwicklung@stadt.example")
    organiser.get_by_role("button", name="Invite", exact=True).click()
    stranger.goto(talk["event"])
    expect(stranger.get_by_role("button", name="Accept the invitation")).to_be_visible()


@AT_EACH_WIDTH
def test_the_pages_have_no_faults_and_fit_any_width(open_page, sign_in, talk, width):
    desk = sign_in(open_page(width=width), "orga")
    for path in talk.values():
        desk.goto(path)
        assert faults_of(desk) == [], path
