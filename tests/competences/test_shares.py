"""Letting one reader see one version until an end."""

import datetime as dt
import re

import pytest
from flask_babel import gettext
from sqlalchemy import false, select

from app import clock
from app.competences import actions, queries
from app.competences.queries import share as sharing
from app.competences.rules import InquiryStage, Kind, Proof
from app.db import db
from app.errors import Refused
from app.notifications.models import Notice
from app.people.rules import Position
from app.visibility import rules
from app.visibility.models import ReadAudit, Share
from app.visibility.queries import looks_at
from tests import make

pytestmark = pytest.mark.any_database

DAY = dt.timedelta(days=1)


def known(person):
    """A self-assessed competence and a proven one."""
    own, proven = make.competence("Selbst gesagt"), make.competence("Belegt")
    actions.assess(person, {own.id: 4})
    make.statement(person, proven, 3, Kind.COMPLETION, source="Datenkurs")
    return own, proven


def shared(person, reader, *, contains_self=False, days=30):
    last = clock.today() + days * DAY
    return actions.share_profile(person, reader_id=reader.id, contains_self=contains_self, last_day=last)


def seen(share):
    return {
        line.competence.title: line.current.level for line in queries.lines_from(queries.statements_of_share(share))
    }


def test_a_share_names_the_statements_of_that_moment_and_nothing_said_later(context):
    cast = make.cast()
    own, proven = known(cast.ada)

    share = shared(cast.ada, cast.max, contains_self=True)
    actions.assess(cast.ada, {own.id: 1, proven.id: 4})

    assert seen(share) == {"Selbst gesagt": 4, "Belegt": 3}


def test_a_share_contains_self_assessments_only_if_the_person_says_so(context):
    cast = make.cast()
    known(cast.ada)

    assert seen(shared(cast.ada, cast.max)) == {"Belegt": 3}


def handed_in(cast, proof=Proof.PRACTICE):
    """Practice that lifts what the leader said to the level that only Ada says."""
    competence = make.competence("Beraten")
    make.statement(cast.ada, competence, 2, Kind.LEADER, actor_id=cast.max.id, observed_on=clock.today() - 60 * DAY)
    return make.evidence(cast.ada, {competence: 4}, "Zwei Worte", proof=proof)


def confirmed(evidence, cast, version=0):
    made = make.inquiry(cast.ada, cast.zoe, evidence=evidence)
    made.evidence_version = evidence.version + version
    made.stage, made.answered_at = InquiryStage.CONFIRMED, clock.now()
    db.session.flush()


@pytest.mark.parametrize("proof", Proof)
def test_what_nobody_has_confirmed_is_the_persons_own_word(context, proof):
    cast = make.cast()
    evidence = handed_in(cast, proof)

    assert seen(shared(cast.ada, cast.zoe)) == {"Beraten": 2}
    assert seen(shared(cast.ada, cast.zoe, contains_self=True)) == {"Beraten": 4}
    confirmed(evidence, cast, version=1)
    assert seen(shared(cast.ada, cast.zoe)) == {"Beraten": 2}
    confirmed(evidence, cast)
    assert seen(shared(cast.ada, cast.zoe)) == {"Beraten": 4}


def test_the_test_for_what_nobody_has_confirmed_bites(context, monkeypatch):
    cast = make.cast()
    handed_in(cast)
    monkeypatch.setattr(sharing, "is_unconfirmed", false)

    assert seen(shared(cast.ada, cast.zoe)) == {"Beraten": 4}


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_a_reader_is_told_what_nobody_has_confirmed_and_whose_leader_it_was(client, cast, saved, is_confirmed):
    def story():
        evidence = handed_in(cast)
        if is_confirmed:
            confirmed(evidence, cast)
        return shared(cast.ada, cast.zoe, contains_self=True)

    share = saved(story)

    page = client.sign_in(cast.zoe).get(f"/team/shared/{share.id}").text

    assert ("not confirmed by anybody: Zwei Worte" in page) is not is_confirmed
    assert ("Assessment by the leader" in page, "Assessment by your leader" in page) == (True, False)


def test_what_is_taken_back_is_seen_by_nobody_any_more(context):
    cast = make.cast()
    own, _ = known(cast.ada)
    share = shared(cast.ada, cast.max, contains_self=True)

    word = db.session.scalars(
        queries.statements_to_share(cast.ada.id, contains_self=True).where(queries.is_about(own.id))
    )
    actions.retract(word.one(), cast.ada)

    assert seen(share) == {"Belegt": 3}


@pytest.mark.parametrize(("days", "field"), [(-1, "last_day"), (366, "last_day")])
def test_a_share_ends_within_twelve_months(context, days, field):
    cast = make.cast()
    known(cast.ada)

    with pytest.raises(Refused) as refused:
        shared(cast.ada, cast.max, days=days)

    assert refused.value.field == field


def test_a_share_is_for_somebody_else_who_works_here(context):
    cast = make.cast()
    known(cast.ada)
    gone = make.person("Gone", left_on=clock.today() - DAY)

    for reader in (cast.ada, gone):
        with pytest.raises(Refused, match="somebody else who works here"):
            shared(cast.ada, reader)


def test_there_must_be_something_to_share(context):
    cast = make.cast()

    with pytest.raises(Refused, match="nothing to share") as nothing:
        shared(cast.ada, cast.max)
    actions.assess(cast.ada, {make.competence().id: 1})
    with pytest.raises(Refused, match="only you have said something") as own_words:
        shared(cast.ada, cast.max)

    assert (nothing.value.field, own_words.value.field) == ("contains_self", "contains_self")


def test_the_reader_is_told_in_the_app_and_by_letter(context, letters):
    cast = make.cast()
    known(cast.ada)

    share = shared(cast.ada, cast.max)
    db.session.commit()

    notice = db.session.scalars(select(Notice)).one()
    assert (notice.person_id, notice.path, notice.values["title"]) == (
        cast.max.id,
        f"/team/shared/{share.id}",
        cast.ada.name,
    )
    assert letters.kinds(cast.max) == ["profile-shared"]


def test_the_preview_is_what_the_reader_will_see(context):
    cast = make.cast()
    known(cast.ada)

    preview = queries.preview(cast.ada.id)

    for contains_self, lines in ((True, preview.whole), (False, preview.proven)):
        share = shared(cast.ada, cast.max, contains_self=contains_self)
        assert lines == queries.lines_from(queries.statements_of_share(share))


def test_a_share_is_live_from_its_beginning_until_its_end_or_withdrawal():
    now = clock.now()

    assert rules.is_live(now, now + DAY, None, now)
    assert not rules.is_live(now - DAY, now, None, now)
    assert not rules.is_live(now + DAY, now + 2 * DAY, None, now)
    assert not rules.is_live(now, now + DAY, now, now)


class TestPages:
    """Sharing, reading and ending it in a browser."""

    def share(self, client, cast, saved, **data):
        saved(known, cast.ada)
        client.sign_in(cast.ada).post(
            "/competences/shares/new", data={"reader_id": cast.max.id, "last_day": str(clock.today())} | data
        )
        with client.application.app_context():
            return db.session.scalars(select(Share)).one()

    def test_the_page_proposes_the_leader_and_shows_what_they_would_see(self, client, cast, saved):
        saved(known, cast.ada)

        page = client.sign_in(cast.ada).get("/competences/shares/new").text

        assert f"{cast.max.name}, leads you" in page
        assert "What this person sees" in page
        assert page.count("Selbst gesagt") == 1
        assert page.count("Belegt") == 2

    def test_a_deputy_stands_in_for_the_leader_and_does_not_lead(self, client, cast, saved):
        saved(known, cast.ada)
        saved(make.head, cast.office, cast.zoe, Position.DEPUTY, valid_to=clock.today() + DAY)

        pages = client.sign_in(cast.ada).get("/competences/shares/new"), client.get("/competences/inquiries/new")

        assert f"{cast.max.name}, leads you<" in pages[0].text
        assert f"{cast.zoe.name}, stands in for {cast.max.name}<" in pages[0].text
        assert "leads you, " in pages[1].text
        assert f"stands in for {cast.max.name}, " in pages[1].text

    def test_somebody_else_is_found_by_name_and_can_be_chosen(self, client, cast, saved):
        saved(known, cast.ada)
        client.sign_in(cast.ada)

        page = client.get(f"/competences/shares/new?q={cast.zoe.family_name[:3]}").text
        client.post("/competences/shares/new", data={"reader_id": cast.zoe.id, "last_day": str(clock.today())})

        assert cast.zoe.name in page
        with client.application.app_context():
            assert db.session.scalars(select(Share.reader_id)).all() == [cast.zoe.id]

    @pytest.mark.parametrize(
        "data", [{"reader_id": "x"}, {"reader_id": ""}, {"last_day": ""}, {"last_day": "2100-01-01"}]
    )
    def test_what_is_missing_is_said_and_what_was_typed_is_kept(self, client, cast, saved, data):
        saved(known, cast.ada)
        usual = {"reader_id": cast.max.id, "last_day": str(clock.today()), "contains_self": "y"}

        response = client.sign_in(cast.ada).post("/competences/shares/new", data=usual | data)

        assert response.status_code == 422
        assert re.search(r'checked[^>]*name="contains_self"', response.text)
        assert "error-summary" in response.text

    def test_the_leader_sees_what_is_shared_and_nothing_else(self, client, cast, saved):
        share = self.share(client, cast, saved)

        page = client.sign_in(cast.max).get(f"/team/shared/{share.id}").text

        assert "Belegt" in page
        assert "Completed “Datenkurs”" in page
        assert "Selbst gesagt" not in page

    def test_nobody_else_knows_of_a_share(self, client, cast, saved):
        share = self.share(client, cast, saved)

        for person in (cast.ada, cast.lin, cast.zoe):
            assert client.sign_in(person).get(f"/team/shared/{share.id}").status_code == 404

    def test_unknown_foreign_ended_and_withdrawn_shares_look_alike(self, client, cast, saved):
        withdrawn = self.share(client, cast, saved)
        client.post(f"/competences/shares/{withdrawn.id}/withdrawal")
        ended, foreign = saved(
            lambda: [
                make.share(cast.ada, cast.max, (), ends_at=clock.now() - DAY, starts_at=clock.now() - 2 * DAY),
                make.share(cast.ada, cast.zoe, (), ends_at=clock.now() + DAY),
            ]
        )
        client.sign_in(cast.max)

        answers = [client.get(f"/team/shared/{one}") for one in (withdrawn.id, ended.id, foreign.id, 999_999)]

        varying = r'/team/shared/\d+|%2Fteam%2Fshared%2F\d+|name="csrf_token" value="[^"]+"'
        pages = {re.sub(varying, "", answer.text) for answer in answers}
        assert {answer.status_code for answer in answers} == {404}
        assert len(pages) == 1
        assert "This share does not exist, or no longer does" in pages.pop()
        assert "typing error" in client.get("/team/shared/elsewhere").text
        assert client.sign_in(cast.zoe).get(f"/team/shared/{foreign.id}").status_code == 200

    def test_withdrawn_it_is_gone_at_once_and_the_look_stays_on_record(self, client, cast, saved):
        share = self.share(client, cast, saved)
        client.sign_in(cast.max).get(f"/team/shared/{share.id}")

        client.sign_in(cast.ada).post(f"/competences/shares/{share.id}/withdrawal")
        page = client.get("/competences/shares").text

        assert client.sign_in(cast.max).get(f"/team/shared/{share.id}").status_code == 404
        assert "ended by you" in page
        assert "you shared it" in page
        with client.application.app_context():
            look = db.session.scalars(select(ReadAudit)).one()
            assert (look.viewer_id, look.person_id, look.category, look.purpose) == (
                cast.max.id,
                cast.ada.id,
                "E",
                "share",
            )

    def test_who_has_looked_is_a_line_a_day_for_each_reader_and_purpose(self, client, cast, saved, app):
        share = self.share(client, cast, saved)
        client.sign_in(cast.max)
        for _ in range(3):
            client.get(f"/team/shared/{share.id}")
        client.get(f"/team/people/{cast.ada.id}/competences")
        with app.app_context():
            rows = db.session.scalars(select(ReadAudit)).all()
            assert len(rows) == 4
            looks = looks_at(cast.ada.id, queries.CATEGORIES)

        assert {(look.viewer, look.purpose) for look in looks} == {(cast.max.name, "share"), (cast.max.name, "leading")}
        assert len(looks) == 2
        page = client.sign_in(cast.ada).get("/competences/shares").text
        table = page[page.index("Looks at your competences") :]
        assert table[: table.index("</table>")].count(cast.max.name) == 2

    def test_the_page_of_somebody_led_says_when_nothing_is_released(self, client, cast, saved):
        saved(known, cast.ada)

        page = client.sign_in(cast.max).get(f"/team/people/{cast.ada.id}/competences").text

        assert "Nothing released" in page
        assert "This look is written down" in page
        assert "You see what you agreed on" not in page, "it says what is seen once"
        assert "Belegt" not in page
        assert client.sign_in(cast.zoe).get(f"/team/people/{cast.ada.id}/competences").status_code == 404

    @pytest.mark.parametrize("count", [1, 3])
    def test_lists_ask_the_same_few_questions(self, client, cast, saved, queries, count):
        saved(known, cast.ada)
        for _ in range(count):
            saved(shared, cast.ada, cast.max)
        numbers = []
        for person, path in ((cast.ada, "/competences/shares"), (cast.max, "/team/shared")):
            client.sign_in(person)
            queries.clear()
            client.get(path)
            numbers.append(len([one for one in queries if not one.startswith(("BEGIN", "COMMIT"))]))

        assert numbers == [4, 6]


def words_for(app, purpose):
    with app.test_request_context():
        template = app.jinja_env.get_template("competences/_purposes.html")
        return str(template.make_module({"_": gettext}).purpose(purpose)).strip()


def test_every_purpose_of_a_look_has_words(app):
    views = app.view_functions.values()
    purposes = {view.policy[3] for view in views if getattr(view, "policy", None) and view.policy[3]}

    assert purposes >= {"talk", "inquiry", "decision"}
    assert [purpose for purpose in purposes if words_for(app, purpose) == purpose] == []
    assert words_for(app, "made-up") == "made-up"
