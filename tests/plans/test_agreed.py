"""Steps that were agreed in a talk, on the page of whoever leads the person: who reads them, and what of them."""

import datetime as dt

import pytest
from babel.dates import format_date
from sqlalchemy import select, true

from app import clock
from app.competences.queries import statements_visible_to
from app.courses.models import Enrolment
from app.db import db
from app.people.models import Leadership, Person
from app.people.rules import Position
from app.people.viewer import view_as
from app.plans import actions, queries
from app.plans.models import PlanItem
from app.plans.rules import Details, ItemState
from app.plans.rules.talk import AgreedStep
from tests import make
from tests.plans.test_talks import agreed_talk, competence_of, released_talk

DAY = dt.timedelta(days=1)
AGREED = "Hospitation im Bauamt"


def page_of(client, reader, person):
    return client.sign_in(reader).get(f"/team/people/{person.id}/competences")


def agreed_item():
    return db.session.scalars(select(PlanItem).where(PlanItem.title == AGREED)).one()


def english(day):
    return format_date(day, "d MMM y", locale="en")


def section(page):
    return page.split('id="agreed-steps"')[1].split("</section>")[0] if 'id="agreed-steps"' in page else ""


def test_whoever_leads_sees_the_agreed_step_with_its_day_beside_the_agreed_level(client, cast, saved):
    saved(agreed_talk, cast)

    page = page_of(client, cast.max, cast.ada).text

    assert AGREED in section(page)
    assert english(clock.today() + 30 * DAY) in section(page)
    assert "In the plan" in section(page)


def test_a_step_that_was_not_agreed_never_appears(client, cast, saved):
    def fill():
        actions.add_own_step(cast.ada, title="Ganz privat", minutes=30)
        noted = actions.add_own_step(
            cast.ada, title="Nur vorgemerkt", minutes=30, details=Details(state=ItemState.DRAFT)
        )
        noted.state = ItemState.AGREED
        agreed_talk(cast)
        open_one = released_talk(cast)
        steps = [AgreedStep("Noch nicht bestätigt", 60)]
        actions.talk.record_agreement(open_one, by=cast.max, number=0, levels={}, steps=steps)

    saved(fill)

    page = page_of(client, cast.max, cast.ada).text

    assert AGREED in page
    assert not [title for title in ("Ganz privat", "Nur vorgemerkt", "Noch nicht bestätigt") if title in page]


def test_what_the_person_writes_into_the_agreed_step_later_stays_theirs(client, cast, saved):
    saved(agreed_talk, cast)

    def change():
        step = agreed_item()
        step.title, step.note, step.due_on = "Anders genannt", "Eine Notiz für mich", clock.today() + 300 * DAY

    saved(change)

    page = page_of(client, cast.max, cast.ada).text

    assert AGREED in section(page)
    assert not [text for text in ("Anders genannt", "Eine Notiz für mich") if text in page]
    assert english(clock.today() + 30 * DAY) in section(page)
    assert english(clock.today() + 300 * DAY) not in page


@pytest.mark.parametrize(
    ("do", "standing"),
    [(actions.tick, "Done"), (actions.remove, "No longer in the plan"), (lambda step: None, "In the plan")],
)
def test_the_page_says_how_the_step_stands(client, cast, saved, do, standing):
    saved(agreed_talk, cast)
    saved(lambda: do(agreed_item()))

    assert standing in section(page_of(client, cast.max, cast.ada).text)


def test_an_agreed_course_is_done_when_it_is_completed(client, cast, saved):
    course = saved(make.course, "Daten verstehen")
    saved(agreed_talk, cast, step="Daten verstehen")
    now = clock.now()
    done = {"begun_at": now, "completed_on": clock.today()}
    saved(lambda: make._save(Enrolment(person_id=cast.ada.id, course_id=course.id, **done)))
    saved(lambda: make._save(Enrolment(person_id=cast.max.id, course_id=course.id, **done)))

    page = section(page_of(client, cast.max, cast.ada).text)

    assert (page.count("Daten verstehen"), "Done" in page) == (1, True)


def test_the_same_people_read_agreed_steps_and_agreed_levels(context):
    cast = make.cast()
    talk = agreed_talk(cast)
    today = clock.today()
    deputy, next_head, boss = (make.person(name, cast.office) for name in ("Dana Depp", "Noa Neu", "Bo Boss"))
    make.head(cast.house, boss)
    make.head(cast.office, deputy, Position.DEPUTY, valid_from=today, valid_to=today)
    readers = [cast.max, deputy, next_head, boss, cast.lin, cast.zoe]

    def seen():
        found = {}
        for person in readers:
            db.session.expire_all()
            viewer, ada = view_as(person, today), db.session.get_one(Person, cast.ada.id)
            levels = db.session.scalars(statements_visible_to(viewer, ada)).all()
            is_led = viewer.leads(ada)
            steps = queries.agreed.steps_agreed_with(viewer, ada)
            assert bool(steps) == bool(is_led and [one for one in levels if one.competence_id == competence_of(talk)])
            found[person.given_name] = bool(steps)
        return {name for name, sees in found.items() if sees}

    assert seen() == {"Max", "Dana"}

    lead = db.session.scalars(select(Leadership).where(Leadership.person_id == cast.max.id)).one()
    lead.valid_to = today - DAY
    make.head(cast.office, next_head, valid_from=today)

    assert seen() == set()


def test_when_the_employee_wrote_it_down_it_is_agreed_with_whoever_confirmed(client, cast, saved):
    def fill():
        talk = released_talk(cast)
        actions.talk.record_agreement(talk, by=cast.ada, number=0, levels={}, steps=[AgreedStep(AGREED, 30)])
        actions.talk.confirm(talk, by=cast.max, number=1)

    saved(fill)

    assert AGREED in page_of(client, cast.max, cast.ada).text


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_one_question_more_for_any_number_of_steps(client, cast, saved, queries, count):
    def fill():
        talk = released_talk(cast, 3)
        steps = [AgreedStep(f"Schritt {number}", 30) for number in range(count)]
        actions.talk.record_agreement(talk, by=cast.max, number=0, levels={competence_of(talk): 2}, steps=steps)
        actions.talk.confirm(talk, by=cast.ada, number=1)

    saved(fill)
    client.sign_in(cast.max)
    queries.clear()

    page = client.get(f"/team/people/{cast.ada.id}/competences").text

    assert section(page).count("Schritt") == count
    assert len([asked for asked in queries if not asked.startswith("BEGIN")]) == 7


def test_without_the_condition_that_it_is_agreed_a_leader_reads_what_is_only_proposed(client, cast, saved, monkeypatch):
    """The guard, switched off, is seen to be missed."""

    def fill():
        talk = released_talk(cast)
        actions.talk.record_agreement(talk, by=cast.max, number=0, levels={}, steps=[AgreedStep("Ein Vorschlag", 30)])

    saved(fill)
    assert "Ein Vorschlag" not in page_of(client, cast.max, cast.ada).text
    monkeypatch.setattr("app.plans.queries.agreed.is_agreed", true)

    assert "Ein Vorschlag" in page_of(client, cast.max, cast.ada).text
