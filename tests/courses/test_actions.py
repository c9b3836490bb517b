"""What people can do in courses."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.activity.models import Activity
from app.bookings.rules import Mode
from app.competences.models import Statement
from app.competences.rules import Kind
from app.courses import actions, queries
from app.courses.models import Enrolment, UnitProgress
from app.courses.rules import Format, Run, Stage
from app.db import db
from app.errors import Refused
from app.text.language import speaking
from tests import make
from tests.content.folder import GOOD_CHECK


@pytest.fixture(autouse=True)
def _english(context):
    with speaking("en"):
        yield


@pytest.fixture
def ada(context):
    return make.person("Ada Ahrens")


@pytest.fixture
def course(context):
    course = make.course("Daten")
    make.outcome(course, make.competence("Daten erheben"), to_level=2)
    return course


def enrolments():
    return db.session.scalars(select(Enrolment)).all()


def statements():
    return [
        (s.level, s.kind, s.source, s.observed_on) for s in db.session.scalars(select(Statement).order_by(Statement.id))
    ]


def verbs():
    return list(db.session.scalars(select(Activity.verb).order_by(Activity.id)))


def test_begin_opens_the_way_through_a_course_once(ada, course):
    make.course_unit(course)

    first, second = actions.begin(course, ada), actions.begin(course, ada)

    assert first is second
    assert (len(enrolments()), queries.stage_of(first), verbs()) == (1, Stage.BEGUN, ["courses.begun"])


def test_an_enrolment_made_by_another_click_in_the_meantime_is_the_one(ada, course, monkeypatch):
    make.course_unit(course)
    first = actions.begin(course, ada)
    nobody = select(Enrolment).where(Enrolment.id == -1)
    answers = iter([nobody, queries.locked_enrolment(ada.id, course.id)])
    monkeypatch.setattr("app.courses.queries.locked_enrolment", lambda *_: next(answers))

    assert actions.begin(course, ada) is first


@pytest.mark.parametrize("format", [Format.SEMINAR, Format.EXTERNAL])
def test_only_self_paced_courses_can_be_begun_here(ada, format):
    with pytest.raises(Refused, match="can’t be begun here"):
        actions.begin(make.course(format=format), ada)


def test_finish_marks_the_unit_and_opens_the_course(ada, course):
    first, _ = make.course_unit(course, "Erste"), make.course_unit(course, "Zweite")

    enrolment = actions.finish(first, ada)

    assert queries.stage_of(enrolment) is Stage.BEGUN
    assert [step.is_done for step in queries.steps_of(course.id, ada.id)] == [True, False]
    assert statements() == []


def test_finish_twice_is_once(ada, course):
    first, _ = make.course_unit(course), make.course_unit(course)
    actions.finish(first, ada)
    actions.finish(first, ada)

    assert len(db.session.scalars(select(UnitProgress)).all()) == 1


def test_the_last_unit_completes_the_course_and_proves_its_outcomes_once(ada, course):
    units = [make.course_unit(course) for _ in range(2)]
    for unit in [*units, units[0]]:
        enrolment = actions.finish(unit, ada)

    assert enrolment.completed_on == clock.today()
    assert statements() == [(2, Kind.COMPLETION, "Daten", clock.today())]
    assert verbs() == ["courses.begun", "courses.completed"]


@pytest.mark.parametrize("given", [(), [[]], [["1"]], [["0", "1"]], [["0"], ["0"]]])
def test_a_check_that_is_not_passed_changes_nothing(ada, course, given):
    unit = make.course_unit(course, check=[GOOD_CHECK[0] | {"answers": answers()}])

    with pytest.raises(Refused, match="Not every question"):
        actions.finish(unit, ada, given=given)

    assert (enrolments(), db.session.scalars(select(UnitProgress)).all()) == ([], [])


def answers():
    return [{"text": "a", "correct": True, "because": "x"}, {"text": "b", "correct": False, "because": "y"}]


def test_a_passed_check_finishes_the_unit(ada, course):
    unit = make.course_unit(course, check=[GOOD_CHECK[0] | {"answers": answers()}])

    enrolment = actions.finish(unit, ada, given=[["0"]])

    assert queries.stage_of(enrolment) is Stage.DONE


def test_leave_keeps_the_progress_and_begin_takes_the_course_up_again(ada, course):
    first, _ = make.course_unit(course), make.course_unit(course)
    actions.finish(first, ada)

    left = actions.leave(course, ada)
    assert queries.stage_of(left) is Stage.LEFT
    assert actions.leave(course, ada) is left

    again = actions.begin(course, ada)
    assert (again is left, queries.stage_of(again)) == (True, Stage.BEGUN)
    assert [step.is_done for step in queries.steps_of(course.id, ada.id)] == [True, False]
    assert verbs() == ["courses.begun", "courses.left", "courses.resumed"]


def test_nobody_leaves_what_they_never_began_or_have_completed(ada, course):
    assert actions.leave(course, ada) is None

    actions.finish(make.course_unit(course), ada)

    with pytest.raises(Refused, match="completed this course already"):
        actions.leave(course, ada)


def test_finishing_a_unit_of_a_course_one_has_left_takes_it_up_again(ada, course):
    first, second = make.course_unit(course), make.course_unit(course)
    actions.finish(first, ada)
    actions.leave(course, ada)

    enrolment = actions.finish(second, ada)

    assert queries.stage_of(enrolment) is Stage.DONE


def test_begin_completes_a_course_whose_last_open_unit_was_retired(ada, course):
    first, second = make.course_unit(course), make.course_unit(course)
    actions.finish(first, ada)
    second.retired_at = clock.now()
    db.session.flush()

    assert queries.stage_of(actions.begin(course, ada)) is Stage.DONE


def test_a_new_unit_does_not_take_a_completion_away(ada, course):
    enrolment = actions.finish(make.course_unit(course), ada)
    make.course_unit(course)

    assert queries.stage_of(actions.begin(course, ada)) is Stage.DONE
    assert enrolment.completed_on == clock.today()


def test_schedule_sets_a_session_down_with_its_times_and_seats(context):
    course = make.course("Moderieren", format=Format.SEMINAR)
    start = clock.now() + dt.timedelta(days=30)
    spans = [(start + dt.timedelta(days=days), start + dt.timedelta(days=days, hours=8)) for days in (0, 7)]
    said = {"spans": spans, "place": "Rathaus", "seats": 12, "mode": Mode.APPROVAL}

    session = actions.schedule(course, Run("Mara Muster"), said, by=None)

    bookable = session.bookable
    assert (bookable.title, bookable.path, bookable.place) == ("Moderieren", f"/sessions/{session.id}", "Rathaus")
    assert [(span.starts_at, span.ends_at) for span in bookable.spans] == spans
    assert (bookable.pools[0].capacity, bookable.mode, bookable.closes_at) == (12, Mode.APPROVAL, start)


def test_only_seminars_have_dates(context):
    start = clock.now() + dt.timedelta(days=30)
    said = {"spans": [(start, start + dt.timedelta(hours=1))], "place": "Rathaus", "seats": 12}

    with pytest.raises(Refused, match="Only seminars"):
        actions.schedule(make.course(), Run("Mara Muster"), said, by=None)
