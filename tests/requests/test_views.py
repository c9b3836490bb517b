"""From a wish to evidence on the pages of the person, the leader and HR, and what each of them is shown."""

import io
import re
import zipfile

import pytest
from sqlalchemy import select

from app import clock
from app.competences.models import Evidence, Goal
from app.db import db
from app.plans.models import PlanItem
from app.requests.models import Decision, TrainingRequest
from app.requests.rules import Stage, State
from tests import make

pytestmark = pytest.mark.any_database

TYPED = {
    "title": "Fachtagung Geodaten",
    "provider": "Hochschule",
    "link": "https://hochschule.example/geo",
    "reason": "Für das neue Kataster.",
    "fee_cents": "1.250,50".replace(".", ""),
    "travel_cents": "49.50",
    "work_hours": "16",
    "place": "Essen",
    "page": "0123456789abcdef",
}


@pytest.fixture
def gap(saved, cast):
    """Something that Ada's goal asks for and that she can't do yet, and a course that leads there."""

    def made():
        competence = make.competence("Geodaten nutzen")
        goal = make.profile(targets={competence: 3})
        db.session.add(Goal(person_id=cast.ada.id, profile_id=goal.id, chosen_at=clock.now()))
        make.outcome(make.course("Karten lesen"), competence)
        return competence

    return saved(made)


def one(app):
    with app.app_context():
        return db.session.scalars(select(TrainingRequest)).one()


def save(client, request, **typed):
    return client.post(f"/requests/{request.id}/draft", data=TYPED | {"edition": request.edition} | typed)


def test_a_wish_becomes_evidence(app, client, cast, gap):
    client.sign_in(cast.ada)
    begun = client.post(f"/requests/new?competence={gap.key}", data={"title": "Fachtagung"})
    draft = one(app)
    assert (begun.location, draft.competence_id) == (f"/requests/{draft.id}/draft", gap.id)
    assert "Geodaten nutzen" in client.get(begun.location).text

    incomplete = save(client, draft, fee_cents="", send="y", competence_id=str(gap.id))
    assert incomplete.status_code == 422
    assert "Please enter the fee; 0 if it is free." in incomplete.text
    sent = save(client, draft, send="y", competence_id=str(gap.id))
    assert "It is with Max Mohr." in client.get(sent.location).text

    client.sign_in(cast.max)
    waiting = client.get("/team/approvals").text
    assert "Ada Ahrens: Fachtagung Geodaten" in waiting
    assert "Nothing is waiting for you." not in waiting
    page = client.get(f"/team/requests/{draft.id}").text
    assert "1,300.00" in page
    assert "For the competence" in page
    client.post(f"/team/requests/{draft.id}", data={"verdict": "yes", "version": "1", "note": "Gern."})
    after = client.get("/team/approvals").text
    assert "Training requests that you decided last" in after
    assert "Für das neue Kataster" not in after
    gone = client.get(f"/team/requests/{draft.id}")
    assert (gone.status_code, "does not wait for you" in gone.text) == (404, True)

    client.sign_in(cast.lin)
    client.post("/studio/budgets/new", data={"unit_id": cast.house.id, "year": "2000", "amount_cents": "1"})
    client.post("/studio/budgets/new", data={"unit_id": cast.house.id, "year": draft.year, "amount_cents": "1000"})
    page = client.get(f"/studio/requests/{draft.id}").text
    assert "That overspends the budget by 300.00" in page
    assert 'name="overspends"' in page
    answer = {"verdict": "yes", "version": "1", "note": ""}
    refused = client.post(f"/studio/requests/{draft.id}", data=answer)
    assert (refused.status_code, "Please confirm that you want that" in refused.text) == (422, True)
    client.post(f"/studio/requests/{draft.id}", data=answer | {"overspends": "y", "note": "Gesetz."})

    client.sign_in(cast.ada)
    assert "Fachtagung Geodaten" in client.get("/plan").text
    assert "Overspends the budget by 300.00" in client.get(f"/requests/{draft.id}").text
    told = client.post(
        f"/requests/{draft.id}/report", data={"happened_on": clock.today().isoformat(), "spent_cents": "990"}
    )
    assert told.location == f"/requests/{draft.id}/evidence"
    proof = {"competence_id": str(gap.id), "level": "2", "text": "Ich kann Geodaten lesen."}
    client.post(told.location, data=proof | {"file": (io.BytesIO(b"Zertifikat"), "zertifikat.txt")})
    with app.app_context():
        evidence = db.session.scalars(select(Evidence)).one()
        assert (evidence.title, evidence.file.name, len(evidence.claims)) == (
            "Fachtagung Geodaten",
            "zertifikat.txt",
            1,
        )
        assert db.session.scalars(select(PlanItem.done_on)).one() == clock.today()

    client.sign_in(cast.lin)
    text = client.get(f"/studio/requests/{draft.id}").text
    assert "Evidence is handed in." in text
    assert "Ich kann Geodaten lesen" not in text
    assert re.findall(r"(1,000\.00|990\.00|10\.00) €", client.get(f"/studio/budgets?year={draft.year}").text) == [
        "1,000.00",
        "990.00",
        "10.00",
    ]
    text = client.sign_in(cast.ada).get("/requests").text
    assert [text.count(f">{name}<") for name in ("Max Mohr", "Lin Lorenz")] == [2, 1]
    assert "decides on training requests, or looks after them" in text


def test_who_is_declined_reads_why_and_what_the_catalogue_has(client, cast, gap, saved):
    def declined():
        request = make.training_request(cast.ada, state=State.DECLINED, competence_id=gap.id)
        values = {"version": 1, "stage": Stage.LEADER, "is_yes": False, "note": "Zu weit weg."}
        db.session.add(Decision(request=request, decided_by_id=cast.max.id, decided_at=clock.now(), **values))
        return request

    request = saved(declined)
    text = client.sign_in(cast.ada).get(f"/requests/{request.id}").text

    assert "Zu weit weg." in text
    assert "Karten lesen" in text
    client.post(f"/requests/{request.id}/change")
    assert "leader and HR decide anew" in client.get(f"/requests/{request.id}/draft").text


def test_a_draft_saves_itself_with_gaps_and_shows_both_versions_to_a_window_that_is_out_of_date(
    app, client, cast, saved
):
    request = saved(make.training_request, cast.ada, state=State.DRAFT)
    client.sign_in(cast.ada)
    gaps = {"title": "Nur ein Titel", "edition": "1", "page": "a" * 16}
    for _twice in range(2):
        saved_itself = client.post(f"/requests/{request.id}/draft", data=gaps, headers={"X-Autosave": "1"})
        assert saved_itself.status_code == 204

    late = save(client, request, page="b" * 16, provider="Meine Fassung")

    assert late.status_code == 422
    assert all(words in late.text for words in ("Meine Fassung", "Nur ein Titel", 'name="edition" type="hidden"'))
    edition = re.search(r'name="edition"[^>]*value="(\d+)"', late.text)[1]
    assert save(client, one(app), edition=edition, page="b" * 16, provider="Meine Fassung").status_code == 303


def test_who_leads_sees_of_the_decided_a_title_and_a_day_and_nothing_once_they_lead_no_more(client, cast, saved):
    def decided():
        request = make.training_request(cast.ada, state=State.WITH_HR, reason="Geheimnis")
        values = {"version": 1, "stage": Stage.LEADER, "is_yes": True, "note": ""}
        db.session.add(Decision(request=request, decided_by_id=cast.max.id, decided_at=clock.now(), **values))
        return request

    saved(decided)
    client.sign_in(cast.max)
    assert "Ada Ahrens: Fachtagung" in client.get("/team/approvals").text

    saved(lambda: setattr(db.session.merge(cast.ada), "unit_id", cast.elsewhere.id))

    assert "Fachtagung" not in client.get("/team/approvals").text


@pytest.fixture
def many(cast, saved):
    """Requests in every state, by people of two offices."""

    def made():
        budgets = [make.training_budget(cast.office), make.training_budget(cast.elsewhere)]
        for at in range(25):
            costs = {"spent_cents": 1, "happened_on": clock.today(), "budget_id": budgets[at % 2].id}
            for state in State:
                who = make.person(f"Kim{at} Viel", cast.office if at % 2 else cast.elsewhere)
                other = costs if state is State.DONE else {}
                make.training_request(who, f"=1+{at}", state, **other)

    saved(made)


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("lin", "/studio/requests"),
        ("lin", "/studio/requests?state=with-hr&year=0&unit=x"),
        ("lin", "/studio/budgets"),
        ("lin", "/"),
        ("max", "/team/approvals"),
        ("max", "/requests"),
        ("ada", "/plan"),
    ],
)
def test_pages_ask_little_however_much_there_is(client, cast, many, queries, who, path):
    client.sign_in(getattr(cast, who))
    queries.clear()

    answer = client.get(path)

    assert answer.status_code == 200
    assert len([one for one in queries if one.lstrip().upper().startswith(("SELECT", "WITH"))]) <= 12
    assert len(answer.data) < 60_000


def test_hr_filters_and_takes_the_list_along_and_no_cell_calculates(client, cast, many):
    client.sign_in(cast.lin)
    page = client.get(f"/studio/requests?state=with-hr&unit={cast.office.id}").text
    assert page.count('scope="row"') == 12
    assert "Bürgeramt</" in page
    assert ", Tiefbauamt" not in page

    text = client.get(f"/studio/requests.csv?state=done&unit={cast.office.id}").get_data(as_text=True)
    book = client.get(f"/studio/requests.xlsx?state=done&unit={cast.office.id}").data

    rows = text.strip().split("\r\n")
    assert len(rows) == 13
    assert all(";'=1+" in row for row in rows[1:])
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert (sheet.count("<row "), "<f>" in sheet) == (13, False)


def test_hr_of_another_office_and_of_oneself(client, cast, saved):
    def made():
        make.role(cast.zoe, make.Role.HR, cast.elsewhere)
        return make.training_request(cast.ada, state=State.WITH_HR), make.training_request(
            cast.zoe, "Eigenes", State.WITH_HR
        )

    theirs, own = saved(made)
    client.sign_in(cast.zoe)

    assert client.get(f"/studio/requests/{theirs.id}").status_code == 404
    assert "Somebody else in HR decides" in client.get(f"/studio/requests/{own.id}").text
    answer = client.post(f"/studio/requests/{own.id}", data={"verdict": "yes", "version": "1"})
    assert (answer.status_code, "Somebody else decides on your own request." in answer.text) == (422, True)
