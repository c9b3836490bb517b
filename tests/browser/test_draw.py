"""Seats by lot, from the plan of an event to the protocol, as organiser and applicants do it."""

import datetime as dt
import re

from playwright.sync_api import expect
from sqlalchemy import select

from app import clock
from app.bookings.models import Bookable
from app.db import db
from tests.browser.faults import faults_on_the_way
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

TITLE, SEED = "Blick ins Rechenzentrum", "03-14-15-22-33-41"


def _on_its_day(site, **draw) -> None:
    """Let sign-up have closed, and what is said of the draw be so."""
    with site.app.app_context():
        bookable = db.session.scalars(select(Bookable).where(Bookable.title == TITLE)).one()
        bookable.closes_at = clock.now() - dt.timedelta(hours=1)
        for name, value in draw.items():
            setattr(bookable.draw, name, value)
        db.session.commit()


@WITH_SCRIPT_LATER_WITHOUT
def test_staff_apply_the_list_is_fixed_lots_are_drawn_and_everybody_can_check(
    open_page, sign_in, site, work_off, script
):
    employee = sign_in(open_page(script=script, width=390), "beschaeftigte")
    employee.goto("/events")
    employee.get_by_role("link", name=TITLE).click()
    expect(employee.get_by_text("12 seats are given by lot.")).to_be_visible()
    employee.get_by_role("button", name="Take part in the draw").click()
    expect(employee.get_by_role("button", name="Withdraw my application")).to_be_visible()

    _on_its_day(site)
    organiser = sign_in(open_page(script=script), "orga")
    organiser.goto("/events")
    organiser.get_by_role("link", name=TITLE).first.click()
    organiser.get_by_role("link", name="The draw", exact=True).click()
    organiser.get_by_role("button", name="Fix the list").click()
    if script:
        organiser.get_by_role("dialog").get_by_role("button", name="Fix the list").click()
    expect(organiser.get_by_text("The list is fixed, and its hash is public.")).to_be_visible()

    employee.reload()
    employee.get_by_role("link", name="How the draw works").click()
    expect(employee.get_by_text(re.compile(r"Your lot is \w{4}-\w{4}\."))).to_be_visible()

    _on_its_day(site, seed_on=clock.today())
    organiser.reload()
    organiser.get_by_role("link", name="Enter the seed").click()
    expect(organiser.get_by_label("The seed")).to_be_visible()
    assert not script or faults_on_the_way(organiser) == []
    organiser.get_by_role("button", name="Draw").click()
    expect(organiser.get_by_text("Please enter the seed, at most 200 characters.").first).to_be_visible()
    organiser.get_by_label("The seed").fill(SEED)
    organiser.get_by_role("button", name="Draw").click()
    expect(organiser.get_by_text("The seats are being given.", exact=False).last).to_be_visible()
    work_off()
    organiser.goto(organiser.url)
    expect(organiser.get_by_text("Drawn: 12 people of the list have a seat.")).to_be_visible()

    employee.reload()
    expect(employee.get_by_text(re.compile(r"It was drawn as number \d+ of 37\."))).to_be_visible()
    with site.app.app_context():
        number = db.session.scalars(select(Bookable.id).where(Bookable.title == TITLE)).one()
    redrawn = site.app.test_cli_runner().invoke(args=["bookings", "redraw", str(number), "--seed", SEED])
    assert "The same as drawn." in redrawn.output
    assert "All" in site.app.test_cli_runner().invoke(args=["bookings", "audit"]).output
