"""People with a seat are asked whether they come: by letter, on every page of theirs, with and without scripts."""

import datetime as dt
import re

import pytest
import time_machine
from playwright.sync_api import expect
from sqlalchemy import select

from app import clock
from app.bookings import actions
from app.bookings.models import Bookable, Booking
from app.db import begin_writing, db
from app.notifications.models import Mail
from app.people.models import Person
from tests import make
from tests.browser.faults import AT_EACH_WIDTH, faults_of
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

TITLE, PASSED_ON = "Kommt, wer kommt", "Wird weitergegeben"


@pytest.fixture
def asked(site):
    """Both dates begin in five days; the employee has the only seat, the leader waits, and the job has asked."""
    with site.app.test_request_context():
        begin_writing()
        member, leader, organiser = (_account(name) for name in ("beschaeftigte", "leitung", "orga"))
        with time_machine.travel(clock.now() - dt.timedelta(days=5)):
            for title in (TITLE, PASSED_ON):
                event = make.event(title, seats=1, in_days=10)
                make.organiser(event.bookable, organiser)
                for person in (member, leader):
                    actions.book(event.bookable, person, by=person)
        with time_machine.travel(clock.at(clock.today() - dt.timedelta(days=1), dt.time(9))):
            assert actions.ask_who_comes() >= 2
        found = {one.bookable.title: _paths(one) for one in db.session.scalars(_seats(member))}
        letters = select(Mail).where(Mail.person_id == member.id, Mail.kind == "coming-asked")
        found["letters"] = [mail.path for mail in db.session.scalars(letters)]
        db.session.commit()
    return found


def _account(name):
    return db.session.scalars(select(Person).where(Person.email == f"{name}@stadt.example")).one()


def _seats(person):
    return select(Booking).join(Bookable).where(Bookable.title.in_((TITLE, PASSED_ON)), Booking.person_id == person.id)


def _paths(booking):
    return {"page": booking.bookable.path, "question": f"/bookings/{booking.id}/coming", "id": booking.bookable_id}


@WITH_SCRIPT_LATER_WITHOUT
def test_an_employee_says_yes_to_one_date_and_passes_the_other_on(open_page, sign_in, asked, script):
    assert sorted(asked["letters"]) == sorted(asked[title]["question"] for title in (TITLE, PASSED_ON))
    page = sign_in(open_page(script=script, width=390), "beschaeftigte")
    page.get_by_role("link", name=f"Do you come? {TITLE}", exact=True).click()
    expect(page.get_by_text("You have a seat. Do you come?")).to_be_visible()
    expect(page.get_by_text("1 person waits for a seat.")).to_be_visible()
    page.get_by_role("button", name=re.compile("^I come")).click()
    expect(page.get_by_text("You have said that you come.")).to_be_visible()

    page.goto(asked[PASSED_ON]["page"])
    page.get_by_role("button", name=re.compile("^I pass it on")).click()
    if script:
        page.get_by_role("dialog").get_by_role("button", name=re.compile("^I pass it on")).click()
    expect(page.get_by_text("is given back.")).to_be_visible()
    page.goto("/")
    expect(page.get_by_text(f"Do you come? {TITLE}")).to_have_count(0)

    leader = sign_in(open_page(script=script), "leitung")
    held = leader.get_by_role("link", name=f"A seat is held for you: {PASSED_ON}", exact=True)
    expect(held).to_be_visible()

    organiser = sign_in(open_page(script=script), "orga")
    organiser.goto(asked[TITLE]["page"] + "/organise")
    organiser.get_by_role("link", name="Who comes?").click()
    expect(organiser.get_by_text("1 of 1 people with a seat have said that they come.")).to_be_visible()
    organiser.get_by_label("Never").check()
    organiser.get_by_role("button", name="Save").click()
    expect(organiser.get_by_text("As things are, nobody is asked.")).to_be_visible()


@AT_EACH_WIDTH
def test_the_pages_have_no_faults_and_fit_any_width(open_page, sign_in, asked, width):
    page = sign_in(open_page(width=width), "beschaeftigte")
    for path in (asked[TITLE]["question"], asked[TITLE]["page"], "/account/bookings"):
        page.goto(path)
        assert faults_of(page) == [], path
    desk = sign_in(open_page(width=width), "orga")
    for path in ("forecast", "reconfirmation"):
        desk.goto(f"/bookables/{asked[TITLE]['id']}/{path}")
        assert faults_of(desk) == [], path
