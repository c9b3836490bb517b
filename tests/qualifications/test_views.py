"""What I hold; what HR enters, takes back and takes over from files."""

import io

import pytest
from sqlalchemy import func, select

from app import clock
from app.db import db
from app.people.rules import Role
from app.qualifications.models import Holding
from app.qualifications.rules import Effect
from app.visibility.models import ReadAudit
from tests import make

pytestmark = pytest.mark.any_database

IMPORT = "/studio/qualifications/import"


@pytest.fixture(autouse=True)
def _english(client):
    client.set_cookie("language", "en")


@pytest.fixture
def kind(saved):
    return saved(make.qualification, "Arbeitsschutz", key="safety")


def number_of(app, model):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model))


def test_everybody_sees_what_they_hold_until_when_and_by_what(client, cast, saved, kind):
    saved(make.holding, cast.ada, kind, days_ago=400, detail="Bauhof")
    saved(make.holding, cast.ada, kind, days_ago=340)
    client.sign_in(cast.ada)

    page = client.get("/qualifications").text

    assert "valid until" in page
    assert "It ends soon." in page
    assert "from earlier records: Bauhof" in page
    client.sign_in(cast.zoe)
    assert "Nothing is noted yet." in client.get("/qualifications").text


def test_hr_enters_what_somebody_has_acquired_elsewhere_and_takes_it_back(client, cast, saved, kind, app):
    client.sign_in(cast.lin)
    page = "/studio/qualifications/safety"
    asked = {"who": "Ada Ahrens", "since": str(clock.today()), "detail": "Auffrischung beim DRK"}

    client.post(f"{page}/holdings/new", data=asked)
    again = client.post(f"{page}/holdings/new", data=asked)
    shown = client.get(page).text

    assert again.status_code == 422
    assert "Auffrischung beim DRK" in shown
    with app.app_context():
        (holding,) = db.session.scalars(select(Holding)).all()
        assert db.session.scalars(select(ReadAudit.category)).all() == ["B"]
    client.post(f"/studio/holdings/{holding.id}/retraction")
    assert "Nobody is found." in client.get(page).text


def test_hr_of_one_office_knows_nothing_of_the_people_of_another(client, cast, saved, kind, app):
    saved(make.role, cast.zoe, Role.HR, cast.elsewhere)
    held = saved(make.holding, cast.ada, kind)
    client.sign_in(cast.zoe)

    shown = client.get("/studio/qualifications/safety").text
    refused = client.post(
        "/studio/qualifications/safety/holdings/new", data={"who": "Ada Ahrens", "since": str(clock.today())}
    )

    assert "Ahrens" not in shown
    assert refused.status_code == 422
    assert client.post(f"/studio/holdings/{held.id}/retraction").status_code == 404
    assert number_of(app, Holding) == 1


def test_a_file_of_old_records_is_looked_at_taken_over_whole_and_the_same_one_again_changes_nothing(
    client, cast, kind, app
):
    client.sign_in(cast.lin)
    lines = f"E-Mail;Qualifikation;seit\n{cast.ada.email};Arbeitsschutz;12.03.2026\n{cast.max.email};safety;1.2.2026\n"
    wrong = lines + "niemand@stadt.example;Arbeitsschutz;12.03.2026\n"

    refused = client.post(IMPORT, data={"file": (io.BytesIO(wrong.encode("cp1252")), "alt.csv")})
    assert "Line 4" in refused.text
    assert number_of(app, Holding) == 0

    looked = client.post(IMPORT, data={"file": (io.BytesIO(lines.encode()), "a.csv")})
    assert "What would be noted" in looked.text
    assert number_of(app, Holding) == 0

    client.post(IMPORT, data={"text": lines, "confirmed": "1"})
    assert number_of(app, Holding) == 2
    assert "Nothing would change" in client.post(IMPORT, data={"text": lines}).text
    client.post(IMPORT, data={"text": lines, "confirmed": "1"})
    assert number_of(app, Holding) == 2


def test_the_page_of_a_course_says_what_it_gives_and_whether_what_it_requires_is_there(client, cast, saved, kind):
    course = saved(make.course, "Fahren im Lager", slug="fahren")
    required = saved(make.qualification, "Staplerschein", valid_months=None)
    saved(make.course_unit, course)
    saved(make.bearing, course, kind)
    saved(make.bearing, course, required, Effect.REQUIRES)
    client.sign_in(cast.ada)

    lacking = client.get("/courses/fahren").text
    refused = client.post("/courses/fahren/enrolment")
    saved(make.holding, cast.ada, required)
    met = client.get("/courses/fahren").text

    assert "What you hold afterwards" in lacking
    assert "missing" in lacking
    assert refused.status_code == 409
    assert "met: for ever" in met
    assert client.post("/courses/fahren/enrolment").status_code == 303


@pytest.mark.parametrize("people", [1, 3])
def test_lists_ask_the_database_few_questions_however_long_they_are(client, cast, saved, kind, queries, people):
    for days in range(people):
        saved(make.holding, cast.ada, kind, days_ago=days + 1)
    client.sign_in(cast.lin)
    client.get("/")
    counts = []
    for path in ("/qualifications", "/studio/qualifications", "/studio/qualifications/safety"):
        queries.clear()
        client.get(path)
        counts.append(len([one for one in queries if not one.startswith("BEGIN")]))

    assert max(counts) <= 8
