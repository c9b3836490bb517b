"""Questions about practice: asked when they are due, once, and turned into evidence only if the person wants."""

import datetime as dt

import pytest
import time_machine
from sqlalchemy import select

from app import clock
from app.bookings.models import Attendance
from app.competences.models import Statement
from app.competences.rules import Kind
from app.courses.models import Enrolment
from app.db import db
from app.errors import Refused
from app.notifications.models import Notice
from app.notifications.rules import URGENCY, Urgency
from app.notifications.rules import Kind as NoticeKind
from app.plans import actions
from app.plans.models import PracticeQuestion
from app.plans.rules.practice import EARLY, LATE, Answer, levels_to_claim, turn_due
from tests import make

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 11, 25)
TEXTS = {"what": "Eine Tabelle geprüft", "place": "Haushalt", "outcome": "Zwei Fehler gefunden"}


def completed(person, days, course=None):
    course = course or make.course()
    row = Enrolment(
        person_id=person.id,
        course_id=course.id,
        begun_at=clock.now() - 200 * DAY,
        completed_on=clock.today() - days * DAY,
    )
    db.session.add(row)
    db.session.flush()
    return course


def attended(person, days):
    session = make.session(in_days=-days)
    booking = make.booking(session.bookable, person)
    day = clock.local(session.bookable.starts_at).date()
    row = Attendance(booking_id=booking.id, day=day, recorded_at=clock.now(), recorded_by_id=person.id)
    db.session.add(row)
    db.session.flush()
    return session.course


def asked():
    return [
        (one.person_id, one.weeks) for one in db.session.scalars(select(PracticeQuestion).order_by(PracticeQuestion.id))
    ]


def question(person, to_level=2):
    course = make.course("Daten verstehen")
    competence = make.competence()
    make.outcome(course, competence, to_level)
    completed(person, 15, course)
    actions.practice.ask_when_due()
    return db.session.scalars(select(PracticeQuestion)).one(), competence


@pytest.mark.parametrize(
    ("days", "expected"),
    [(13, None), (14, EARLY), (41, EARLY), (42, LATE), (83, LATE), (84, None), (400, None)],
)
def test_a_question_is_due_two_and_six_weeks_after_and_never_long_after(days, expected):
    assert turn_due(TODAY - days * DAY, TODAY, {}) == expected


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [(Answer.NOT_YET, LATE), (Answer.APPLIED, LATE), (Answer.DISMISSED, None), (None, LATE)],
)
def test_after_six_weeks_everybody_is_asked_but_who_wants_no_question(earlier, expected):
    assert turn_due(TODAY - 42 * DAY, TODAY, {EARLY: earlier}) == expected


@pytest.mark.parametrize("late", [*Answer, None])
@pytest.mark.parametrize("days", [42, 50, 83])
def test_after_six_weeks_nobody_is_asked_twice(late, days):
    assert turn_due(TODAY - days * DAY, TODAY, {EARLY: Answer.NOT_YET, LATE: late}) is None


@pytest.mark.parametrize("early", [*Answer, None])
def test_before_six_weeks_nobody_is_asked_twice(early):
    assert turn_due(TODAY - 41 * DAY, TODAY, {EARLY: early}) is None


def test_applying_it_can_prove_one_level_more_than_the_course_and_none_that_the_model_does_not_have():
    assert list(levels_to_claim(1, 4)) == [1, 2]
    assert list(levels_to_claim(4, 4)) == [1, 2, 3, 4]


@pytest.mark.usefixtures("context")
class TestAsking:
    """The job, on real rows."""

    @pytest.fixture
    def town(self):
        return make.cast()

    def test_a_completed_course_and_an_attended_date_are_asked_about(self, town):
        completed(town.ada, 14)
        attended(town.zoe, 20)
        completed(town.max, 5)

        assert actions.practice.ask_when_due() == 2
        assert asked() == [(town.ada.id, EARLY), (town.zoe.id, EARLY)]

    def test_the_job_run_twice_asks_once(self, town):
        completed(town.ada, 14)

        assert [actions.practice.ask_when_due() for _ in range(3)] == [1, 0, 0]
        assert len(db.session.scalars(select(Notice)).all()) == 1

    def test_not_yet_is_asked_again_at_six_weeks_and_then_never(self, town):
        completed(town.ada, 14)
        actions.practice.ask_when_due()
        actions.practice.put_off(db.session.scalars(select(PracticeQuestion)).one())

        for days, new in ((1, 0), (28, 1), (29, 0)):
            with time_machine.travel(clock.now() + days * DAY, tick=False):
                assert actions.practice.ask_when_due() == new

    def test_questions_stop_when_dismissed(self, town):
        completed(town.ada, 14)
        actions.practice.ask_when_due()
        actions.practice.dismiss(db.session.scalars(select(PracticeQuestion)).one())

        with time_machine.travel(clock.now() + 30 * DAY, tick=False):
            assert actions.practice.ask_when_due() == 0

    def test_who_has_told_of_it_is_asked_after_six_weeks_what_has_stayed_and_the_first_answer_stays(self, town):
        completed(town.ada, 14)
        actions.practice.ask_when_due()
        actions.practice.tell(db.session.scalars(select(PracticeQuestion)).one(), **TEXTS)

        with time_machine.travel(clock.now() + 28 * DAY, tick=False):
            assert [actions.practice.ask_when_due() for _ in range(2)] == [1, 0]

        found = db.session.scalars(select(PracticeQuestion).order_by(PracticeQuestion.weeks)).all()
        assert [(one.weeks, one.answer, one.what) for one in found] == [
            (EARLY, Answer.APPLIED, TEXTS["what"]),
            (LATE, None, ""),
        ]

    def test_a_question_without_an_answer_becomes_that_of_six_weeks_and_the_person_is_told_again(self, town):
        completed(town.ada, 14)
        actions.practice.ask_when_due()
        first = db.session.scalars(select(PracticeQuestion)).one()
        number, asked_on = first.id, first.asked_on

        with time_machine.travel(clock.now() + 28 * DAY, tick=False):
            assert [actions.practice.ask_when_due() for _ in range(2)] == [1, 0]

        now = db.session.scalars(select(PracticeQuestion)).one()
        assert (now.id, now.weeks, now.asked_on) == (number, LATE, asked_on + 28 * DAY)
        assert len(db.session.scalars(select(Notice)).all()) == 2

    def test_who_has_left_is_not_asked(self, town):
        completed(town.ada, 14)
        town.ada.left_on = clock.today() - DAY
        db.session.flush()

        assert actions.practice.ask_when_due() == 0

    @pytest.mark.parametrize("people", [1, 3])
    def test_the_job_asks_the_database_the_same_few_questions(self, town, queries, people):
        for _ in range(people):
            completed(make.person(), 14)
        queries.clear()

        actions.practice.ask_when_due()

        assert len([one for one in queries if one.startswith("SELECT")]) == 3

    def test_the_answer_proves_a_level_of_the_course_only_if_it_is_claimed(self, town):
        one, competence = question(town.ada)

        actions.practice.tell(one, **TEXTS, claim=f"{competence.id}-2")

        said = db.session.scalars(select(Statement)).one()
        assert (said.person_id, said.level, said.kind, said.source) == (
            town.ada.id,
            2,
            Kind.PRACTICE,
            "Daten verstehen",
        )

    def test_without_a_claim_it_proves_nothing(self, town):
        one, _competence = question(town.ada)

        actions.practice.tell(one, **TEXTS)

        assert db.session.scalars(select(Statement)).all() == []

    def test_a_level_further_above_the_course_is_refused(self, town):
        one, competence = question(town.ada, to_level=2)

        with pytest.raises(Refused):
            actions.practice.tell(one, **TEXTS, claim=f"{competence.id}-4")

    def test_what_is_answered_is_not_answered_again(self, town):
        one, _competence = question(town.ada)
        actions.practice.put_off(one)

        with pytest.raises(Refused):
            actions.practice.tell(one, **TEXTS)


def test_a_question_waits_for_the_digest():
    assert URGENCY[NoticeKind.PRACTICE_QUESTION] is Urgency.DIGEST


def test_an_answer_becomes_evidence_by_the_form(client, cast, saved):
    one, competence = saved(question, cast.ada)
    client.sign_in(cast.ada)
    assert f'href="/plan/practice/{one.id}"' in client.get("/").text
    assert "a choice of ours" in client.get(f"/plan/practice/{one.id}").text

    answer = client.post(f"/plan/practice/{one.id}", data=TEXTS | {"claim": f"{competence.id}-2"})

    assert answer.status_code == 303
    assert "Practice at work" in client.get(f"/competences/{competence.key}").text
    assert "Daten verstehen" in client.get("/competences/evidence").text
    assert "Zwei Fehler gefunden" in client.get("/plan/practice").text
    assert client.get(f"/plan/practice/{one.id}").status_code == 404


@pytest.mark.parametrize(
    "data", [{"place": "Haushalt"}, TEXTS | {"claim": "1-9"}], ids=["without a sentence", "a level not shown"]
)
def test_a_form_that_is_not_in_order_keeps_what_was_typed(client, cast, saved, data):
    one, _competence = saved(question, cast.ada)

    answer = client.sign_in(cast.ada).post(f"/plan/practice/{one.id}", data=data)

    assert answer.status_code == 422
    assert "Haushalt</textarea>" in answer.text


def test_after_six_weeks_the_page_asks_what_has_stayed(client, cast, saved):
    one, _competence = saved(question, cast.ada)
    client.sign_in(cast.ada)
    early = client.get(f"/plan/practice/{one.id}").text

    def later():
        db.session.get_one(PracticeQuestion, one.id).weeks = LATE

    saved(later)

    assert ("has stayed" in early, "has stayed" in client.get(f"/plan/practice/{one.id}").text) == (False, True)


@pytest.mark.parametrize("noun", ["postponement", "dismissal"])
def test_not_yet_and_do_not_ask_are_one_click(client, cast, saved, noun):
    one, _competence = saved(question, cast.ada)
    client.sign_in(cast.ada)

    client.post(f"/plan/practice/{one.id}/{noun}")

    assert f'href="/plan/practice/{one.id}"' not in client.get("/").text


def test_nobody_else_reads_or_answers_a_question(client, cast, saved):
    one, _competence = saved(question, cast.ada)

    for person in (cast.max, cast.lin, cast.zoe):
        assert client.sign_in(person).get(f"/plan/practice/{one.id}").status_code == 404
        assert "Daten verstehen" not in client.get("/plan/practice").text
