"""The day of an event: the organiser opens a door, a telephone lets people in by ticket, by name and without a seat."""

import datetime as dt
import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from app import clock
from app.bookings import actions
from app.competences.models import Competence
from app.db import db
from app.events import actions as events
from app.events.models import Event
from app.people.models import Person
from tests import make
from tests.browser.faults import AT_EACH_WIDTH, faults_on
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT


@pytest.fixture
def fair(site, midday):
    """A fair with two seats that begins in half an hour; an employee and the leader have them."""
    with site.app.test_request_context():
        orga, employee, leader = (_account(name) for name in ("orga", "beschaeftigte", "leitung"))
        start = clock.now() + dt.timedelta(minutes=30)
        event = make.event("Fachmesse Digitales Rathaus", seats=2, **make.times(start, hours=4))
        make.organiser(event.bookable, orga)
        ticket, *_ = (actions.book(event.bookable, person, by=person).id for person in (employee, leader))
        newcomer = _account("neu")
        found = SimpleNamespace(
            event=event.id, ticket=ticket, employee=employee.name, leader=leader.name, newcomer=newcomer.name
        )
        db.session.commit()
    return found


def _account(name):
    return db.session.scalars(select(Person).where(Person.email == f"{name}@stadt.example")).one()


def _path(url):
    """The way behind the host: tests run on a port of their own."""
    return re.sub(r"^https?://[^/]+", "", url)


def open_door(open_page, sign_in, fair, script):
    """The organiser opens a door and a telephone goes there."""
    desk = sign_in(open_page(script=script), "orga")
    desk.goto(f"/events/{fair.event}/organise")
    desk.get_by_role("link", name="Doors").click()
    desk.get_by_label("Name of the door").fill("Haupteingang")
    desk.get_by_role("button", name="Open the door").click()
    expect(desk.get_by_role("img", name="The way to the door, as a picture")).to_be_visible()
    address = desk.get_by_label("Or open this address there").input_value()
    telephone = open_page(script=script, width=390)
    telephone.goto(_path(address))
    return desk, telephone


def look_for(telephone, name):
    telephone.get_by_role("searchbox").fill(name)
    telephone.get_by_role("searchbox").press("Enter")


@WITH_SCRIPT_LATER_WITHOUT
def test_a_telephone_at_the_door_lets_in_by_ticket_by_name_and_without_a_seat(open_page, sign_in, fair, script):
    desk, telephone = open_door(open_page, sign_in, fair, script)
    expect(telephone.get_by_text("Still expected: 2" if script else "2 are still expected")).to_be_visible()

    employee = sign_in(open_page(script=script, width=390), "beschaeftigte")
    employee.goto(f"/events/{fair.event}")
    employee.get_by_role("link", name="Ticket").click()
    expect(employee.get_by_role("img", name="Your ticket as a picture that the door reads")).to_be_visible()
    code = employee.locator("[data-address]").get_attribute("data-address")

    telephone.goto(_path(code))
    expect(telephone.get_by_role("heading", name=fair.employee)).to_be_visible()
    telephone.get_by_role("button", name="Is there").click()
    expect(telephone.get_by_text(f"Welcome, {fair.employee}!")).to_be_visible()

    telephone.goto("/door")
    look_for(telephone, fair.newcomer)
    telephone.get_by_role("button", name="Let in without a seat").click()
    expect(telephone.get_by_text("1 more person with a seat is expected.")).to_be_visible()

    look_for(telephone, fair.leader)
    telephone.get_by_role("button", name="Is there").click()
    expect(telephone.get_by_text("2 of at most 2 are there")).to_be_visible()

    telephone.get_by_role("button", name="Undo").first.click()
    expect(telephone.get_by_text(f"{fair.leader} is not there after all.")).to_be_visible()

    desk.goto(f"/events/{fair.event}/organise")
    desk.get_by_role("link", name="Doors").click()
    expect(desk.get_by_text("Still expected")).to_be_visible()
    desk.get_by_role("button", name="Close").click()
    if script:
        desk.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(desk.get_by_text("No door is open.")).to_be_visible()
    telephone.goto("/door")
    expect(telephone.get_by_text("This device is at no door")).to_be_visible()


@pytest.mark.deep
def test_who_was_let_in_at_the_door_sees_in_their_own_profile_what_it_proves(open_page, sign_in, fair, site):
    with site.app.test_request_context():
        competence = db.session.scalars(select(Competence).where(Competence.key == "digital-use")).one()
        events.lead_to(db.session.get_one(Event, fair.event), {competence.id: 4})
        db.session.commit()
    _desk, telephone = open_door(open_page, sign_in, fair, True)
    look_for(telephone, fair.employee)
    telephone.get_by_role("button", name="Is there").click()
    expect(telephone.get_by_text(f"Welcome, {fair.employee}!")).to_be_visible()
    expect(telephone.get_by_text("Names on this device: 2.")).to_be_visible()

    employee = sign_in(open_page(width=390), "beschaeftigte")
    employee.goto(f"/events/{fair.event}")
    expect(employee.get_by_role("heading", name="Where this event leads")).to_be_visible()
    employee.get_by_role("link", name=competence.title_en).click()
    expect(employee.get_by_text("You took part in “Fachmesse Digitales Rathaus” on").first).to_be_visible()
    employee.goto("/competences")
    shown = re.compile(f"{re.escape(competence.title_en)}.*Level 4.*Attendance")
    expect(employee.get_by_role("row", name=shown)).to_be_visible()


@AT_EACH_WIDTH
def test_the_pages_have_no_faults_and_fit_any_width(open_page, sign_in, fair, width):
    desk, telephone = open_door(open_page, sign_in, fair, True)
    employee = sign_in(open_page(), "beschaeftigte")
    employee.goto(f"/bookings/{fair.ticket}/ticket")
    code = _path(employee.locator("[data-address]").get_attribute("data-address"))
    ways = [(telephone, "/door"), (telephone, f"/door?q={fair.newcomer}"), (telephone, code), (employee, code)]
    ways += [(employee, f"/bookings/{fair.ticket}/ticket")]
    ways += [(desk, path) for path in (desk.url.removesuffix("/doors") + "/hall", desk.url)]

    assert faults_on(ways, width) == {}
