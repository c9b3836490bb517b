"""Who comes to a date: the list to look through, the spreadsheet, the list to sign and name badges."""

import io
import re

import openpyxl
import pytest
from sqlalchemy import func, select

from app.bookings.models import Organiser
from app.bookings.rules import State
from app.bookings.views import participants
from app.db import db
from app.visibility.models import ReadAudit
from tests import make
from tests.text import pdf

pytestmark = pytest.mark.any_database


@pytest.fixture
def english(client, cast):
    client.set_cookie("language", "en")
    return client.sign_in(cast.lin)


@pytest.fixture
def event(saved, cast):
    """A maker of events that Lin runs."""

    def event(**other):
        def fill():
            row = make.event("Konferenz", **other)
            row.bookable.organisers = [Organiser(person_id=cast.lin.id)]
            return row

        return saved(fill)

    return event


def statements(queries):
    return [statement for statement in queries if not statement.startswith(("BEGIN", "SHOW"))]


def crowd(row, number, state=State.CONFIRMED):
    unit = make.unit("Amt für Straßenbau")
    for n in range(number):
        make.booking(db.session.merge(row.bookable), make.person(f"Kim Probe{n:03}", unit), state)


def looks(app):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(ReadAudit))


def names(page):
    return re.findall(r"Probe\d+", page)


def test_list_participants_comes_in_pages_and_writes_down_whom_it_showed(english, event, saved, app):
    row = event(seats=80)
    saved(crowd, row, 60)

    assert f'href="/bookables/{row.bookable_id}/participants"' in english.get(f"/events/{row.id}/organise").text
    before = looks(app)
    first = english.get(f"/bookables/{row.bookable_id}/participants").text
    assert looks(app) == before + 50
    second = english.get(f"/bookables/{row.bookable_id}/participants?page=2").text

    assert names(first)[0] == "Probe000"
    assert (len(names(first)), len(names(second))) == (50, 10)
    assert set(names(first)).isdisjoint(names(second))


def test_list_participants_finds_by_name_and_number_and_by_state_and_keeps_all_that(english, event, saved):
    row = event(seats=80)

    def fill():
        crowd(row, 60)
        crowd(row, 2, State.WAITLISTED)
        bookable = db.session.merge(row.bookable)
        make.booking(bookable, make.person("Ayşe Çetin", personnel_number="471199"), State.WAITLISTED)

    saved(fill)
    own = f"/bookables/{row.bookable_id}/participants"

    assert "Çetin" in english.get(f"{own}?q=cetin").text
    assert names(english.get(f"{own}?q=cetin").text) == []
    assert "Çetin" in english.get(f"{own}?q=471199").text
    assert "Çetin" not in english.get(f"{own}?q=47119").text
    assert "Nobody is found here" in english.get(f"{own}?q=%25").text
    waiting = english.get(f"{own}?state=waitlisted").text
    assert names(waiting) == ["Probe000", "Probe001"]
    assert "Place 3" in waiting
    assert "Çetin" in waiting
    assert "Nobody is found here" in english.get(f"{own}?state=waitlisted&q=probe07").text
    asked = english.get(f"{own}?q=probe&state=confirmed").text
    assert "?q=probe&amp;state=confirmed&amp;page=2" in asked
    assert '<input type="hidden" name="state" value="confirmed">' in asked
    assert f'href="{own}?q=probe&amp;state=waitlisted"' in asked
    assert len(names(english.get(f"{own}?q=probe&state=declined").text)) == 50


def test_list_participants_of_a_conference_is_short(english, event, saved, queries):
    row = event(seats=400)

    def fill():
        crowd(row, 400)
        crowd(row, 50, State.WAITLISTED)

    saved(fill)
    english.get("/")
    queries.clear()

    page = english.get(f"/bookables/{row.bookable_id}/participants")

    assert len(statements(queries)) <= 12
    assert len(page.data) < 60_000


def test_a_list_to_sign_has_those_with_a_seat_by_name(english, event, saved, app):
    row = event(seats=5)

    def fill():
        bookable = db.session.merge(row.bookable)
        for name in ("Zoë Öztürk", "Jürgen von Größe", "Ada #panic()$"):
            make.booking(bookable, make.person(name))
        make.booking(bookable, make.person("Wartet Noch"), State.WAITLISTED)

    saved(fill)
    before = looks(app)

    answer = english.get(f"/bookables/{row.bookable_id}/participants.pdf")

    said = pdf.text(answer.data)
    assert answer.mimetype == "application/pdf"
    assert said.index("Öztürk, Zoë") < said.index("#panic()$, Ada") < said.index("von Größe, Jürgen")
    assert "Noch" not in said
    assert "Konferenz" in said
    assert pdf.says_it_is_for_everybody(answer.data)
    assert looks(app) == before + 3


def test_a_long_list_comes_in_parts(english, event, saved, monkeypatch):
    monkeypatch.setattr(participants, "ON_ONE_PAPER", 4)
    row = event(seats=9)
    saved(crowd, row, 6)

    page = english.get(f"/bookables/{row.bookable_id}/participants").text
    first = english.get(f"/bookables/{row.bookable_id}/participants.pdf").data
    second = english.get(f"/bookables/{row.bookable_id}/participants.pdf?part=2").data

    assert "Names 5 to 6" in page
    assert [len(names(pdf.text(one))) for one in (first, second)] == [4, 2]
    assert "5 Probe004" in pdf.text(second)
    assert len(names(pdf.text(english.get(f"/bookables/{row.bookable_id}/badges.pdf?part=2").data))) == 2
    assert english.get(f"/bookables/{row.bookable_id}/participants.pdf?part=3").status_code == 404
    assert english.get(f"/bookables/{row.bookable_id}/participants.pdf?part=-1").data[:4] == b"%PDF"


def test_badges_are_ten_on_a_page(english, event, saved):
    row = event(seats=20)
    saved(crowd, row, 11)

    made = english.get(f"/bookables/{row.bookable_id}/badges.pdf").data

    assert len(pdf.read(made).pages) == 2
    assert len(names(pdf.text(made))) == 11
    assert pdf.text(made).count("Amt für Straßenbau") == 11


def test_a_list_of_nobody_is_a_paper_too(english, event):
    row = event()

    assert pdf.read(english.get(f"/bookables/{row.bookable_id}/participants.pdf").data).pages
    assert pdf.read(english.get(f"/bookables/{row.bookable_id}/badges.pdf").data).pages


@pytest.mark.parametrize("name", ["ada", "max", "zoe"])
@pytest.mark.parametrize("path", ["participants", "participants.xlsx", "participants.pdf", "badges.pdf"])
def test_who_does_not_run_it_sees_no_names(client, cast, event, saved, name, path):
    row = event()
    saved(crowd, row, 1)

    assert client.sign_in(getattr(cast, name)).get(f"/bookables/{row.bookable_id}/{path}").status_code == 404


def test_participants_come_as_a_spreadsheet_in_which_nothing_calculates(english, cast, event, saved, app):
    row = event(seats=1)

    def made():
        bookable = db.session.merge(row.bookable)
        make.booking(bookable, make.person("=HYPERLINK(1) +49"))
        make.booking(bookable, db.session.merge(cast.ada), State.WAITLISTED)

    saved(made)

    answer = english.get(f"/bookables/{row.bookable_id}/participants.xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Family name", "Given name", "Unit", "E-mail", "State", "Place", "Signed up"]
    assert [row[0] for row in rows[1:]] == ["+49", "Ahrens"]
    assert [(row[4], row[5] or "") for row in rows[1:]] == [("Seat confirmed", ""), ("On the waitlist", "1")]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line if cell.value} == {"s"}
    with app.app_context():
        assert len(db.session.scalars(select(ReadAudit)).all()) == 2


@pytest.mark.parametrize("number", [1, 3])
def test_list_participants_asks_the_database_the_same_few_questions(client, cast, event, saved, queries, number):
    row = event()
    saved(crowd, row, number)
    client.sign_in(cast.lin)
    queries.clear()

    client.get(f"/bookables/{row.bookable_id}/participants")

    assert len(statements(queries)) == 9
