"""Steps that lead to where they are done, and are ticked by it: evidence and talks."""

import datetime as dt
import re

import pytest

from app import clock
from app.competences.models import Evidence
from app.db import db
from app.plans import actions, queries
from app.plans.rules import Details, ItemKind
from tests import make
from tests.plans.test_talks import agreed_talk

TYPED = {"proof": "external", "text": "Mit Prüfung", "happened_on": "2025-03-31", "valid_until": ""}


@pytest.fixture
def ada(client, cast):
    client.sign_in(cast.ada)
    return cast.ada


def waiting(person, title="Zertifikat einreichen", kind=ItemKind.EVIDENCE, **details):
    return actions.add_own_step(
        db.session.merge(person), title=title, minutes=10, details=Details(kind=kind, **details)
    )


def done(app, person):
    with app.test_request_context():
        return {step.title: step.done_on for step in queries.steps_of(person.id)}


def test_a_step_leads_to_the_form_filled_in_and_saving_it_ticks_the_step(client, ada, saved, app):
    competence = saved(make.competence, "Moderieren")
    saved(waiting, ada, competence_id=competence.id, target_level=2)
    (address,) = set(re.findall(r'href="(/competences/evidence/new[?][^"]+)"', client.get("/plan").text))
    address = address.replace("&amp;", "&")

    form = client.get(address).text
    assert 'value="Zertifikat einreichen"' in form
    assert f'<option value="{competence.id}" selected' in form
    response = client.post(address, data=TYPED | {"title": "Ja", "competence_1": competence.id, "level_1": 1})

    assert response.status_code == 303
    assert done(app, ada) == {"Zertifikat einreichen": clock.today()}


@pytest.mark.parametrize(("level", "is_done"), [(1, False), (2, True), (3, True)])
def test_a_proof_of_the_competence_ticks_the_step_wherever_it_is_handed_in(client, ada, saved, app, level, is_done):
    competence = saved(make.competence, "Moderieren")
    saved(waiting, ada, competence_id=competence.id, target_level=2)

    data = TYPED | {"title": "Zertifikat", "competence_1": competence.id, "level_1": level}
    client.post("/competences/evidence/new", data=data)

    assert done(app, ada) == {"Zertifikat einreichen": clock.today() if is_done else None}


def test_withdrawing_a_proof_opens_its_steps_again_and_restoring_ticks_them(client, ada, saved, app):
    competence = saved(make.competence, "Moderieren")
    by_address = saved(waiting, ada, "Schein einreichen")
    saved(waiting, ada, competence_id=competence.id)
    by_hand = saved(waiting, ada, "Von Hand")
    saved(lambda: actions.tick(db.session.merge(by_hand)))
    sent = TYPED | {"title": "Zertifikat", "competence_1": competence.id, "level_1": 1}
    client.post(f"/competences/evidence/new?step={by_address.id}", data=sent)
    before = done(app, ada)
    assert set(before.values()) == {clock.today()}
    with app.app_context():
        path = f"/competences/evidence/{db.session.query(Evidence.id).scalar()}"

    page = client.post(f"{path}/withdrawal", follow_redirects=True).text

    assert done(app, ada) == {"Schein einreichen": None, "Zertifikat einreichen": None, "Von Hand": clock.today()}
    assert "Open again in your plan: Schein einreichen, Zertifikat einreichen." in page
    client.post(f"{path}/restoration")
    assert done(app, ada) == before


def test_a_step_ticked_by_hand_since_stays_ticked_and_deleting_the_proof_leaves_it(client, ada, saved, app):
    competence = saved(make.competence, "Moderieren")
    step = saved(waiting, ada, competence_id=competence.id)
    client.post("/competences/evidence/new", data=TYPED | {"title": "Ja", "competence_1": competence.id, "level_1": 1})
    with app.app_context():
        path = f"/competences/evidence/{db.session.query(Evidence.id).scalar()}"
    client.post(f"{path}/withdrawal")
    saved(lambda: actions.tick(db.session.merge(step)))

    client.post(f"{path}/deletion")

    assert done(app, ada) == {"Zertifikat einreichen": clock.today()}


def test_other_steps_and_other_people_are_left_alone(client, cast, ada, saved, app):
    claim = {"competence_1": saved(make.competence).id, "level_1": 1}
    own = saved(waiting, ada, "Üben", ItemKind.PRACTICE)
    foreign = saved(waiting, cast.max)
    removed = saved(waiting, ada, "Weg")
    saved(lambda: actions.remove(db.session.merge(removed)))

    for number, step in enumerate((own, foreign, removed)):
        sent = TYPED | claim | {"title": f"Zertifikat {number}"}
        assert client.post(f"/competences/evidence/new?step={step.id}", data=sent).status_code == 303

    assert done(app, ada) == {"Üben": None}
    assert done(app, cast.max) == {"Zertifikat einreichen": None}


@pytest.mark.parametrize("junk", ["step=x", "step=-1", "level=x", "title=" + "x" * 500, "competence=x"])
def test_the_form_bears_nonsense_in_its_address(client, ada, saved, app, junk):
    sent = TYPED | {"title": "Ja", "competence_1": saved(make.competence).id, "level_1": 1}
    assert client.get(f"/competences/evidence/new?{junk}").status_code == 200
    assert client.post(f"/competences/evidence/new?{junk}", data=sent).status_code == 303
    with app.app_context():
        assert db.session.query(Evidence).count() == 1


def test_a_step_that_is_done_leads_to_what_was_handed_in(context):
    ada = make.person("Ada")
    actions.tick(waiting(ada))

    assert queries.steps_of(ada.id)[0].url == "/competences/evidence"


def test_a_talk_of_the_plan_leads_to_the_open_talk_or_to_proposing_one(client, cast, ada, saved):
    saved(waiting, ada, "Gespräch führen", ItemKind.TALK)
    assert 'href="/talks/proposal"' in client.get("/plan").text

    talk = saved(
        lambda: actions.talk.propose(
            db.session.merge(cast.ada), by=db.session.merge(cast.ada), planned_on=clock.today() + dt.timedelta(days=3)
        )
    )

    page = client.get("/plan").text
    assert f'href="/talks/{talk.id}"' in page
    assert "To the talk" in page


def test_agreeing_ticks_the_talk_that_is_due_first(cast, saved, app):
    def fill():
        later, sooner = waiting(cast.ada, "Später", ItemKind.TALK), waiting(cast.ada, "Bald", ItemKind.TALK)
        later.due_on, sooner.due_on = (clock.today() + dt.timedelta(days=days) for days in (90, 9))
        agreed_talk(cast)

    saved(fill)

    ticked = done(app, cast.ada)
    assert (ticked["Später"], ticked["Bald"]) == (None, clock.today())
