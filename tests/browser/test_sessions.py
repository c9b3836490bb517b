"""A seminar from the wish for a date to the course completed, with and without JavaScript."""

import datetime as dt
import re

from playwright.sync_api import expect
from sqlalchemy import select

from app import clock
from app.courses.models import Course, Session
from app.db import begin_writing, db
from app.notifications.models import Mail
from app.people.models import Person
from tests import make
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

TITLE, SLUG = "Arbeit ordnen: eine Lerngruppe in fünf Treffen", "ordering-work"
COMPETENCE = "setting-priorities"


def _in_days(days):
    return (clock.today() + dt.timedelta(days=days)).isoformat()


def _fill_in(page):
    for number, days in ((1, 30), (2, 37)):
        row = page.get_by_role("group", name=f"Day {number}")
        row.get_by_label(f"Day {number}").fill(_in_days(days))
        row.get_by_label("Begins").fill("09:00")
        row.get_by_label("Ends").fill("12:00")
    page.get_by_label("Place", exact=True).fill("Stadtarchiv, Lesesaal")
    page.get_by_label("Of the house").fill("orga@stadt.example")
    page.get_by_label("From how many people on does it take place?").fill("4")


def _letters(site, kind):
    with site.app.app_context():
        person = db.session.scalars(select(Person).where(Person.email == "beschaeftigte@stadt.example")).one()
        return db.session.scalars(select(Mail).where(Mail.person_id == person.id, Mail.kind == kind)).all()


def _let_it_be_over(site):
    with site.app.test_request_context():
        begin_writing()
        found = select(Session).join(Session.course).where(Course.slug == SLUG).order_by(Session.id.desc())
        make.meetings(db.session.scalars(found).first().bookable, -9, -2)
        db.session.commit()


@WITH_SCRIPT_LATER_WITHOUT
def test_somebody_waits_for_a_date_and_in_the_end_has_completed_the_course(open_page, sign_in, site, script):
    employee = sign_in(open_page(script=script), "beschaeftigte")
    employee.goto(f"/courses/{SLUG}")
    employee.get_by_role("button", name="Tell me when a date is planned").click()

    hr = sign_in(open_page(script=script), "personalentwicklung")
    hr.goto("/studio/demand")
    hr.get_by_role("row", name=re.compile("Arbeit ordnen")).get_by_role("link", name="Plan a date").click()
    hr.locator("summary", has_text="More days").click()
    _fill_in(hr)
    hr.get_by_role("button", name="Plan the date").click()
    expect(hr.get_by_text("Whoever waited for a date of this course is being told.")).to_be_visible()

    employee.goto("/account/notices")
    employee.get_by_text(re.compile("There is a date for “Arbeit ordnen")).first.click()
    employee.get_by_role("button", name="Take a seat").click()
    expect(employee.get_by_text("You have a seat.")).to_be_visible()
    hr.reload()
    expect(hr.get_by_text("1 of 8 seats is taken.")).to_be_visible()

    hr.get_by_role("link", name="Edit", exact=True).click()
    expect(hr.get_by_text("the 1 person who has a seat is told at once")).to_be_visible()
    hr.get_by_role("group", name="Day 2").get_by_label("Day 2").fill(_in_days(38))
    hr.get_by_role("button", name="Save").click()
    expect(hr.get_by_text("1 person who has a seat is being told of the change.")).to_be_visible()
    (moved,) = _letters(site, "date-moved")
    assert (moved.invitation["method"], moved.invitation["sequence"]) == ("REQUEST", 1)

    _let_it_be_over(site)
    trainer = sign_in(open_page(script=script, width=390), "orga")
    trainer.goto("/account/bookings")
    trainer.get_by_role("link", name="Dates that you lead").click()
    trainer.get_by_role("region", name="Past").get_by_role("link", name=re.compile("Who was there")).first.click()
    for day in (-9, -2):
        trainer.goto(f"{trainer.url.partition('?')[0]}?day={_in_days(day)}")
        trainer.get_by_role("button", name=re.compile("Was there")).click()
        expect(trainer.get_by_text("1 of 1 were there.")).to_be_visible()
    expect(trainer.get_by_text("1 person so far.")).to_be_visible()

    employee.goto(f"/courses/{SLUG}")
    expect(employee.get_by_text("You completed this course on")).to_be_visible()
    expect(employee.get_by_text("Those who led the date have noted that you were there.")).to_be_visible()
    employee.goto(f"/competences/{COMPETENCE}")
    expect(employee.get_by_text(TITLE).first).to_be_visible()
