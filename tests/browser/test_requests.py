"""A training request from the wish to the evidence, by everybody who has a part in it."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from app import clock
from app.db import db
from app.requests.models import TrainingRequest
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

TITLE = "Tagung Offene Daten"


def ask(page, *, saves_itself):
    """The employee, from their plan to a request that is sent; what was typed stays when the page is left."""
    page.goto("/plan")
    page.get_by_role("link", name="Training requests").click()
    page.get_by_role("link", name="Ask for a training").click()
    page.get_by_label("What would you like to attend?").fill(TITLE)
    page.get_by_role("button", name="Begin a draft").click()
    page.get_by_label("Who offers it?").fill("Hochschule")
    if saves_itself:
        page.get_by_label("Where?").fill("Essen")
        page.get_by_label("Where?").blur()
        expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    else:
        page.get_by_role("button", name="Save as draft").click()
        page.get_by_role("link", name="Go on writing").click()
    page.reload()
    expect(page.get_by_label("Who offers it?")).to_have_value("Hochschule")
    page.get_by_role("button", name="Send the request").click()
    expect(page.get_by_role("alert")).to_contain_text("Please enter the fee; 0 if it is free.")
    page.get_by_label("Why do you want to attend it?").fill("Unsere Daten liegen brach.")
    page.get_by_label("Hours of working time").fill("16")
    page.get_by_label("Fee in euros").fill("480")
    page.get_by_label("Travel and overnight stays in euros").fill("89.50")
    page.get_by_role("button", name="Send the request").click()
    expect(page.get_by_text("It is with Martina Vogt")).to_be_visible()


def support(page):
    """The leader, from their home."""
    page.goto("/")
    page.get_by_role("link", name="training requests of your team").first.click()
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_text("569.50")).to_be_visible()
    page.get_by_label("Reason").fill("Gern.")
    page.get_by_role("button", name="Support it").click()
    expect(page.get_by_role("heading", name="Training requests that you decided last")).to_be_visible()


def approve(page):
    """HR, from the list, with a budget that pays."""
    page.goto("/studio/requests?state=with-hr")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_text("Approved: the costs are committed")).to_be_visible()


def bring_evidence(page):
    """The employee again: it took place."""
    page.goto("/plan")
    expect(page.get_by_role("main").get_by_text(TITLE, exact=True).locator("visible=true").first).to_be_visible()
    page.goto("/requests")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="It took place").click()
    page.get_by_label("On which day was it, or did it end?").fill(clock.today().isoformat())
    page.get_by_label("What did it cost in all, in euros?").fill("512.30")
    page.get_by_role("button", name="Save and go on to the evidence").click()
    page.get_by_label("Competence").select_option(index=1)
    page.get_by_label("Which level does it show?").select_option(index=1)
    certificate = {"name": "zertifikat.txt", "mimeType": "text/plain", "buffer": b"Teilgenommen."}
    page.get_by_label("Certificate or other file").set_input_files(certificate)
    page.get_by_role("button", name="Hand it in").click()
    page.get_by_role("link", name="Your evidence").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_text("zertifikat.txt")).to_be_visible()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_a_training_request_goes_from_the_wish_to_the_evidence(open_page, sign_in, site, script):
    employee = sign_in(open_page(script=script), "beschaeftigte")
    ask(employee, saves_itself=script)
    support(sign_in(open_page(script=script), "leitung"))
    hr = sign_in(open_page(script=script), "personalentwicklung")
    approve(hr)
    bring_evidence(employee)

    hr.goto("/studio/requests?state=done")
    hr.get_by_role("link", name=TITLE).click()
    expect(hr.get_by_text("Evidence is handed in.")).to_be_visible()
    with site.app.app_context():
        request = db.session.scalars(select(TrainingRequest).where(TrainingRequest.title == TITLE)).one()
        assert (request.spent_cents, request.budget is not None) == (512_30, True)
