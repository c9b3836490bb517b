"""Teams from the whole house: one asked by name, one drawn from volunteers, as those who run and join them do it."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from app import clock
from app.db import db
from app.panels import actions, queries
from app.panels.models import Panel
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

SEED = "3-14-15-22-31-45"
CONFERENCE, BOARD = "Organisationsteam der Beschäftigtenkonferenz", "Beirat Digitale Verwaltung"


def _confirm(page: Page, name: str, script: bool) -> None:
    """Press a button that asks first, where there is script."""
    page.get_by_role("button", name=name).first.click()
    if script:
        page.get_by_role("dialog").get_by_role("button", name=name).click()


def _start(page: Page) -> None:
    page.goto("/events")
    page.get_by_role("link", name=re.compile("Teams from the whole house")).click()
    page.get_by_role("link", name="Start a team").click()
    page.get_by_label("What is the team called?").fill("Runder Tisch Ankommen")
    page.get_by_label("How many people?").fill("zehn")
    page.get_by_role("button", name="Start the team").click()
    expect(page.get_by_label("What is the team called?")).to_have_value("Runder Tisch Ankommen")
    page.get_by_label("What is it for?").fill("Neue sollen sich schnell zurechtfinden.")
    page.get_by_label("How many people?").fill("10")
    page.get_by_role("button", name="Start the team").click()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_a_team_is_asked_by_name_and_the_desk_says_who_is_missing(open_page, sign_in, script):
    organiser = sign_in(open_page(script=script), "orga")
    _start(organiser)
    expect(organiser.get_by_text(re.compile("Missing: Dezernat I, Dezernat II, Dezernat III"))).to_be_visible()
    organiser.get_by_role("link", name="Ask somebody").click()
    organiser.get_by_label("Whom do you ask?").fill("Nele Brinkmann")
    organiser.get_by_label("Core team: comes every time").check()
    organiser.get_by_role("button", name="Ask", exact=True).click()
    expect(organiser.get_by_text("If everybody agrees who has been asked")).not_to_contain_text("Dezernat III")

    employee = sign_in(open_page(script=script, width=390), "beschaeftigte")
    employee.goto("/panels")
    employee.get_by_role("link", name="Runder Tisch Ankommen").click()
    employee.get_by_role("button", name="I like to").click()
    expect(employee.get_by_text("You are in the core team.", exact=True)).to_be_visible()

    organiser.reload()
    expect(organiser.get_by_text("1 of 10 has agreed.")).to_be_visible()
    organiser.get_by_role("link", name="Set the cross-section").click()
    wanted = organiser.get_by_role("group", name=re.compile("Dezernat IV"))
    wanted.get_by_label("At least").fill("3")
    wanted.get_by_label("At most").fill("2")
    organiser.get_by_role("button", name="Save").click()
    expect(organiser.get_by_text("“At most” can’t be less than “at least”.").first).to_be_visible()
    organiser.get_by_role("group", name=re.compile("Dezernat IV")).get_by_label("At most").fill("4")
    organiser.get_by_role("button", name="Save").click()
    expect(organiser.get_by_text(re.compile(r"Missing: .*Dezernat IV \(3\)"))).to_be_visible()


@WITH_SCRIPT_LATER_WITHOUT
def test_a_draw_goes_from_the_call_over_a_refused_quota_to_the_published_list(
    open_page, sign_in, site, work_off, script
):
    leader = sign_in(open_page(script=script), "leitung")
    leader.goto("/panels")
    leader.get_by_role("link", name=CONFERENCE).click()
    leader.get_by_role("button", name="Put myself forward").click()
    expect(leader.get_by_text("You take part in the draw.", exact=True)).to_be_visible()
    _end_the_call(site)

    organiser = sign_in(open_page(script=script), "orga")
    organiser.goto("/panels")
    organiser.get_by_role("link", name=CONFERENCE).click()
    expect(organiser.get_by_role("heading", level=1, name=CONFERENCE)).to_be_visible()
    while organiser.get_by_role("button", name=re.compile("Ask no longer")).count():
        organiser.get_by_role("button", name=re.compile("Ask no longer")).first.click()
        expect(organiser.get_by_text("The request is taken back.")).to_be_visible()
    _work_out(organiser, work_off)
    expect(organiser.get_by_text(re.compile("A quota for fewer than 5 volunteers"))).to_be_visible()

    organiser.get_by_role("link", name="Set the cross-section").first.click()
    expect(organiser.get_by_label("At least").first).to_be_visible()
    for field in organiser.get_by_label("At least").all():
        field.fill("")
    organiser.get_by_role("button", name="Save").click()
    _work_out(organiser, work_off)
    expect(organiser.get_by_text(re.compile("Everything is ready."))).to_be_visible()
    _confirm(organiser, "Publish the list", script)
    expect(organiser.get_by_text(re.compile("^SHA-256"))).to_be_visible()

    leader.reload()
    expect(leader.get_by_text(re.compile(r"Your chance is \d+\.\d.%, about \d in \d"))).to_be_visible()


def _end_the_call(site) -> None:
    """Let the call have ended yesterday; the seed is still to come."""
    with site.app.app_context():
        panel = db.session.scalars(select(Panel).where(Panel.title == CONFERENCE)).one()
        panel.closes_at = clock.now() - dt.timedelta(hours=1)
        db.session.commit()


def _work_out(organiser: Page, work_off) -> None:
    organiser.get_by_role("button", name="Work out the chances").click()
    expect(organiser.get_by_text("Lotse is looking for the fairest lottery.")).to_be_visible()
    work_off()
    organiser.reload()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_the_seed_draws_the_team_which_everybody_can_check_and_somebody_moves_up(open_page, sign_in, site, script):
    employee = sign_in(open_page(script=script, width=390), "beschaeftigte")
    employee.goto("/panels")
    employee.get_by_role("link", name=BOARD).click()
    expect(employee.get_by_text(re.compile("Your chance is"))).to_be_visible()

    organiser = sign_in(open_page(script=script), "orga")
    organiser.goto("/panels")
    organiser.get_by_role("link", name=BOARD).click()
    organiser.get_by_role("link", name="Enter the seed").click()
    organiser.get_by_label("The seed").fill(SEED)
    organiser.get_by_role("button", name="Draw", exact=True).click()
    expect(organiser.get_by_text("18 of 18 have agreed.")).to_be_visible()
    expect(organiser.get_by_text("The team is a cross-section as you want it.")).to_be_visible()

    employee.reload()
    expect(employee.get_by_text(re.compile("This time the lot fell on others.|You are in the team."))).to_be_visible()
    employee.get_by_role("link", name="Protocol of the draw").click()
    expect(employee.get_by_text(SEED)).to_be_visible()
    expect(employee.get_by_role("heading", name="The team")).to_have_count(0)

    _somebody_leaves(site)
    organiser.reload()
    expect(organiser.get_by_text("17 of 18 have agreed.")).to_be_visible()
    _confirm(organiser, "Let the next one move up", script)
    expect(organiser.get_by_text("18 of 18 have agreed.")).to_be_visible()
    expect(organiser.get_by_text("Has moved up", exact=True)).to_be_visible()

    result = site.app.test_cli_runner().invoke(args=["panels", "redraw", "2", "--seed", SEED])
    assert result.output.rstrip().endswith("The same as drawn.")


def _somebody_leaves(site) -> None:
    """The first of the team leaves, as they would with one click."""
    with site.app.test_request_context():
        panel = db.session.scalars(select(Panel).where(Panel.title == BOARD)).one()
        actions.member.leave(queries.draw.inside(panel)[0])
        db.session.commit()
