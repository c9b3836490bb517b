"""Units that are tests: who passes one has shown a level, and nothing else is kept of it."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.competences.models import Competence, Statement
from app.competences.queries import current_levels
from app.competences.rules import Kind
from app.courses import actions, queries
from app.courses.models import Enrolment, UnitProgress, UnitProof
from app.courses.rules import Stage
from app.db import db
from app.text.language import speaking
from tests import make
from tests.courses.examples import MULTIPLE, SINGLE

pytestmark = pytest.mark.any_database

PASSED = {"question-0": "0", "question-1": ["0", "1"]}
GIVEN = [["0"], ["0", "1"]]


def course_with_test(level=2):
    """A course whose second unit is a test, with the competence that it proves."""
    course, competence = make.course("Daten verstehen", slug="daten"), make.competence("Daten lesen")
    make.course_unit(course, "Lesen")
    return course, make.course_unit(course, "Der Test", check=[SINGLE, MULTIPLE], proves={competence: level})


class TestPassing:
    """What it proves, how often, and what it leaves alone."""

    @pytest.fixture(autouse=True)
    def _english(self, context):
        with speaking("en"):
            yield

    @pytest.fixture
    def ada(self, context):
        return make.person("Ada Ahrens")

    def said(self):
        rows = select(Statement.level, Statement.kind, Statement.source, Statement.actor_id, Statement.note)
        return [tuple(row) for row in db.session.execute(rows)]

    def test_a_passed_test_proves_its_level_once_a_day_and_counts_like_every_level(self, ada):
        _, test = course_with_test()

        for _ in range(2):
            actions.finish(test, ada, given=GIVEN)

        assert self.said() == [(2, Kind.TEST, "Der Test (Daten verstehen)", None, None)]
        assert current_levels(ada.id) == {test.proofs[0].competence_id: 2}

    def test_whoever_passes_it_again_later_shows_the_level_anew(self, ada, monkeypatch):
        _, test = course_with_test()
        actions.finish(test, ada, given=GIVEN)
        later = clock.today() + dt.timedelta(days=400)
        monkeypatch.setattr(clock, "today", lambda: later)

        actions.finish(test, ada, given=GIVEN)

        assert db.session.scalars(select(Statement.observed_on).order_by(Statement.id)).all()[1:] == [later]

    def test_it_takes_no_higher_level_away(self, ada):
        _, test = course_with_test(level=1)
        make.statement(ada, test.proofs[0].competence, 3)

        actions.finish(test, ada, given=GIVEN)

        assert current_levels(ada.id) == {test.proofs[0].competence_id: 3}

    def test_a_test_alone_begins_no_course_and_takes_up_none_that_was_left(self, ada):
        course, test = course_with_test()

        assert actions.finish(test, ada, given=GIVEN) is None
        actions.begin(course, ada)
        actions.leave(course, ada)

        assert queries.stage_of(actions.finish(test, ada, given=GIVEN)) is Stage.LEFT
        assert [step.is_done for step in queries.steps_of(course.id, ada.id)] == [False, True]

    def test_the_test_as_the_last_open_unit_completes_the_course(self, ada):
        course, test = course_with_test()
        actions.finish(course.units[0], ada)

        assert queries.stage_of(actions.finish(test, ada, given=GIVEN)) is Stage.DONE

    def test_tests_follow_their_competence_and_the_higher_level_counts(self, ada):
        course, test = course_with_test(level=2)
        old, new = test.proofs[0].competence, make.competence("Daten neu")
        db.session.add(UnitProof(unit=test, competence=make.competence("Endet"), level=1))
        db.session.flush()
        gone = test.proofs[1].competence_id

        actions.follow_competences({old.id: new.id, gone: new.id}, 3)

        db.session.expire_all()
        assert [(one.competence_id, one.level) for one in test.proofs] == [(new.id, 2)]
        assert queries.titles_leading_to([new.id]) == ["Daten verstehen"]
        actions.follow_competences({new.id: None}, 3)
        assert queries.proofs_of(course.id) == []


class TestPages:
    """What the person reads before and after."""

    @pytest.fixture(autouse=True)
    def _english(self, client):
        client.set_cookie("language", "en")

    @pytest.fixture
    def test(self, saved):
        return saved(course_with_test)[1]

    def test_the_page_says_before_one_begins_what_passing_brings_and_who_sees_it(self, client, cast, test):
        page = client.sign_in(cast.ada).get(f"/courses/daten/units/{test.key}").text

        said = page[page.index("The test</h2>") :]
        assert said.index("Whoever passes this test shows level 2 in “Daten lesen”") < said.index("Was stimmt?")
        assert said.index("you alone see it there unless you share it") < said.index("Was stimmt?")

    def test_the_page_of_the_competence_leads_to_the_test_until_it_is_passed(self, client, cast, test, rows):
        (competence,) = rows(Competence)
        page = f"/competences/{competence.key}"
        link = f'href="/courses/daten/units/{test.key}"'

        before = client.sign_in(cast.ada).get(page).text
        client.post(f"/courses/daten/units/{test.key}/completion", data=PASSED)

        assert link in before
        assert "shows level 2" in before
        assert link not in client.get(page).text

    def test_what_was_wrong_is_not_said_before_all_is_right(self, client, cast, test, rows):
        client.sign_in(cast.ada)

        again = client.post(f"/courses/daten/units/{test.key}/completion", data=PASSED | {"question-0": "1"})

        assert again.status_code == 422
        assert "1 of 2 questions is solved" in again.text or "1 of 2 questions are solved" in again.text
        assert ("weil das" in again.text, "Not quite yet" in again.text, "aria-invalid" in again.text) == (False,) * 3
        assert (rows(Enrolment), rows(UnitProgress), rows(Statement)) == ([], [], [])

    def test_a_question_without_an_answer_is_named(self, client, cast, test):
        again = client.sign_in(cast.ada).post(f"/courses/daten/units/{test.key}/completion", data={"question-0": "0"})

        assert again.text.count("Please choose an answer.") == 1

    def test_whoever_has_passed_reads_what_was_shown_and_why_the_level_is_so(self, client, cast, test, rows):
        client.sign_in(cast.ada)

        done = client.post(f"/courses/daten/units/{test.key}/completion", data=PASSED)

        page = client.get(done.location).text
        assert ("You have shown level 2 in “Daten lesen”" in page, "weil dies" in page) == (True, True)
        competence = client.get("/competences").text
        assert "Test, <span" in competence
        assert rows(Enrolment) == []

    def test_the_course_offers_the_test_to_whoever_has_not_shown_the_level_yet(self, client, cast, test):
        offer = "Take the test at once"
        client.sign_in(cast.ada)

        before = client.get("/courses/daten").text
        client.post(f"/courses/daten/units/{test.key}/completion", data=PASSED)

        assert (offer in before, "It shows level 2 in “Daten lesen”" in before) == (True, True)
        assert offer not in client.get("/courses/daten").text
