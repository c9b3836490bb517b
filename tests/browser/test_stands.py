"""A fair from nothing: opened, a stand registered and placed, a tour planned, a visit counted."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from app import clock
from app.db import db
from app.stands import posters
from app.stands.models import Stand
from tests.browser.faults import AT_EACH_WIDTH, faults_on
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT


def _in_days(days):
    return (clock.today() + dt.timedelta(days=days)).isoformat()


def plan_a_fair(page):
    """The organiser, from an empty form to a published event whose stands can be registered."""
    page.goto("/events")
    page.get_by_role("link", name="Plan an event").click()
    page.get_by_label("Title").fill("Messe der Ämter")
    page.get_by_label("In one sentence").fill("Alle zeigen, woran sie arbeiten.")
    page.get_by_label("What people should know").fill("Kommen Sie, wann es passt.")
    day = page.get_by_role("group", name="Day 1")
    day.get_by_label("Day 1").fill(_in_days(20))
    day.get_by_label("Begins").fill("10:00")
    day.get_by_label("Ends").fill("15:00")
    page.get_by_label("Place").fill("Stadthalle")
    page.get_by_label("Number of seats").fill("300")
    page.get_by_role("button", name="Save as a draft").click()
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("link", name="Organise this event").click()
    page.get_by_role("link", name="Stands").click()
    page.get_by_label("Until which day can offices register a stand?").fill(_in_days(10))
    page.get_by_role("button", name="Open registration").click()
    expect(page.get_by_text("Offices can register stands now.")).to_be_visible()


def register(page, title):
    page.goto("/events")
    page.get_by_role("link", name="Messe der Ämter").first.click()
    page.get_by_role("link", name="Stands and my tour").click()
    page.get_by_role("link", name="Register a stand").click()
    page.get_by_label("What is the stand called?").fill(title)
    page.get_by_label("What can visitors see and do there?").fill("Anschauen, anfassen, fragen.")
    page.get_by_label("The stand needs electricity").check()
    page.get_by_role("button", name="Register the stand").click()
    expect(page.get_by_text("waits for a place")).to_be_visible()


def place(page, title, number):
    page.get_by_role("link", name=re.compile(f"Give a place.*{title}")).click()
    page.get_by_label("Hall or room").fill("Foyer")
    page.get_by_label("Number of the stand").fill(number)
    page.get_by_role("button", name="Accept and save the place").click()
    expect(page.get_by_text(f"“{title}” has its place")).to_be_visible()


def begin(site):
    """It is the day of the fair; the path that the picture at a stand leads to."""
    with site.app.test_request_context():
        stand = db.session.scalars(select(Stand).where(Stand.title == "Drohne über der Altstadt")).one()
        bookable, now = stand.fair.bookable, clock.now()
        bookable.starts_at = bookable.closes_at = bookable.cancel_until = now
        bookable.ends_at = now + dt.timedelta(seconds=30)
        for one in bookable.spans:
            one.starts_at, one.ends_at = bookable.starts_at, bookable.ends_at
        db.session.commit()
        return re.sub(r"^https?://[^/]+", "", posters.address(stand))


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_a_fair_goes_from_nothing_to_a_visit_that_is_counted(open_page, sign_in, site, script):
    orga = sign_in(open_page(script=script), "orga")
    plan_a_fair(orga)
    employee, leader = (sign_in(open_page(script=script), who) for who in ("beschaeftigte", "leitung"))
    register(employee, "Drohne über der Altstadt")
    register(leader, "Akten ohne Papier")
    orga.reload()
    place(orga, "Drohne über der Altstadt", "10")
    place(orga, "Akten ohne Papier", "9")

    visitor = sign_in(open_page(script=script, width=390), "neu")
    visitor.goto("/events")
    visitor.get_by_role("link", name="Messe der Ämter").first.click()
    visitor.get_by_role("link", name="Stands and my tour").click()
    visitor.get_by_role("button", name=re.compile("Put on my tour.*Akten ohne Papier")).click()
    visitor.get_by_role("button", name=re.compile("Put on my tour.*Drohne")).click()
    visitor.get_by_role("link", name="My tour: 2 stands").click()
    visitor.get_by_role("link", name="Change the order").click()
    visitor.get_by_label("Drohne über der Altstadt").select_option("1")
    visitor.get_by_label("Akten ohne Papier").select_option("2")
    visitor.get_by_role("button", name="Save my tour").click()
    stops = visitor.get_by_role("list", name="My tour").get_by_role("listitem")
    expect(stops.nth(0)).to_contain_text("Drohne über der Altstadt")
    expect(stops.nth(1)).to_contain_text("Akten ohne Papier")

    picture = begin(site)
    telephone = open_page(script=script, width=390)
    telephone.goto(picture)
    telephone.get_by_role("button", name="I was here").click()
    expect(telephone.get_by_text("Thank you, your visit is counted.")).to_be_visible()

    employee.goto("/events")
    employee.get_by_role("link", name="Messe der Ämter").first.click()
    employee.get_by_role("link", name="Stands and my tour").click()
    employee.get_by_role("link", name=re.compile("Count visits")).click()
    employee.get_by_role("button", name="One more visit").click()
    expect(employee.get_by_text("2 visits")).to_be_visible()
    orga.reload()
    expect(orga.get_by_role("row", name=re.compile("Drohne")).get_by_role("cell").nth(3)).to_have_text("2")


def fair_of_the_demo(page):
    page.goto("/events")
    page.get_by_role("link", name=re.compile("Zukunftsmesse")).first.click()
    page.get_by_role("link", name="Stands and my tour").click()
    return re.search(r"/bookables/(\d+)/stands", page.url)[1]


def test_a_tour_is_ordered_by_drag_and_by_keyboard(open_page, sign_in):
    page = sign_in(open_page(), "beschaeftigte")
    number = fair_of_the_demo(page)
    page.goto(f"/bookables/{number}/tour/order")
    lines = page.locator(".wishes__line")
    before = lines.nth(0).inner_text()

    lines.nth(2).drag_to(lines.nth(0), target_position={"x": 10, "y": 2})
    expect(lines.nth(1)).to_contain_text(before.splitlines()[0])
    page.get_by_label("Die E-Akte zum Ausprobieren").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.get_by_role("button", name="Save my tour").click()

    expect(page.get_by_text("Your tour is saved.")).to_be_visible()
    assert page.get_by_role("listitem").count() >= 3


@AT_EACH_WIDTH
def test_the_pages_have_no_faults_and_fit_any_width(open_page, sign_in, site, width):
    orga, employee = sign_in(open_page(), "orga"), sign_in(open_page(), "beschaeftigte")
    number = fair_of_the_demo(employee)
    with site.app.test_request_context():
        stands = db.session.scalars(select(Stand).order_by(Stand.id)).all()
        waiting, placed = stands[-1].id, stands[0].id
        picture = re.sub(r"^https?://[^/]+", "", posters.address(stands[0]))
    base = f"/bookables/{number}"
    ways = [(orga, f"{base}/fair"), (orga, f"{base}/fair/opening"), (orga, f"/stands/{waiting}/place")]
    ways += [(orga, f"/stands/{waiting}/decline"), (orga, f"/stands/{placed}/visits"), (open_page(), picture)]
    ways += [(employee, f"{base}{path}") for path in ("/stands", "/stands/registration", "/tour", "/tour/order")]
    ways += [(employee, f"/stands/{waiting}/edit")]

    assert faults_on(ways, width) == {}
