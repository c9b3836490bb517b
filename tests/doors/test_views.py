"""The pages around a door: opened by an organiser, used by a device on which nobody signs in."""

import datetime as dt
import re
from types import SimpleNamespace

import pytest
from sqlalchemy import func, select

from app import clock
from app.bookings.models import Attendance, Bookable
from app.bookings.rules import Mode, State
from app.db import db
from app.doors import ticket
from app.doors.models import Door
from app.visibility.models import ReadAudit
from tests import make

pytestmark = pytest.mark.any_database

TOKEN = "s3cret-of-the-main-entrance"


@pytest.fixture
def fair(saved, cast):
    """A fair with ten seats that runs now, with a door; Ada has a seat there, Max waits, Lin runs it."""

    def made():
        began = clock.now() - dt.timedelta(hours=1)
        event = make.event("Messe", seats=10, **make.times(began, hours=4))
        make.organiser(event.bookable, cast.lin)
        seat = make.booking(event.bookable, cast.ada)
        waiting = make.booking(event.bookable, cast.max, State.WAITLISTED)
        make.door(event.bookable, cast.lin, TOKEN)
        other = make.booking(make.bookable("Anderes", in_days=0), make.person("Ute Unger"))
        return SimpleNamespace(bookable=event.bookable.id, seat=seat.id, waiting=waiting.id, other=other.id)

    return saved(made)


@pytest.fixture
def device(client, fair):
    """A telephone at the door."""
    client.get(f"/door/entry/{TOKEN}")
    return client


def there(app):
    with app.app_context():
        return list(db.session.scalars(select(Attendance.booking_id).order_by(Attendance.id)))


def code(app, booking_id):
    return ticket.write(app.config["SECRET_KEY"], booking_id)


def test_an_organiser_opens_a_door_whose_address_is_shown_once(app, client, cast, fair):
    page = client.sign_in(cast.lin).post(
        f"/bookables/{fair.bookable}/doors", data={"name": "Nebeneingang", "day": clock.today().isoformat()}
    )
    token = re.search(r"/door/entry/([\w-]+)", page.text)[1]

    assert "<svg" in page.text
    assert token not in client.get(f"/bookables/{fair.bookable}/doors").text
    with app.app_context():
        assert token not in list(db.session.scalars(select(Door.token_hash)))
    assert client.get(f"/door/entry/{token}").location == "/door"
    assert "Nebeneingang" in client.get("/door").text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "at most 80 characters"),
        ({"day": "1999-01-01"}, "Please choose one of the entries."),
        ({"day": "bald"}, "Please choose one of the entries."),
    ],
)
def test_a_door_without_a_name_or_on_a_day_that_is_none_is_refused_at_its_field(client, cast, fair, typed, sentence):
    client.sign_in(cast.lin)

    page = client.post(
        f"/bookables/{fair.bookable}/doors", data={"name": "Tor", "day": clock.today().isoformat()} | typed
    )

    assert page.status_code == 422
    assert sentence in page.text


def test_a_device_without_a_door_is_told_where_to_get_one(client, fair):
    for page in (
        client.get("/door"),
        client.get("/door/entry/guessed"),
        client.post(f"/door/bookings/{fair.seat}/arrival"),
    ):
        assert page.status_code == 404
        assert "<h1>This device is at no door</h1>" in page.text
        assert '<p class="lead">Whoever runs the event opens one' in page.text
        assert "Ahrens" not in page.text


def test_the_device_finds_by_name_and_lets_in_and_says_since_when(app, device, fair):
    found = device.get("/door?q=ada").text
    assert "Ada Ahrens" in found
    assert f"/door/bookings/{fair.seat}/arrival" in found

    said = device.post(f"/door/bookings/{fair.seat}/arrival", follow_redirects=True).text
    again = device.post(f"/door/bookings/{fair.seat}/arrival", follow_redirects=True).text

    assert "Welcome, Ada Ahrens!" in said
    assert "Ada Ahrens is there already." in again
    assert there(app) == [fair.seat]
    assert "there since" in device.get("/door?q=ada").text


def test_a_ticket_shows_the_device_who_it_is_and_anybody_else_nothing(app, client, fair):
    address = f"/door/tickets/{code(app, fair.seat)}"
    assert "Ahrens" not in client.get(address).text

    client.get(f"/door/entry/{TOKEN}")

    assert "Ada Ahrens" in client.get(address).text


@pytest.mark.parametrize("which", ["forged", "of another event", "of another house"])
def test_a_false_ticket_is_none(app, device, fair, which):
    codes = {
        "forged": code(app, fair.seat) + "x",
        "of another event": code(app, fair.other),
        "of another house": ticket.write("another secret", fair.seat),
    }

    page = device.get(f"/door/tickets/{codes[which]}")

    assert page.status_code == 404
    assert "This is no ticket of this event." in page.text
    assert "Unger" not in page.text


def test_the_device_lets_in_nobody_of_another_event(app, device, fair):
    assert device.post(f"/door/bookings/{fair.other}/arrival").status_code == 404
    assert there(app) == []
    assert "Unger" not in device.get("/door?q=ute").text


def test_somebody_without_a_seat_is_found_by_the_whole_name_and_let_in(app, device, saved, cast):
    assert "Zander" not in device.get("/door?q=Zoe").text

    found = device.get(f"/door?q={cast.zoe.name}").text
    device.post(f"/door/people/{cast.zoe.id}/arrival")

    assert "has not signed up" in found
    assert len(there(app)) == 1
    assert "without a seat" in device.get("/door").text


def test_the_device_says_who_had_applied_and_got_no_seat(device, fair, saved, cast):
    def lost():
        bookable = db.session.get_one(Bookable, fair.bookable)
        bookable.mode = Mode.DRAW
        make.booking(bookable, cast.zoe, State.DECLINED)

    saved(lost)

    found = device.get(f"/door?q={cast.zoe.name}").text

    assert "applied and got no seat" in found
    assert "has not signed up" not in found


def test_a_full_hall_is_said_in_red_with_the_name(app, device, fair, saved, cast):
    saved(lambda: setattr(db.session.get_one(Bookable, fair.bookable), "hall_limit", 1))
    device.post(f"/door/bookings/{fair.seat}/arrival")

    page = device.post(f"/door/bookings/{fair.waiting}/arrival", follow_redirects=True).text

    assert "kern-alert--danger" in page
    assert there(app) == [fair.seat]


def test_the_wrong_name_is_undone(app, device, fair):
    device.post(f"/door/bookings/{fair.seat}/arrival")
    undoing = re.search(r"/door/bookings/\d+/undoing", device.get("/door").text)[0]

    said = device.post(undoing, follow_redirects=True).text

    assert "Ada Ahrens is not there after all." in said
    assert there(app) == []


def test_undoing_sent_twice_leaves_whoever_has_come_meanwhile(app, device, fair, cast):
    device.post(f"/door/bookings/{fair.seat}/arrival")
    undoing = re.search(r"/door/[\w/]+/undoing", device.get("/door").text)[0]
    device.post(undoing)
    device.post(f"/door/people/{cast.zoe.id}/arrival")

    device.post(undoing)

    assert len(there(app)) == 1


def test_a_closed_door_is_closed_at_once_and_a_device_given_back_too(app, client, cast, fair, device):
    with app.app_context():
        door = db.session.scalars(select(Door.id)).one()
    client.sign_in(cast.lin).post(f"/doors/{door}/closing")

    assert client.get("/door").status_code == 404
    assert client.get(f"/door/entry/{TOKEN}").status_code == 404


def test_a_device_that_is_given_back_knows_nobody_any_more(device):
    assert "is closed" in device.post("/door/closing").text

    assert device.get("/door").status_code == 404


def test_whoever_opened_the_door_is_on_record_for_what_is_looked_up_there(app, device, cast):
    for _ in range(2):
        device.get("/door?q=ada")

    with app.app_context():
        looks = select(ReadAudit.viewer_id, ReadAudit.person_id, ReadAudit.purpose, func.count())
        found = db.session.execute(looks.group_by(ReadAudit.viewer_id, ReadAudit.person_id, ReadAudit.purpose)).all()
    assert found == [(cast.lin.id, cast.ada.id, "door", 1)]


def test_one_sees_the_own_ticket_and_its_picture_names_nobody(app, client, cast, fair):
    page = client.sign_in(cast.ada).get(f"/bookings/{fair.seat}/ticket")

    assert "Ticket for Ada Ahrens" in page.text
    assert "<svg" in page.text
    assert ticket.read(app.config["SECRET_KEY"], code(app, fair.seat)) == fair.seat
    assert not set(re.findall(r"[A-Za-z]{3,}", code(app, fair.seat).split(".")[0])) & {"Ada", "Ahrens"}


def test_who_waits_has_no_ticket(client, cast, fair):
    page = client.sign_in(cast.max).get(f"/bookings/{fair.waiting}/ticket")

    assert "There is a ticket for a seat only" in page.text


def test_the_door_asks_the_database_the_same_few_questions(device, fair, saved, queries):
    def asked():
        del queries[:]
        device.get("/door?q=probe")
        return len(queries)

    def more():
        bookable = db.session.get_one(Bookable, fair.bookable)
        for number in range(3):
            make.booking(bookable, make.person(f"Kim Probe {number}"))

    few = asked()
    saved(more)

    assert asked() <= few + 3
    assert few <= 12
