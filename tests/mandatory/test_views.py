"""A rule from its preview to the proof; what I must; what a leader sees, and what not."""

import csv
import io

import pytest
from sqlalchemy import select

from app import clock
from app.db import db
from app.mandatory.models import Rule
from app.people.rules import Role
from app.qualifications.models import Qualification
from app.visibility.models import ReadAudit
from tests import make
from tests.text import pdf

pytestmark = pytest.mark.any_database


@pytest.fixture(autouse=True)
def _english(client):
    client.set_cookie("language", "en")


@pytest.fixture
def kind(saved):
    return saved(make.qualification, "Arbeitsschutz", key="safety")


def typed(kind, **other):
    return {"qualification_id": kind.id, "whom": "everybody", "due_days": "60", "remind_days": "30", **other}


def rule_id(app):
    with app.app_context():
        return db.session.scalars(select(Rule.id)).one()


def test_a_rule_is_switched_on_only_by_whoever_saw_for_how_many_people_it_is(client, cast, kind, saved, app):
    client.sign_in(cast.lin)
    client.post("/studio/mandatory/new", data=typed(kind, whom="unit", unit_id=cast.office.id, family_id="0"))
    page = f"/studio/mandatory/{rule_id(app)}"

    preview = client.get(page).text
    assert "Switched on, it would be for 2 people." in preview
    assert "Ada Ahrens" in preview
    assert "Zoe Zander" not in preview

    saved(make.person, "Kim Klein", cast.office)
    assert "It is for 3 people now" in client.post(f"{page}/activation", data={"seen": "2"}).text
    client.post(f"{page}/activation", data={"seen": "3"})
    assert "0 done, 3 open, 0 overdue" in client.get(page).text

    assert client.post(f"{page}/edit", data=typed(kind)).status_code == 422
    assert client.post(f"{page}/removal").status_code == 409
    client.post(f"{page}/deactivation")
    client.post(f"{page}/removal")
    assert "There is no rule yet." in client.get("/studio/mandatory").text


def test_the_same_rule_can_not_be_made_twice(client, cast, kind):
    client.sign_in(cast.lin)
    client.post("/studio/mandatory/new", data=typed(kind, family_id="0", unit_id=cast.office.id))

    again = client.post("/studio/mandatory/new", data=typed(kind, family_id="0", unit_id=cast.office.id))

    assert again.status_code == 422
    assert "already" in again.text


def test_the_start_page_names_what_is_to_be_done_soon_and_nothing_else(client, cast, kind, saved):
    later = saved(make.qualification, "Datenschutz")
    saved(make.mandatory_rule, kind, days_on=40)
    saved(make.mandatory_rule, later, days_on=1)
    client.sign_in(cast.ada)

    page = client.get("/").text

    assert "Arbeitsschutz" in page
    assert "open, due on" in page
    assert "Datenschutz" not in page


def test_everybody_sees_what_they_must_until_when_and_the_course_and_the_menu_only_where_there_is_something(
    client, cast, kind, saved
):
    client.sign_in(cast.ada)
    assert "/mandatory" not in client.get("/").text
    saved(make.mandatory_rule, kind, days_on=61)
    course = saved(make.course, "Sicher arbeiten", slug="sicher")
    saved(make.bearing, course, kind)

    assert 'href="/mandatory"' in client.get("/").text
    page = client.get("/mandatory").text
    assert "1 training is to be done." in page
    assert "overdue since" in page
    assert 'href="/courses/sicher"' in page

    saved(make.holding, cast.ada, kind)
    assert "Everything is done." in client.get("/mandatory").text


def test_a_leader_sees_the_state_of_those_whom_they_lead_and_nothing_else(client, cast, kind, saved, app):
    saved(make.mandatory_rule, kind, days_on=61)
    saved(make.mandatory_rule, kind, days_on=10, unit=cast.office)
    saved(make.holding, cast.ada, kind, detail="Nachweis der Kur")
    saved(make.holding, cast.ada, saved(make.qualification, "Freiwillig"), detail="Etwas Eigenes")
    client.sign_in(cast.max)

    page = client.get("/team/mandatory").text

    assert "1 done, 0 open, 0 overdue" in page
    assert "Ada Ahrens" in page
    assert page.count("done, valid until") == 1
    for hidden in ("Nachweis der Kur", "Freiwillig", "Etwas Eigenes", "Zander", "Lorenz", "earlier records"):
        assert hidden not in page
    with app.app_context():
        looks = db.session.execute(select(ReadAudit.person_id, ReadAudit.category, ReadAudit.purpose)).all()
    assert [tuple(look) for look in looks] == [(cast.ada.id, "B", "mandatory")]

    client.sign_in(cast.ada)
    page = client.get("/qualifications").text
    assert "Max Mohr" in page
    assert "leads you, mandatory trainings" in page


def test_hr_of_an_office_counts_and_lists_those_of_the_office(client, cast, kind, saved, app):
    rule = saved(make.mandatory_rule, kind, days_on=61)
    saved(make.role, cast.zoe, Role.HR, cast.office)
    client.sign_in(cast.zoe)

    page = client.get(f"/studio/mandatory/{rule.id}").text

    assert "0 done, 0 open, 2 overdue" in page
    assert "Lorenz" not in page
    assert client.post(f"/studio/mandatory/{rule.id}/deactivation").status_code == 403


def test_the_proof_names_each_person_of_a_unit_as_csv_and_pdf(client, cast, kind, saved):
    rule = saved(make.mandatory_rule, kind, days_on=61)
    saved(make.holding, cast.ada, kind, days_ago=20, detail="=Bauhof")
    client.sign_in(cast.lin)
    address = f"/studio/mandatory/{rule.id}/proof"

    text = client.get(f"{address}.csv?unit={cast.office.id}").text
    paper = client.get(f"{address}.pdf?unit={cast.office.id}").data

    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert [(row[0], row[3], row[6]) for row in rows] == [
        ("Ahrens, Ada", "done", "from earlier records: =Bauhof"),
        ("Mohr, Max", "overdue", ""),
    ]
    assert len(head) == 7
    said = pdf.text(paper)
    assert "Ahrens, Ada" in said
    assert "Zander" not in said
    assert client.get(f"{address}.pdf?unit=999").status_code == 404


@pytest.mark.parametrize("many", [1, 3])
def test_pages_ask_the_database_few_questions_however_many_people_and_rules_there_are(
    client, cast, saved, queries, many
):
    for number in range(many):
        rule = saved(make.mandatory_rule, saved(make.qualification, f"Unterweisung {number}"), days_on=61)
        saved(make.person, f"Kim{number} Klein", cast.office)
    saved(make.head, cast.house, cast.lin)
    client.sign_in(cast.lin)
    asked = {}
    for path in ("/mandatory", "/team/mandatory", "/studio/mandatory", f"/studio/mandatory/{rule.id}"):
        queries.clear()
        assert client.get(path).status_code == 200
        asked[path] = len([one for one in queries if not one.startswith("BEGIN")])

    assert max(asked.values()) <= 12, asked


def test_a_qualification_that_is_no_longer_offered_can_not_be_demanded_anew(client, cast, kind, app):
    with app.app_context():
        db.session.get_one(Qualification, kind.id).retired_at = clock.now()
        db.session.commit()
    client.sign_in(cast.lin)

    answer = client.post("/studio/mandatory/new", data=typed(kind, family_id="0", unit_id=cast.office.id))

    assert answer.status_code == 422
