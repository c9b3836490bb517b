"""A door without the network: a telephone lets people in, is opened anew, and tells the house afterwards."""

import base64
import datetime as dt
import io
import re
from types import SimpleNamespace

import pytest
import segno
from playwright.sync_api import expect
from sqlalchemy import select

from app import clock
from app.bookings import actions
from app.bookings.models import Attendance, Booking
from app.db import db
from app.doors import ticket
from app.doors.models import Door
from app.people.models import Person
from tests import make
from tests.browser.faults import AT_EACH_WIDTH, faults_of

MAIN, SIDE = "secret-of-the-main-entrance", "secret-of-the-side-entrance"
KEPT = """async () => {
  const open = indexedDB.open("lotse-door", 1);
  const base = await new Promise((done) => { open.onsuccess = () => done(open.result); });
  const all = (store) => new Promise((done) => {
    const asked = base.transaction(store).objectStore(store).getAll();
    asked.onsuccess = () => done(asked.result);
  });
  const pages = await caches.open("lotse-door");
  const keys = await all("keys");
  const kept = [...await all("names"), ...await all("notes")];
  base.close();
  return {
    keys: keys.map((key) => key.extractable),
    things: kept.length,
    text: kept.map((one) => new TextDecoder("latin1").decode(one.sealed)).join(),
    caches: (await Promise.all((await pages.keys()).map(async (one) => (await pages.match(one)).text()))).join(),
  };
}"""
"""What lies on the device, as somebody reads it who has the file of the browser's database."""


KEPT_FOR_OFFLINE = """async () => {
  const worker = navigator.serviceWorker;
  if (!worker.controller) await new Promise((done) => worker.addEventListener("controllerchange", done));
  while (!await caches.match("/door/offline")) await new Promise((done) => setTimeout(done, 50));
}"""
"""Waits until the page of a door opens without the network."""


@pytest.fixture
def fair(site, midday):
    """A fair with ten seats that begins soon, with two open doors; three people have seats."""
    with site.app.test_request_context():
        lin, *guests = (_account(name) for name in ("orga", "beschaeftigte", "leitung", "neu"))
        start = clock.now() + dt.timedelta(minutes=30)
        event = make.event("Fachmesse Digitales Rathaus", seats=10, **make.times(start, hours=4))
        make.organiser(event.bookable, lin)
        seats = [actions.book(event.bookable, person, by=person).id for person in guests]
        for name, token in (("Haupteingang", MAIN), ("Seiteneingang", SIDE)):
            make.door(event.bookable, lin, token, name=name)
        secret = site.app.config["SECRET_KEY"]
        found = SimpleNamespace(
            seats=seats, names=[one.name for one in guests], codes=[ticket.write(secret, one) for one in seats]
        )
        db.session.commit()
    return found


def _account(name):
    return db.session.scalars(select(Person).where(Person.email == f"{name}@stadt.example")).one()


def go_to_door(page, token=MAIN):
    """A telephone goes to a door and has taken the names and its own page along."""
    page.goto(f"/door/entry/{token}")
    expect(page.get_by_text("Names on this device: 3.")).to_be_visible()
    page.evaluate(KEPT_FOR_OFFLINE)
    return page


def cut(page, is_cut=True):
    page.context.set_offline(is_cut)


def is_there(name):
    return re.compile(f"Is there.*{name}")


def let_in(page, name):
    page.get_by_role("searchbox").fill(name)
    page.get_by_role("button", name=is_there(name)).click()


def arrivals(site, fair):
    with site.app.app_context():
        return sorted(db.session.scalars(select(Attendance.booking_id).where(Attendance.booking_id.in_(fair.seats))))


def test_a_door_lets_in_without_the_network_loses_nothing_and_tells_the_house_afterwards(open_page, site, fair):
    door = go_to_door(open_page(width=390))
    cut(door)

    let_in(door, fair.names[0])
    expect(door.get_by_text(f"Welcome, {fair.names[0]}!")).to_be_visible()
    expect(door.get_by_text("Not yet transmitted: 1.")).to_be_visible()
    door.goto("/door")
    expect(door.get_by_text("Offline since")).to_be_visible()
    expect(door.get_by_text("Not yet transmitted: 1.")).to_be_visible()
    expect(door.get_by_text("of at most 10 are there")).to_be_visible()
    let_in(door, fair.names[1])
    expect(door.get_by_text("Not yet transmitted: 2.")).to_be_visible()
    door.reload()
    expect(door.get_by_text("Not yet transmitted: 2.")).to_be_visible()
    assert arrivals(site, fair) == []

    door.get_by_role("searchbox").fill(fair.names[0])
    expect(door.get_by_text("there since")).to_be_visible()
    door.get_by_role("searchbox").fill("Niemand Bekanntes")
    expect(door.get_by_text("Without the network nobody without a seat can come in.")).to_be_visible()

    cut(door, is_cut=False)
    expect(door.get_by_text("Offline since")).to_have_count(0)
    expect(door.get_by_text("Names on this device: 3.")).to_be_visible()
    assert arrivals(site, fair) == sorted(fair.seats[:2])
    door.goto("/door")
    expect(door.locator("[data-present]")).to_have_text("2")
    expect(door.get_by_role("heading", name="Came last")).to_be_visible()


def test_two_doors_without_the_network_let_in_the_same_person_and_the_second_is_told(open_page, site, fair):
    main, side = go_to_door(open_page(width=390)), go_to_door(open_page(width=390), SIDE)
    cut(main)
    cut(side)
    let_in(main, fair.names[0])
    let_in(side, fair.names[0])

    cut(main, is_cut=False)
    expect(main.get_by_text("Offline since")).to_have_count(0)
    cut(side, is_cut=False)

    expect(side.get_by_text(f"{fair.names[0]} had been let in at another door already")).to_be_visible()
    assert arrivals(site, fair) == [fair.seats[0]]


def test_a_ticket_is_read_by_the_camera_without_the_network_and_again_it_is_green_with_the_time(open_page, site, fair):
    door = open_page(width=390)
    door.add_init_script(CAMERA % picture(f"{site.url}/door/tickets/{fair.codes[2]}"))
    go_to_door(door)
    cut(door)

    door.get_by_role("button", name="Read tickets").click()
    expect(door.get_by_text(f"Welcome, {fair.names[2]}!")).to_be_visible()
    door.get_by_role("button", name="Stop reading").click()
    door.goto("/door")
    door.get_by_role("button", name="Read tickets").click()
    expect(door.get_by_text(f"{fair.names[2]} is there since")).to_be_visible()
    expect(door.locator(".kern-alert--success")).to_be_visible()
    expect(door.get_by_text("Not yet transmitted: 1.")).to_be_visible()

    cut(door, is_cut=False)
    expect(door.get_by_text("Offline since")).to_have_count(0)
    assert arrivals(site, fair) == [fair.seats[2]]


CAMERA = """
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 480, height: 480 });
    const paper = canvas.getContext("2d");
    const picture = new Image();
    picture.src = "%s";
    await picture.decode();
    paper.fillStyle = "#fff";
    const draw = () => { paper.fillRect(0, 0, 480, 480); paper.drawImage(picture, 60, 60); };
    draw();
    setInterval(draw, 100);
    return canvas.captureStream(10);
  };
"""
"""A camera that sees one picture: the stream of a canvas in the place of the lens."""


def picture(address):
    out = io.BytesIO()
    segno.make(address, error="q", micro=False).save(out, kind="png", scale=8, border=4)
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()


def test_a_ticket_that_the_telephone_itself_read_opens_without_the_network(open_page, site, fair):
    door = go_to_door(open_page(width=390))
    cut(door)

    door.goto(f"/door/tickets/{fair.codes[0]}")
    door.get_by_role("button", name=is_there(fair.names[0])).click()
    expect(door.get_by_text(f"Welcome, {fair.names[0]}!")).to_be_visible()
    door.goto(f"/door/tickets/{fair.codes[0]}x")
    expect(door.get_by_text("This is no ticket of this event")).to_be_visible()


UNSEALED = """
  for (const name of ["encrypt", "decrypt"]) {
    crypto.subtle[name] = async (_, key, data) => new Uint8Array(data).slice().buffer;
  }
"""


def test_without_the_seal_names_would_be_read(open_page, fair):
    door = open_page(width=390)
    door.add_init_script(UNSEALED)
    go_to_door(door)

    assert fair.names[0].split()[-1] in door.evaluate(KEPT)["text"]


def test_names_lie_sealed_on_the_device_and_are_noise_once_it_is_given_back(open_page, fair):
    door = go_to_door(open_page(width=390))
    family_names = [name.split()[-1] for name in fair.names]
    kept = door.evaluate(KEPT)
    assert kept["keys"] == [False]
    assert kept["things"] == 1
    assert not [name for name in family_names if name in kept["text"] + kept["caches"]]

    let_in(door, fair.names[0])
    door.get_by_role("button", name="Give the device back").click()
    door.get_by_role("dialog").get_by_role("button", name="Give the device back").click()
    expect(door.get_by_text("Thank you for letting people in")).to_be_visible()

    kept = door.evaluate(KEPT)
    assert (kept["keys"], kept["things"]) == ([], 0)


def test_a_device_whose_door_was_closed_meanwhile_has_no_names_and_says_whom_the_house_does_not_know_of(
    open_page, site, fair
):
    door = go_to_door(open_page(width=390))
    cut(door)
    let_in(door, fair.names[0])
    expect(door.get_by_text("Not yet transmitted: 1.")).to_be_visible()
    with site.app.app_context():
        for one in db.session.scalars(select(Door)):
            one.closed_at = clock.now()
        db.session.commit()

    cut(door, is_cut=False)

    expect(door.get_by_text("These people were let in here, and the house does not know of it")).to_be_visible()
    expect(door.get_by_role("listitem").filter(has_text=fair.names[0])).to_be_visible()
    door.goto("/door")
    expect(door.get_by_role("listitem").filter(has_text=fair.names[0])).to_be_visible()
    door.get_by_role("searchbox").fill(fair.names[1])
    expect(door.get_by_role("button", name="Is there")).to_have_count(0)
    door.get_by_role("button", name="I have told them").click()
    door.goto("/door")
    expect(door.get_by_text("This device is at no door")).to_be_visible()
    assert arrivals(site, fair) == []


def test_with_the_network_the_last_place_is_asked_for(open_page, site, fair):
    with site.app.app_context():
        booking = db.session.get_one(Booking, fair.seats[0])
        booking.bookable.hall_limit = 1
        db.session.commit()
    door = go_to_door(open_page(width=390))

    let_in(door, fair.names[0])
    expect(door.get_by_text(f"Welcome, {fair.names[0]}!")).to_be_visible()
    let_in(door, fair.names[1])

    expect(door.get_by_text("The hall is full")).to_be_visible()
    assert arrivals(site, fair) == [fair.seats[0]]


@AT_EACH_WIDTH
def test_the_page_has_no_faults_without_the_network(open_page, fair, width):
    door = go_to_door(open_page(width=width))
    cut(door)
    let_in(door, fair.names[0])
    door.goto("/door")
    door.get_by_role("searchbox").fill(fair.names[1])
    expect(door.get_by_role("button", name=is_there(fair.names[1]))).to_be_visible()

    assert faults_of(door) == []
