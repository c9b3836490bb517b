"""The pages of a draw: the organiser's desk, the protocol, the list for checking, and what applicants read."""

import datetime as dt
import json
import re

import pytest

from app import clock
from app.bookings import actions
from app.bookings.models import Bookable
from app.bookings.rules import DrawStage, Mode, State
from app.db import db
from app.people.rules import Role
from tests import make
from tests.text import pdf

pytestmark = pytest.mark.any_database

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
SEED = "3-14-15-22-33-41"


@pytest.fixture(autouse=True)
def english(client):
    client.set_cookie("language", "en")


@pytest.fixture
def event(cast, saved):
    """An event of Max's whose two seats are drawn."""

    def build():
        event = make.event("Rechenzentrum", mode=Mode.DRAW, closes_at=clock.now() + 2 * DAY, in_days=20, seats=2)
        make.organiser(event.bookable, cast.max)
        return event

    return saved(build)


@pytest.fixture
def desk(event):
    return f"/bookables/{event.bookable_id}/draw"


@pytest.fixture
def change(event, app):
    """Change the date and its draw, as time would."""

    def change(draw=None, **bookable):
        with app.app_context():
            row = db.session.get_one(Bookable, event.bookable_id)
            for thing, values in ((row, bookable), (row.draw, draw or {})):
                for name, value in values.items():
                    setattr(thing, name, value)
            db.session.commit()

    return change


def announce(client, desk, days=5, source="Lottozahlen"):
    return client.post(desk, data={"seed_source": source, "seed_on": (clock.today() + days * DAY).isoformat()})


def flashes(client):
    with client.session_transaction() as session:
        return [sentence for _, sentence in session.get("_flashes", [])]


def test_the_desk_leads_from_the_source_of_the_seed_to_the_seats(app, client, cast, event, desk, change):
    client.sign_in(cast.max)
    assert "Until then nobody can sign up." in client.get(desk).text
    assert announce(client, desk).location == desk
    for person in (cast.ada, cast.zoe, cast.lin):
        assert client.sign_in(person).post(f"/bookables/{event.bookable_id}/booking").status_code == 303
    client.sign_in(cast.max)
    assert "you fix the list here" in client.get(desk).text

    change(closes_at=clock.now() - HOUR)
    assert "Fix the list" in client.get(desk).text
    assert client.post(f"{desk}/list").location == desk
    assert "SHA-256" in client.get(desk).text

    change(draw={"seed_on": clock.today()})
    assert client.post(f"{desk}/seed", data={"seed": ""}).status_code == 422
    assert client.post(f"{desk}/seed", data={"seed": SEED}).location == desk
    assert "Decided: 0 of 3" in client.get(desk).text

    with app.app_context():
        actions.seat_drawn(lambda *_: None, bookable_id=event.bookable_id)
    assert "Drawn: 2 people of the list have a seat." in client.get(desk).text


@pytest.mark.parametrize(
    ("days", "sentence"), [(1, "you need twelve hours to fix the list"), (0, "may be known by then")]
)
def test_a_day_that_does_not_fit_is_refused_at_its_field_and_what_was_typed_stays(client, cast, desk, days, sentence):
    response = announce(client.sign_in(cast.max), desk, days, "Zehn Würfe vor dem Personalrat")

    assert response.status_code == 422
    assert sentence in response.text
    assert "Zehn Würfe vor dem Personalrat" in response.text


def test_a_list_that_was_not_fixed_in_time_asks_for_a_new_seed(client, cast, desk, event, change):
    announce(client.sign_in(cast.max), desk)
    client.sign_in(cast.ada).post(f"/bookables/{event.bookable_id}/booking")
    change(closes_at=clock.now() - 3 * DAY, draw={"seed_on": clock.today()})

    assert "Please name a new seed" in client.sign_in(cast.max).get("/").text
    page = client.get(desk).text

    assert "the list was not fixed" in page
    assert client.post(f"{desk}/list").status_code == 409
    assert announce(client, desk, 3, "Andere Zahlen").location == desk
    assert "Fix the list" in client.get(desk).text


def test_the_start_page_of_whoever_runs_it_says_when_the_draw_waits_for_them(client, cast, desk, event, change):
    def waiting(person=cast.max):
        return client.sign_in(person).get("/").text.partition("The draw waits for you: Rechenzentrum")[2][:1000]

    announce(client.sign_in(cast.max), desk)
    change(closes_at=clock.now())
    assert waiting() == ""  # nobody has applied
    change(closes_at=clock.now() + DAY)
    client.sign_in(cast.ada).post(f"/bookables/{event.bookable_id}/booking")
    assert waiting() == ""

    change(closes_at=clock.now())
    assert "Please fix the list before" in waiting()
    assert f'href="{desk}"' in client.get("/").text
    assert waiting(cast.zoe) == ""
    client.sign_in(cast.max).post(f"{desk}/list")
    assert waiting() == ""
    change(draw={"seed_on": clock.today()})
    assert "The seed is known since" in waiting()
    client.post(f"{desk}/seed", data={"seed": "3-14-15"})
    assert waiting() == ""


def test_bad_luck_at_an_earlier_event_counts_where_the_organiser_says_so_and_everybody_reads_it(
    client, cast, desk, event, saved
):
    def earlier(title, person, stage=DrawStage.DONE):
        bookable = make.event(title, mode=Mode.DRAW, in_days=-40, draw_stage=stage).bookable
        make.organiser(bookable, person)
        return bookable.id

    number = saved(lambda: earlier("Letztes Jahr", cast.max))
    saved(lambda: earlier("Von Zoe", cast.zoe))
    saved(lambda: earlier("Noch nicht gelost", cast.max, DrawStage.FIXED))

    page = client.sign_in(cast.max).get(desk).text
    day = (clock.today() + 5 * DAY).isoformat()
    client.post(desk, data={"seed_source": "Lottozahlen", "seed_on": day, "bonus_from": number})

    assert [title in page for title in ("Letztes Jahr", "Von Zoe", "Noch nicht gelost")] == [True, False, False]
    assert "empty-handed at “Letztes Jahr”" in client.sign_in(cast.ada).get(f"{desk}/protocol").text


def test_where_lots_do_not_decide_the_desk_says_so(client, cast, desk, change):
    change(mode=Mode.FIRST_COME)

    page = client.sign_in(cast.max).get(desk).text

    assert "Here lots do not decide about the seats." in page
    assert client.get(f"{desk}/protocol").status_code == 404


def test_an_event_is_not_published_before_it_is_said_where_the_seed_comes_from(client, cast, saved):
    def build():
        event = make.event("Neu", mode=Mode.DRAW, closes_at=clock.now() + 2 * DAY, is_draft=True)
        event.published_at = None
        make.organiser(event.bookable, cast.max)
        return event

    event = saved(build)
    client.sign_in(cast.max)

    assert client.post(f"/events/{event.id}/publication").status_code == 409
    announce(client, f"/bookables/{event.bookable_id}/draw")
    assert client.post(f"/events/{event.id}/publication").status_code == 303


def test_applicants_read_where_they_stand_at_each_point(app, client, cast, event, desk, change):
    page = f"/events/{event.id}"
    assert "Sign-up begins as soon as" in client.sign_in(cast.ada).get(page).text
    announce(client.sign_in(cast.max), desk)
    assert "2 seats are given by lot." in client.sign_in(cast.ada).get(page).text
    client.post(f"/bookables/{event.bookable_id}/booking")
    assert flashes(client) == ["You take part in the draw."]
    said = client.get(page).text
    assert "Then the list is fixed and the order drawn" in said
    assert "Withdraw my application" in said

    change(closes_at=clock.now() - HOUR)
    client.sign_in(cast.max).post(f"{desk}/list")
    assert "As soon as the order is drawn" in client.sign_in(cast.ada).get(page).text
    assert re.search(r"Your lot is \w{4}-\w{4}\.", client.get(f"{desk}/protocol").text)
    assert "Your lot is" not in client.sign_in(cast.zoe).get(f"{desk}/protocol").text

    change(draw={"seed_on": clock.today()})
    client.sign_in(cast.max).post(f"{desk}/seed", data={"seed": SEED})
    with app.app_context():
        actions.seat_drawn(lambda *_: None, bookable_id=event.bookable_id)
    assert "You have a seat." in client.sign_in(cast.ada).get(page).text
    assert "It was drawn as number 1 of 1." in client.get(f"{desk}/protocol").text


def test_who_was_not_drawn_is_told_so_kindly(client, cast, event, saved):
    saved(lambda: make.booking(db.session.merge(event).bookable, cast.ada, State.DECLINED))

    page = client.sign_in(cast.ada).get(f"/events/{event.id}").text

    assert "This time the lots fell on others." in page


def test_the_protocol_for_the_file_names_nobody_and_only_who_checks_finds_the_lots(client, cast, event, desk, saved):
    def build():
        make.role(cast.zoe, Role.AUDITOR)
        bookable = db.session.merge(event).bookable
        make.quota(bookable, make.unit("Betriebshof"), 1)
        lots = {
            "AAAA-AAA2": make.booking(bookable, cast.ada, State.WAITLISTED, rank=2),
            "BBBB-BBB3": make.booking(bookable, cast.max, rank=1),
        }
        make.seat_draw(bookable, lots, seed='1-2 "#panic()', drawn_at=clock.now(), seed_source="Lotto $am$ Samstag")

    saved(build)

    public, checked = (client.sign_in(one).get(f"{desk}/protocol.pdf") for one in (cast.ada, cast.zoe))

    page = client.sign_in(cast.max).get(f"{desk}/protocol").text
    assert "redraw" not in page
    assert "Betriebshof: 1 seat at most" in page
    for answer in (public, checked):
        said = pdf.text(answer.data)
        assert answer.mimetype == "application/pdf"
        assert pdf.says_it_is_for_everybody(answer.data)
        assert all(
            words in said
            for words in ("Lotto $am$ Samstag", '1-2 "#panic()', "Betriebshof: 1 seat at most", "flask bookings redraw")
        )
        assert not any(name in said for name in ("Ahrens", "Ada", "Max", "Lin", "Zoe"))
    assert "AAAA-AAA2" not in pdf.text(public.data)
    said = pdf.text(checked.data)
    assert "1 BBBB-BBB3 Seat confirmed 2 AAAA-AAA2 On the waitlist" in said


def test_there_is_no_protocol_where_no_lots_decide(client, cast, desk, change):
    change(mode=Mode.FIRST_COME)

    assert client.sign_in(cast.ada).get(f"{desk}/protocol.pdf").status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HR])
def test_an_auditor_reads_the_list_under_pseudonyms_and_others_do_not(client, cast, event, desk, saved, role):
    def build():
        make.role(cast.zoe, role)
        bookable = db.session.merge(event).bookable
        make.seat_draw(bookable, {"AAAA-AAA2": make.booking(bookable, cast.ada, State.REQUESTED)})

    saved(build)

    response = client.sign_in(cast.zoe).get(f"{desk}/list.json")

    assert response.status_code == (200 if role is Role.AUDITOR else 403)
    if role is Role.AUDITOR:
        assert json.loads(response.text)["tickets"] == {"AAAA-AAA2": 1}
        assert "Ahrens" not in response.text
