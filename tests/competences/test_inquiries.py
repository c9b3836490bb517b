"""Asking others: by name, until a day, for exactly these competences; and only who is asked can say anything."""

import datetime as dt
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select, update

from app import clock
from app.competences import actions
from app.competences import queries as asking
from app.competences.models import Inquiry, Statement
from app.competences.rules import AskedAs, InquiryStage, Kind
from app.db import db
from app.errors import Refused
from app.people.models import Leadership, Person, RoleGrant
from app.people.rules import Role
from app.people.viewer import view_as
from app.visibility.models import ReadAudit
from tests import make

pytestmark = pytest.mark.any_database

SOON = dt.timedelta(days=7)


@pytest.fixture
def competence(saved):
    return saved(make.competence, "Daten erheben")


@pytest.fixture
def asked(saved, cast, competence):
    """Ada has asked Max, who leads her, and Zoe, a colleague, for their word."""

    def story():
        to_max = make.inquiry(cast.ada, cast.max, AskedAs.LEADER, [competence], note="Vor dem Gespräch")
        return to_max, make.inquiry(cast.ada, cast.zoe, AskedAs.COLLEAGUE, [competence])

    return saved(story)


def answer(level="3", competence=None, stage="answered", word="Gesehen im Projekt."):
    return {"stage": stage, "word": word} | ({f"level-{competence.id}": level} if competence else {})


def said_by(app, actor):
    with app.app_context():
        rows = select(Statement.person_id, Statement.kind, Statement.level, Statement.note)
        return [tuple(row) for row in db.session.execute(rows.where(Statement.actor_id == actor.id))]


def test_the_leader_gives_a_level_and_it_stands_beside_the_own_word(client, cast, saved, app, competence, asked):
    saved(make.statement, cast.ada, competence, 2)
    client.sign_in(cast.max)

    page = client.get(f"/competences/inquiries/{asked[0].id}").text
    done = client.post(f"/competences/inquiries/{asked[0].id}", data=answer(competence=competence))

    assert "Vor dem Gespräch" in page
    assert "Ich kann Stufe 3." in page
    assert done.status_code == 303
    assert said_by(app, cast.max) == [(cast.ada.id, Kind.LEADER, 3, "Gesehen im Projekt.")]
    seen = client.sign_in(cast.ada).get(f"/competences/{competence.key}").text
    side_by_side = seen[seen.index("Who says what") : seen.index("What has been said")]
    assert side_by_side.index("Self-assessment") < side_by_side.index("Assessment by your leader")
    assert "Max Mohr, Anfrage vom" in seen
    assert "Gesehen im Projekt." in seen


def test_whoever_has_answered_takes_the_level_back_on_their_own_page(client, cast, saved, app, competence, asked):
    client.sign_in(cast.max).post(f"/competences/inquiries/{asked[0].id}", data=answer(competence=competence))
    button = 'action="(/competences/statements/[0-9]+/retraction)"'
    (path,) = re.findall(button, client.get("/competences/inquiries").text)

    done = client.post(path)

    assert done.location == "/competences/inquiries#answered"
    page = client.get("/competences/inquiries").text
    assert ("Ada Ahrens is told" in page, re.findall(button, page)) == (True, [])
    assert "taken back on" in client.sign_in(cast.ada).get("/competences/inquiries").text
    with app.app_context():
        assert asking.current_levels(cast.ada.id) == {}


def test_nobody_but_the_author_finds_a_button_or_an_address(client, cast, saved, competence, asked):
    client.sign_in(cast.max).post(f"/competences/inquiries/{asked[0].id}", data=answer(competence=competence))
    (path,) = re.findall(
        'action="(/competences/statements/[0-9]+/retraction)"', client.get("/competences/inquiries").text
    )

    for person in (cast.ada, cast.zoe, cast.lin):
        assert "/retraction" not in client.sign_in(person).get("/competences/inquiries").text
        assert client.post(path).status_code == 404


def test_a_colleague_answers_as_a_colleague(client, cast, app, competence, asked, letters):
    client.sign_in(cast.zoe).post(f"/competences/inquiries/{asked[1].id}", data=answer("1", competence))

    assert said_by(app, cast.zoe) == [(cast.ada.id, Kind.COLLEAGUE, 1, "Gesehen im Projekt.")]
    assert letters.kinds(cast.ada) == ["inquiry-answered"]
    assert "Zoe Zander has answered your request" in client.sign_in(cast.ada).get("/account/notices").text


class TestHrDevelopment:
    """Who looks after the person in HR development gives an assessment of its own kind, when the person asks."""

    @pytest.fixture
    def to_lin(self, saved, cast, competence):
        return saved(make.inquiry, cast.ada, cast.lin, AskedAs.ASSESSOR, [competence])

    def test_it_stands_beside_the_own_word_and_the_page_says_why(self, client, cast, saved, app, competence, to_lin):
        saved(make.statement, cast.ada, competence, 2)
        client.sign_in(cast.lin)

        page = client.get(f"/competences/inquiries/{to_lin.id}").text
        client.post(f"/competences/inquiries/{to_lin.id}", data=answer(competence=competence))

        assert "for HR development" in page
        assert "Assessment by HR development" in page
        assert said_by(app, cast.lin) == [(cast.ada.id, Kind.ASSESSOR, 3, "Gesehen im Projekt.")]
        seen = client.sign_in(cast.ada).get(f"/competences/{competence.key}").text
        assert "Assessment by HR development on" in seen
        assert "newer than: Self-assessment, level 2" in seen or "came after: Self-assessment, level 2" in seen
        assert "Assessment by HR development" in client.get("/competences/inquiries").text
        assert "Assessment by HR development" in client.get("/competences").text

    def test_whoever_has_lost_the_role_answers_as_a_colleague(self, client, cast, saved, app, competence, to_lin):
        saved(lambda: db.session.execute(delete(RoleGrant).where(RoleGrant.person_id == cast.lin.id)))
        client.sign_in(cast.lin)

        page = client.get(f"/competences/inquiries/{to_lin.id}").text
        client.post(f"/competences/inquiries/{to_lin.id}", data=answer(competence=competence))

        assert "as a colleague" in page
        assert said_by(app, cast.lin) == [(cast.ada.id, Kind.COLLEAGUE, 3, "Gesehen im Projekt.")]

    def test_nobody_says_so_without_the_role(self, context, competence):
        cast = make.cast()
        word = {"kind": Kind.ASSESSOR, "by": cast.zoe, "observed_on": clock.today(), "source": "Bitte"}

        with pytest.raises(Refused, match="looks after the person"):
            actions.state(cast.ada, competence.id, 1, **word)

    def test_the_person_reads_before_they_ask_as_what_each_answer_will_stand(self, client, cast, competence):
        page = client.sign_in(cast.ada).post("/competences/inquiries/new", data={"search": "zand", "look": "1"}).text

        hints = re.findall("The answer stands as “(.+?)”", page)
        assert hints == ["Assessment by your leader", "Assessment by HR development", "Assessment by a colleague"]
        assert page.index("Max Mohr") < page.index("Lin Lorenz") < page.index("Zoe Zander")


def test_whoever_is_asked_does_not_see_the_persons_own_levels(client, cast, saved, competence, asked):
    saved(make.statement, cast.ada, competence, 2, note="meine geheime Notiz")

    page = client.sign_in(cast.max).get(f"/competences/inquiries/{asked[0].id}").text

    assert "checked" not in page
    assert "level 2" not in page.lower().replace("2 – level 2", "")
    assert "geheime" not in page


@pytest.mark.parametrize("stage", ["unable", "declined"])
def test_somebody_may_say_no_and_nothing_is_stated(client, cast, app, competence, asked, stage):
    done = client.sign_in(cast.zoe).post(f"/competences/inquiries/{asked[1].id}", data=answer(stage=stage, word=""))

    assert done.status_code == 303
    assert said_by(app, cast.zoe) == []


@pytest.mark.parametrize(
    ("other", "sentence"),
    [({"word": ""}, "in a sentence"), ({"level": "9"}, "one of the levels"), ({"stage": "confirmed"}, "answer")],
)
def test_half_an_answer_is_shown_again(client, cast, app, competence, asked, other, sentence):
    client.sign_in(cast.max)

    again = client.post(f"/competences/inquiries/{asked[0].id}", data=answer(**({"competence": competence} | other)))

    assert again.status_code == 422
    assert sentence in again.text
    assert said_by(app, cast.max) == []


def test_an_answer_needs_a_level(client, cast, competence, asked):
    again = client.sign_in(cast.max).post(f"/competences/inquiries/{asked[0].id}", data=answer())

    assert "for at least one competence" in again.text


def test_a_competence_that_was_not_asked_about_is_not_stated(client, cast, saved, app, competence, asked):
    other = saved(make.competence, "Etwas anderes")

    form = answer(competence=competence) | {f"level-{other.id}": "4"}
    client.sign_in(cast.max).post(f"/competences/inquiries/{asked[0].id}", data=form)

    with app.app_context():
        assert set(db.session.scalars(select(Statement.competence_id))) == {competence.id}


def status(client, person, inquiry, competence):
    return client.sign_in(person).post(f"/competences/inquiries/{inquiry.id}", data=answer("4", competence)).status_code


class TestWithoutAnOpenInquiry:
    """Nobody can state a level."""

    def test_for_whoever_was_not_asked(self, client, cast, app, competence, asked):
        assert [status(client, who, asked[0], competence) for who in (cast.zoe, cast.lin, cast.ada)] == [404] * 3
        assert said_by(app, cast.zoe) + said_by(app, cast.lin) + said_by(app, cast.ada) == []

    @pytest.mark.parametrize(
        "values",
        [
            {"ends_on": dt.date(2026, 1, 1)},
            {"stage": InquiryStage.WITHDRAWN},
            {"stage": InquiryStage.DECLINED, "answered_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)},
        ],
    )
    def test_after_the_day_a_withdrawal_or_an_answer(self, client, cast, app, saved, competence, asked, values):
        saved(lambda: db.session.execute(update(Inquiry).where(Inquiry.id == asked[1].id).values(values)))

        assert status(client, cast.zoe, asked[1], competence) == 404
        assert said_by(app, cast.zoe) == []

    def test_for_a_leader_who_led_until_yesterday(self, client, cast, app, saved, competence, asked):
        yesterday = clock.today() - dt.timedelta(days=1)
        ended = update(Leadership).where(Leadership.person_id == cast.max.id).values(valid_to=yesterday)
        assert client.sign_in(cast.max).get(f"/competences/inquiries/{asked[0].id}").status_code == 200

        saved(lambda: db.session.execute(ended))

        assert status(client, cast.max, asked[0], competence) == 404
        assert "Ada" not in client.get("/competences/inquiries").text
        assert said_by(app, cast.max) == []

    def test_when_the_person_has_left(self, client, cast, saved, competence, asked):
        yesterday = clock.today() - dt.timedelta(days=1)
        saved(lambda: db.session.execute(update(Person).where(Person.id == cast.ada.id).values(left_on=yesterday)))

        assert status(client, cast.zoe, asked[1], competence) == 404


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    days=st.integers(-2, 2),
    stage=st.sampled_from(InquiryStage),
    asked_as=st.sampled_from(AskedAs),
    leads=st.booleans(),
    version=st.sampled_from([None, 1, 2]),
    withdrawn=st.booleans(),
)
def test_what_waits_for_somebody_is_what_the_promise_says(context, days, stage, asked_as, leads, version, withdrawn):
    cast = make.cast()
    viewer = cast.max if leads else cast.zoe
    proof = make.evidence(cast.ada, {make.competence(): 1}, f"Nachweis {next(make.numbers)}", withdrawn=withdrawn)
    inquiry = make.inquiry(cast.ada, viewer, asked_as, evidence=proof if version else None, ends_in_days=days)
    inquiry.evidence_version, inquiry.stage = version, stage
    if stage not in (InquiryStage.OPEN, InquiryStage.WITHDRAWN):
        inquiry.answered_at = clock.now()
    db.session.flush()

    found = db.session.scalars(asking.inquiries_to(view_as(viewer, clock.today()))).all()

    is_there = version is None or (version == 1 and not withdrawn)
    may = stage is InquiryStage.OPEN and days >= 0 and (asked_as is not AskedAs.LEADER or leads) and is_there
    assert bool(found) == may
    db.session.rollback()


class TestAsking:
    """Whom, what and until when."""

    pytestmark = pytest.mark.usefixtures("context")

    @pytest.fixture
    def people(self, context):
        return make.cast()

    def ask(self, people, whom, *competences, days=7):
        numbers = [one.id for one in competences or (make.competence(),)]
        end = clock.today() + dt.timedelta(days=days)
        return actions.ask(people.ada, asked=whom.id, competences=numbers, note="", ends_on=end)

    def test_who_leads_or_develops_the_person_today_is_asked_so_and_everybody_else_as_a_colleague(self, people):
        roles = [self.ask(people, whom).asked_as for whom in (people.max, people.zoe, people.lin)]

        assert roles == [AskedAs.LEADER, AskedAs.COLLEAGUE, AskedAs.ASSESSOR]

    def test_hr_developers_of_other_units_and_of_other_days_are_colleagues_and_who_leads_is_a_leader(self, people):
        yesterday = clock.today() - dt.timedelta(days=1)
        make.role(people.zoe, Role.HR, people.elsewhere)
        make.role(people.zoe, Role.HR, valid_to=yesterday)
        make.role(people.zoe, Role.ORGANISER)
        make.role(people.max, Role.HR, people.office)

        assert [self.ask(people, whom).asked_as for whom in (people.zoe, people.max)] == [
            AskedAs.COLLEAGUE,
            AskedAs.LEADER,
        ]

    def test_a_role_for_the_unit_above_is_enough(self, people):
        make.role(people.zoe, Role.HR, people.office)
        section = make.unit("Sachgebiet", people.office)
        ben = make.person("Ben Bauer", section)

        assert asking.relation(ben, people.zoe, clock.today()) is AskedAs.ASSESSOR

    def test_what_is_asked_already_is_not_asked_again(self, people):
        one, two = make.competence(), make.competence()

        first, again, more = self.ask(people, people.zoe, one), self.ask(people, people.zoe, one), None
        more = self.ask(people, people.zoe, one, two)

        assert again is None
        assert [line.competence_id for line in [*first.lines, *more.lines]] == [one.id, two.id]

    def test_after_the_day_one_may_ask_again(self, people):
        one = make.competence()
        make.inquiry(people.ada, people.zoe, competences=[one], ends_in_days=-1)

        assert self.ask(people, people.zoe, one)

    @pytest.mark.parametrize("days", [-1, 61])
    def test_the_day_lies_within_two_months(self, people, days):
        with pytest.raises(Refused, match="60 days"):
            self.ask(people, people.zoe, days=days)

    def test_oneself_and_whoever_has_left_cannot_be_asked(self, people):
        gone = make.person("Gone Away", people.office, left_on=dt.date(2025, 1, 1))

        for whom in (people.ada, gone):
            with pytest.raises(Refused, match="not yourself"):
                self.ask(people, whom)

    def test_a_retired_competence_cannot_be_asked_about(self, people):
        old = make.competence()
        old.retired_at = clock.now()

        with pytest.raises(Refused, match="at least one competence"):
            self.ask(people, people.zoe, old)


def test_a_name_is_looked_for_without_naming_it_in_an_address_and_nothing_is_lost(client, cast, competence):
    client.sign_in(cast.ada)
    form = {"search": "zand", "note": "Du warst dabei", "ends_on": "2026-12-31", "competences": competence.id}

    found = client.post("/competences/inquiries/new", data=form | {"look": "1"})

    assert found.text.index('id="search"') < found.text.index("Zoe Zander")
    assert "Du warst dabei" in found.text
    assert "Please check" not in found.text
    assert "q=" not in found.text


def test_who_leads_stands_before_the_search_for_somebody_else(client, cast):
    page = client.sign_in(cast.ada).get("/competences/inquiries/new").text

    assert page.index("Max Mohr") < page.index('id="search"')


def test_ask_in_the_browser_sends_one_letter(client, cast, competence, letters):
    client.sign_in(cast.ada)
    end = (clock.today() + SOON).isoformat()
    form = {"asked": cast.zoe.id, "note": "", "ends_on": end, "competences": competence.id}

    answers = [client.post("/competences/inquiries/new", data=form).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert letters.kinds(cast.zoe) == ["inquiry-asked"]


def test_the_page_of_a_competence_offers_it_ready_ticked(client, cast, competence):
    client.sign_in(cast.ada)

    page = client.get(f"/competences/{competence.key}").text
    form = client.get(f"/competences/inquiries/new?competence={competence.key}").text

    assert f"/competences/inquiries/new?competence={competence.key}" in page
    assert "checked" in form
    assert "Max Mohr" in form


def test_what_waits_stands_on_the_start_page_without_a_name_and_in_the_list_with_a_record(client, cast, app, asked):
    client.sign_in(cast.zoe)

    home = client.get("/").text
    listed = client.get("/competences/inquiries").text

    assert "1 person asks for your word" in home
    assert "Ada" not in home
    assert "Ada Ahrens" in listed
    with app.app_context():
        looks = db.session.execute(select(ReadAudit.viewer_id, ReadAudit.person_id, ReadAudit.purpose)).all()
    assert looks == [(cast.zoe.id, cast.ada.id, "inquiry")]


def test_the_person_sees_whom_they_asked_and_may_ask_no_longer(client, cast, app, asked):
    client.sign_in(cast.ada)

    shown = client.get("/competences/inquiries").text
    client.post(f"/competences/inquiries/{asked[1].id}/withdrawal")

    assert "Max Mohr" in shown
    assert client.sign_in(cast.zoe).get(f"/competences/inquiries/{asked[1].id}").status_code == 404
    with app.app_context():
        looks = db.session.scalar(select(func.count()).where(ReadAudit.viewer_id == cast.ada.id))
    assert looks == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_inquiries_asks_the_same_few_questions(client, cast, saved, queries, count):
    for _ in range(count):
        saved(lambda: make.inquiry(cast.ada, cast.zoe, competences=[make.competence()]))
        saved(lambda: make.inquiry(cast.zoe, cast.ada, competences=[make.competence()]))
    client.sign_in(cast.ada)
    queries.clear()

    client.get("/competences/inquiries")

    assert len([one for one in queries if not one.startswith("BEGIN")]) <= 12
