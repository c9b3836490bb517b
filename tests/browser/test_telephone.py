"""Somebody telephones, and whoever runs the event signs them up: with the keyboard alone, on a small window."""

import pytest
from playwright.sync_api import expect

from app.db import begin_writing, db
from tests import make
from tests.browser.faults import AT_EACH_WIDTH, faults_of
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT
from tests.browser.test_reconfirm import _account


@pytest.fixture
def evening(site):
    with site.app.test_request_context():
        begin_writing()
        event = make.event("Ein Abend für alle", seats=2, in_days=20)
        make.organiser(event.bookable, _account("orga"))
        caller = _account("beschaeftigte")
        db.session.commit()
        return {
            "event": f"/events/{event.id}",
            "list": f"/bookables/{event.bookable_id}/participants",
            "form": f"/bookables/{event.bookable_id}/bookings?q={caller.personnel_number}",
            "caller": caller.name,
            "number": caller.personnel_number,
        }


@WITH_SCRIPT_LATER_WITHOUT
def test_a_caller_is_found_by_number_taken_back_signed_up_again_and_gives_the_seat_back(
    open_page, sign_in, evening, script
):
    organiser = sign_in(open_page(script=script, width=390), "orga")
    organiser.goto(evening["list"])
    organiser.locator("summary", has_text="Sign somebody up").focus()
    organiser.keyboard.press("Enter")
    organiser.keyboard.press("Tab")
    organiser.keyboard.type(evening["number"])
    organiser.keyboard.press("Enter")
    expect(organiser.get_by_role("radio", name=evening["caller"])).to_be_checked()
    organiser.get_by_role("radio", name=evening["caller"]).focus()
    organiser.keyboard.press("Tab")
    expect(organiser.get_by_role("checkbox", name="If they have to wait")).to_be_focused()
    organiser.keyboard.press("Space")
    organiser.keyboard.press("Tab")
    organiser.keyboard.press("Enter")
    expect(organiser.get_by_text(f"{evening['caller']} has a seat now.")).to_be_visible()
    organiser.get_by_role("button", name="Take back").click()
    if script:
        organiser.get_by_role("dialog").get_by_role("button", name="Take back").click()
    expect(organiser.get_by_text(f"The sign-up of {evening['caller']} is taken back.")).to_be_visible()
    expect(organiser.get_by_role("button", name="Take back")).to_have_count(0)
    organiser.goto(evening["form"])
    organiser.get_by_role("radio", name=evening["caller"]).check()
    organiser.get_by_role("button", name="Sign up").click()
    expect(organiser.get_by_text(f"{evening['caller']} has a seat now.")).to_be_visible()
    organiser.goto(evening["list"])
    expect(organiser.get_by_role("rowheader")).to_have_count(1)

    caller = sign_in(open_page(script=script, width=390), "beschaeftigte")
    caller.goto(evening["event"])
    expect(caller.get_by_text("You have a seat.", exact=True)).to_be_visible()
    caller.get_by_role("button", name="Give back my seat").click()
    expect(caller.get_by_text("Your seat in")).to_be_visible()


@AT_EACH_WIDTH
def test_the_pages_have_no_faults_and_fit_any_width(open_page, sign_in, evening, width):
    desk = sign_in(open_page(width=width), "orga")
    for path in (evening["list"], evening["form"], f"{evening['form']}0000"):
        desk.goto(path)
        assert faults_of(desk) == [], path
