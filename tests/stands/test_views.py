"""A fair with stands: opened, registered for, placed, toured and counted."""

import datetime as dt
import re
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock
from app.activity.models import Activity
from app.db import db
from app.notifications.rules import Kind
from app.stands import actions
from app.stands.models import Fair, Stand, StandMark
from app.stands.rules import MOST_OF_ONE, MOST_ON_TOUR, Stage
from app.tokens import signed
from app.visibility.models import ReadAudit
from tests import make
from tests.events.programmes import learning_event
from tests.text import pdf

pytestmark = pytest.mark.any_database

TYPED = {"title": "Die E-Akte zum Ausprobieren", "description": "Vier Rechner, ein Vorgang.", "needs_power": "y"}
DAY = dt.timedelta(days=1)


@pytest.fixture
def fair(saved, cast):
    """A fair in a month that Lin runs, with three stands: two of Max with places, one of Ada that waits for one."""

    def made():
        event = make.event("Messe")
        make.organiser(event.bookable, cast.lin)
        row = make.fair(event.bookable)
        waiting = make.stand(row, cast.ada, title="Neues aus dem Amt", remark="Bitte leise.")
        placed = [make.stand(row, cast.max, place, title=f"Platz {place}") for place in ("10", "9")]
        return SimpleNamespace(
            id=row.id,
            event=event.id,
            bookable=event.bookable_id,
            waiting=waiting.id,
            ten=placed[0].id,
            nine=placed[1].id,
            stands=f"/bookables/{event.bookable_id}/stands",
            desk=f"/bookables/{event.bookable_id}/fair",
            tour=f"/bookables/{event.bookable_id}/tour",
        )

    return saved(made)


@pytest.fixture
def today(saved, fair):
    """The fair is today."""

    def moved():
        bookable = db.session.get_one(Fair, fair.id).bookable
        now = clock.now()
        bookable.starts_at, bookable.ends_at, bookable.closes_at = now, now + dt.timedelta(minutes=1), now
        bookable.cancel_until = now
        for one in bookable.spans:
            one.starts_at, one.ends_at = bookable.starts_at, bookable.ends_at

    saved(moved)


def the(app, stand_id):
    with app.app_context():
        return db.session.get_one(Stand, stand_id)


def code(app, stand_id):
    return signed(app.config["SECRET_KEY"], "stand", stand_id)


def statements(queries):
    return [statement for statement in queries if not statement.startswith(("BEGIN", "SHOW"))]


def test_an_event_becomes_a_fair_until_a_day_before_it_begins(app, client, cast, saved):
    def made():
        event = make.event("Messe")
        make.organiser(event.bookable, cast.lin)
        return event

    event = saved(made)
    client.sign_in(cast.lin)
    path, opening = f"/events/{event.id}", f"/bookables/{event.bookable_id}/fair/opening"
    begins = clock.local(event.bookable.starts_at).date()

    assert "Stands and my tour" not in client.get(path).text
    assert client.get(f"/bookables/{event.bookable_id}/stands").status_code == 404
    assert client.get(f"/bookables/{event.bookable_id}/fair").location == opening
    late = client.post(opening, data={"last_day": begins.isoformat()})
    past = client.post(opening, data={"last_day": "1999-01-01"})
    assert client.post(opening, data={"last_day": (begins - DAY).isoformat()}).status_code == 303

    assert (late.status_code, past.status_code) == (422, 422)
    assert "a day before the fair begins" in late.text
    assert "a day from today on" in past.text
    assert "Stands and my tour" in client.get(path).text


def test_an_office_registers_a_stand_and_the_organiser_is_told(app, client, cast, fair, letters):
    page = client.sign_in(cast.zoe).post(f"{fair.stands}/registration", data=TYPED, follow_redirects=True)

    assert "Your stand is registered." in page.text
    assert "Die E-Akte zum Ausprobieren" in page.text
    assert "waits for a place" in page.text
    with app.app_context():
        stand = db.session.scalars(select(Stand).where(Stand.contact_id == cast.zoe.id)).one()
        assert (stand.unit_id, stand.needs_power, stand.needs_table) == (cast.zoe.unit_id, True, False)
    assert letters.kinds(cast.lin) == [Kind.STAND_REGISTERED]
    assert "Die E-Akte" not in client.sign_in(cast.ada).get(fair.stands).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": ""}, "give the stand a name"),
        ({"title": "x" * 101}, "give the stand a name"),
        ({"description": " "}, "in two or three sentences"),
        ({"description": "x" * 801}, "at most 800 characters"),
        ({"remark": "x" * 301}, "at most 300 characters"),
    ],
)
def test_bad_input_gets_a_sentence_and_loses_nothing(client, cast, fair, typed, sentence):
    page = client.sign_in(cast.zoe).post(f"{fair.stands}/registration", data=TYPED | typed)

    assert page.status_code == 422
    assert sentence in page.text
    assert "Vier Rechner" in page.text or "description" in typed


def test_registration_ends_and_one_person_has_not_all_the_stands(client, cast, fair, saved):
    client.sign_in(cast.ada)
    for _ in range(MOST_OF_ONE - 1):
        assert client.post(f"{fair.stands}/registration", data=TYPED).status_code == 303
    assert "as many stands as one person can" in client.post(f"{fair.stands}/registration", data=TYPED).text

    saved(lambda: setattr(db.session.get_one(Fair, fair.id), "last_day", clock.today() - DAY))

    assert (
        "The time to register is over." in client.sign_in(cast.zoe).post(f"{fair.stands}/registration", data=TYPED).text
    )
    assert "Register a stand" not in client.get(fair.stands).text
    changed = client.sign_in(cast.ada).post(f"/stands/{fair.waiting}/edit", data=TYPED)
    assert "The time to register is over." in changed.text
    assert client.sign_in(cast.lin).post(f"/stands/{fair.waiting}/edit", data=TYPED).status_code == 303


def test_the_organiser_gives_places_and_no_number_twice(app, client, cast, fair, letters):
    client.sign_in(cast.lin)
    desk = client.get(fair.desk).text
    assert "Neues aus dem Amt" in desk
    assert "Bitte leise." in desk

    taken = client.post(f"/stands/{fair.waiting}/place", data={"hall": "Foyer", "place": "10"})
    given = client.post(f"/stands/{fair.waiting}/place", data={"hall": "Saal", "place": "11"})

    assert (taken.status_code, given.status_code) == (422, 303)
    assert "This number is given already." in taken.text
    assert (the(app, fair.waiting).hall, the(app, fair.waiting).place) == ("Saal", "11")
    assert letters.kinds(cast.ada) == [Kind.STAND_PLACED]
    client.post(f"/stands/{fair.waiting}/place", data={"hall": "Saal", "place": "11"})
    assert letters.kinds(cast.ada) == [Kind.STAND_PLACED]
    seen = client.sign_in(cast.zoe).get(fair.stands).text
    assert "Neues aus dem Amt" in seen
    assert "Ahrens" not in seen
    assert "Bitte leise." not in seen


def test_the_desk_writes_down_whose_names_it_showed(app, client, cast, fair):
    client.sign_in(cast.lin).get(fair.desk)

    with app.app_context():
        assert set(db.session.scalars(select(ReadAudit.person_id))) == {cast.ada.id, cast.max.id}


def test_a_stand_is_declined_with_a_reason_and_can_have_a_place_later(app, client, cast, fair, letters):
    client.sign_in(cast.lin)
    assert "Please give a reason" in client.post(f"/stands/{fair.ten}/decline", data={"reason": " "}).text
    client.post(f"/stands/{fair.ten}/decline", data={"reason": "Der Saal ist voll."})

    assert (the(app, fair.ten).stage, the(app, fair.ten).place) == (Stage.DECLINED, None)
    assert letters.kinds(cast.max) == [Kind.STAND_DECLINED]
    assert "Der Saal ist voll." in client.sign_in(cast.max).get(fair.stands).text
    client.sign_in(cast.lin).post(f"/stands/{fair.ten}/place", data={"hall": "Foyer", "place": "10"})
    assert the(app, fair.ten).stage is Stage.PLACED


def test_a_stand_is_withdrawn_by_its_office_alone_and_its_place_is_free(app, client, cast, fair):
    assert client.sign_in(cast.ada).post(f"/stands/{fair.nine}/withdrawal").status_code == 404
    client.sign_in(cast.max).post(f"/stands/{fair.nine}/withdrawal")
    client.post(f"/stands/{fair.nine}/withdrawal")

    assert the(app, fair.nine).stage is Stage.WITHDRAWN
    again = client.sign_in(cast.lin).post(f"/stands/{fair.nine}/place", data={"hall": "Foyer", "place": "9"})
    assert "This stand was withdrawn." in again.text
    assert client.post(f"/stands/{fair.waiting}/place", data={"hall": "Foyer", "place": "9"}).status_code == 303


def test_a_visitor_marks_stands_and_brings_them_into_an_order(app, client, cast, fair):
    client.sign_in(cast.zoe)
    assert "Your tour is empty." in client.get(fair.tour).text
    for stand in (fair.ten, fair.nine, fair.ten):
        client.post(f"/stands/{stand}/mark")
    assert client.post(f"/stands/{fair.waiting}/mark").status_code == 404
    order = re.findall(r"Platz \d+", client.get(fair.tour).text)
    assert order == ["Platz 10", "Platz 9"]

    twice = client.post(f"{fair.tour}/order", data={f"stand-{fair.ten}": 1, f"stand-{fair.nine}": 1})
    foreign = client.post(f"{fair.tour}/order", data={f"stand-{fair.waiting}": 1})
    client.post(f"{fair.tour}/order", data={f"stand-{fair.ten}": 2, f"stand-{fair.nine}": 1})

    assert (twice.status_code, foreign.status_code) == (422, 422)
    assert "Please use each number only once." in twice.text
    assert re.findall(r"Platz \d+", client.get(fair.tour).text) == ["Platz 9", "Platz 10"]
    assert "My tour: 2 stands" in client.get(fair.stands).text
    client.post(f"{fair.tour}/order", data={f"stand-{fair.ten}": 1, f"stand-{fair.nine}": 0})
    assert re.findall(r"Platz \d+", client.get(fair.tour).text) == ["Platz 10"]
    client.post(f"/stands/{fair.ten}/mark/removal")
    assert "Your tour is empty." in client.get(fair.tour).text
    assert "Your tour is empty." in client.sign_in(cast.ada).get(fair.tour).text


def test_the_tour_stands_below_ones_own_programme(client, cast, saved):
    def made():
        days = learning_event(cast.lin)
        stand = make.stand(make.fair(days.event.bookable), cast.max, "7", title="Am Stand")
        actions.mark(stand, cast.zoe)
        return days.event.id

    page = client.sign_in(cast.zoe).get(f"/events/{saved(made)}/programme").text

    assert "My tour of the stands" in page
    assert "Am Stand" in page


def test_a_tour_has_an_end(context):
    cast = make.cast()
    fair = make.fair(make.event().bookable)
    for number in range(MOST_ON_TOUR):
        actions.mark(make.stand(fair, cast.max, str(number)), cast.zoe)

    with pytest.raises(actions.Refused, match="no tour any more"):
        actions.mark(make.stand(fair, cast.max, "last"), cast.zoe)


@pytest.mark.usefixtures("today")
def test_a_visit_is_counted_once_a_telephone_and_nobody_is_written_down(app, client, cast, fair):
    address = f"/stand/{code(app, fair.ten)}"
    with app.app_context():
        before = len(db.session.scalars(select(Activity)).all())

    assert "I was here" in client.get(address).text
    first = client.post(address, follow_redirects=True)
    client.post(address)

    assert "Thank you, your visit is counted." in first.text
    assert the(app, fair.ten).visits == 1
    client.delete_cookie("lotse-stands", path="/stand")
    client.sign_in(cast.zoe).post(address)
    assert the(app, fair.ten).visits == 2
    with app.app_context():
        assert len(db.session.scalars(select(Activity)).all()) == before
        assert db.session.scalars(select(ReadAudit)).all() == []
        assert db.session.scalars(select(StandMark)).all() == []


def test_visits_are_counted_on_the_day_and_for_stands_with_a_place(app, client, fair):
    early = client.post(f"/stand/{code(app, fair.ten)}")

    assert early.status_code == 409
    assert "on the days of the fair" in early.text
    for address in (f"/stand/{code(app, fair.waiting)}", "/stand/guessed", f"/stand/{code(app, fair.ten)}x"):
        assert client.get(address).status_code == 404
    assert the(app, fair.ten).visits == 0


@pytest.mark.usefixtures("today")
def test_whoever_is_at_the_stand_taps_and_takes_a_slip_back(app, client, cast, fair):
    visits = f"/stands/{fair.ten}/visits"
    client.sign_in(cast.max)

    for _ in range(3):
        client.post(visits)
    client.post(f"{visits}/undoing")

    assert the(app, fair.ten).visits == 2
    assert "<strong>2</strong> visits" in client.get(visits).text
    for _ in range(3):
        client.post(f"{visits}/undoing")
    assert the(app, fair.ten).visits == 0
    assert client.sign_in(cast.zoe).post(visits).status_code == 404


def test_the_sheet_of_a_stand_is_a_paper_for_everybody_with_a_picture(app, client, cast, fair, saved):
    saved(lambda: setattr(db.session.get_one(Stand, fair.ten), "title", "#panic() $x$ [*Größe*]"))

    all_of_them = client.sign_in(cast.lin).get(f"{fair.desk}/posters.pdf").data
    one = client.sign_in(cast.max).get(f"/stands/{fair.ten}/poster.pdf").data

    assert [len(pdf.read(made).pages) for made in (all_of_them, one)] == [2, 1]
    assert "#panic() $x$ [*Größe*]" in pdf.text(one)
    assert pdf.text(all_of_them).index("Platz 9") < pdf.text(all_of_them).index("#panic()")
    assert pdf.says_it_is_for_everybody(one)
    assert client.sign_in(cast.ada).get(f"/stands/{fair.waiting}/poster.pdf").status_code == 404


def test_tours_remarks_and_reasons_are_forgotten_three_months_after_the_fair(app, client, cast, fair, saved):
    client.sign_in(cast.zoe).post(f"/stands/{fair.ten}/mark")

    def over(days):
        bookable = db.session.get_one(Fair, fair.id).bookable
        bookable.starts_at = bookable.closes_at = bookable.cancel_until = clock.now() - (days + 1) * DAY
        bookable.ends_at = clock.now() - days * DAY
        return actions.forget_tours()

    assert saved(over, 89) == 0
    assert saved(over, 91) == 2
    assert saved(over, 91) == 0
    assert the(app, fair.waiting).remark == ""
    assert the(app, fair.ten).title == "Platz 10"


@pytest.mark.parametrize("number", [2, 40])
def test_the_pages_ask_the_same_few_questions_however_many_stands(app, client, cast, fair, saved, queries, number):
    def more():
        row = db.session.get_one(Fair, fair.id)
        for n in range(number):
            stand = make.stand(row, make.person(f"Kim Probe{n}", make.unit(f"Amt {n}")), f"M{n}")
            if n < MOST_ON_TOUR:
                actions.mark(stand, cast.lin)

    saved(more)
    client.sign_in(cast.lin).get("/")
    for path in (fair.stands, fair.desk, fair.tour, f"{fair.tour}/order", f"/events/{fair.event}"):
        queries.clear()
        page = client.get(path)
        assert (path, page.status_code, len(statements(queries)) <= 12) == (path, 200, True)
        assert len(page.data) < 60_000
