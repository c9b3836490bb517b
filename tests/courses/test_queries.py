"""What can be asked about courses."""

import datetime as dt

import pytest

from app import clock
from app.bookings.rules import State
from app.courses import queries as asked
from app.courses.models import Enrolment, Prerequisite, UnitProgress
from app.courses.rules import Format, Stage
from app.db import db
from app.people.viewer import view_as
from tests import make

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


@pytest.fixture
def ada(context):
    return make.cast().ada


def viewer(person):
    return view_as(person, clock.today())


def enrol(person, course, **other):
    row = Enrolment(person_id=person.id, course_id=course.id, **({"begun_at": clock.now()} | other))
    db.session.add(row)
    db.session.flush()
    return row


def done(person, *units):
    for unit in units:
        db.session.add(UnitProgress(person_id=person.id, unit_id=unit.id, done_at=clock.now()))
    db.session.flush()


def test_the_units_of_a_course_come_in_order_with_my_own_progress_only(ada):
    course = make.course()
    first, second = make.course_unit(course, "Erste"), make.course_unit(course, "Zweite")
    gone = make.course_unit(course, "Alte")
    gone.retired_at = clock.now()
    done(ada, first)
    done(make.person("Max Mohr"), first, second)

    assert [(step.title, step.is_done) for step in asked.steps_of(course.id, ada.id)] == [
        ("Erste", True),
        ("Zweite", False),
    ]


def test_next_units_are_the_first_open_ones_of_what_i_have_begun_latest_first(ada):
    older, newer, left, through, _untouched = courses = [make.course(f"Kurs {n}") for n in range(5)]
    units = {
        course.id: [make.course_unit(course, f"{course.title}.{n}", minutes=n + 3) for n in range(3)]
        for course in courses
    }
    enrol(ada, older, begun_at=NOW)
    enrol(ada, newer, begun_at=NOW + dt.timedelta(days=1))
    enrol(ada, left, left_at=NOW)
    enrol(ada, through, completed_on=NOW.date())
    done(ada, units[older.id][0], units[older.id][2])

    found = asked.next_units(ada.id)

    assert [(next_one.title, next_one.minutes, next_one.units_done, next_one.units) for next_one in found] == [
        ("Kurs 1.0", 3, 0, 3),
        ("Kurs 0.1", 4, 2, 3),
    ]


def test_next_units_take_one_statement(ada, queries):
    for number in range(3):
        course = make.course(f"Kurs {number}")
        make.course_unit(course)
        enrol(ada, course)
    queries.clear()

    assert (len(asked.next_units(ada.id)), len(queries)) == (3, 1)


def test_outcomes_name_the_level_in_the_order_of_the_framework(ada):
    second, first = make.competence("Zweite"), make.competence("Erste")
    first.area.position, second.area.position = 1, 2
    course = make.course()
    make.outcome(course, second, 3, 1)
    make.outcome(course, first, 2)

    assert [
        (one.title, one.from_level, one.to_level, one.level_title, one.highest) for one in asked.outcomes_of(course.id)
    ] == [("Erste", 0, 2, "Stufe 2", 4), ("Zweite", 1, 3, "Stufe 3", 4)]


def before(course, person):
    return asked.others_of(course, person.id, is_completed=False)[0]


def neighbours(course, person, *, is_completed=False):
    return asked.others_of(course, person.id, is_completed=is_completed)[1]


def test_requirements_say_where_i_stand(ada):
    course, finished, new = make.course("Ziel"), make.course("Fertig"), make.course("Neu")
    for required in (finished, new):
        db.session.add(Prerequisite(course_id=course.id, required_id=required.id))
    enrol(ada, finished, completed_on=clock.today())

    assert [(one.title, one.stage) for one in before(course, ada)] == [
        ("Fertig", Stage.DONE),
        ("Neu", Stage.NOT_BEGUN),
    ]


def test_what_could_come_next_is_what_builds_on_the_course_then_its_topic_without_what_is_done(ada):
    course, follows, same, finished = (make.course(title) for title in ("Kurs", "Z baut darauf", "A Thema", "B Fertig"))
    make.course("Anderes", topic="safety")
    db.session.add(Prerequisite(course_id=follows.id, required_id=course.id))
    enrol(ada, finished, completed_on=clock.today())

    assert [one.title for one in neighbours(course, ada, is_completed=True)] == ["Z baut darauf", "A Thema"]
    assert same.title == "A Thema"


def test_similar_courses_lead_to_the_same_levels_first_without_what_comes_before_or_is_done(ada):
    data, talk = make.competence(), make.competence()
    course = make.course("Kurs")
    for title, leads in {
        "Andere Stufe": [(data, 1)],
        "Beides": [(data, 2), (talk, 2)],
        "Dieselbe Stufe": [(data, 2)],
        "Fertig": [(data, 2)],
        "Noch eine Stufe": [(data, 3)],
        "Vorher": [(data, 2)],
    }.items():
        other = make.course(title)
        for competence, level in leads:
            make.outcome(other, competence, to_level=level)
        if title == "Fertig":
            enrol(ada, other, completed_on=clock.today())
        if title == "Vorher":
            db.session.add(Prerequisite(course_id=course.id, required_id=other.id))
    make.course("Ganz anderes")
    make.outcome(course, data)
    make.outcome(course, talk)

    assert [one.title for one in neighbours(course, ada)] == ["Beides", "Dieselbe Stufe", "Andere Stufe"]


@pytest.mark.parametrize(
    ("published", "retired", "begun", "visible"),
    [
        (True, False, False, True),
        (True, True, False, False),
        (True, True, True, True),
        (False, False, False, False),
        (False, False, True, False),
    ],
)
def test_a_retired_course_stays_visible_to_those_who_began_it(ada, published, retired, begun, visible):
    course = make.course(published_at=clock.now() if published else None, retired_at=clock.now() if retired else None)
    if begun:
        enrol(ada, course)
    enrol(make.person("Max Mohr"), course)

    assert (course in db.session.scalars(asked.courses_visible_to(viewer(ada)), {"me": ada.id}).all()) is visible


def test_dates_are_those_to_come_with_free_seats_and_my_own_state(ada):
    course = make.course(format=Format.SEMINAR)
    full = make.session(course, seats=1, in_days=10)
    free = make.session(course, seats=3, in_days=20)
    make.session(course, in_days=30, cancelled_at=clock.now())
    make.session(course, in_days=-5)
    make.booking(full.bookable, make.person("Max Mohr"))
    make.booking(free.bookable, ada, State.CONFIRMED)
    make.booking(free.bookable, make.person("Kim"), State.CANCELLED)

    found = asked.dates_of(viewer(ada), [course.id], clock.now())

    assert [(date.session_id, date.seats.free, date.state) for date in found] == [
        (full.id, 0, None),
        (free.id, 2, State.CONFIRMED),
    ]
    assert asked.first_dates(asked.open_dates(viewer(ada), clock.now()))[course.id].seats.free == 2


def test_a_date_for_another_office_is_not_shown(context):
    cast = make.cast()
    session = make.session(in_days=10, audience_id=cast.elsewhere.id)

    assert asked.dates_of(viewer(cast.ada), [session.course_id], clock.now()) == []
    assert len(asked.dates_of(viewer(cast.zoe), [session.course_id], clock.now())) == 1
    assert db.session.scalars(asked.sessions_visible_to(viewer(cast.ada))).all() == []
    assert db.session.scalars(asked.sessions_visible_to(viewer(cast.zoe))).all() == [session]


def test_the_first_date_is_the_first_with_a_seat_or_else_the_first_with_a_waitlist(ada):
    course = make.course(format=Format.SEMINAR)
    make.session(course, in_days=5, closes_at=clock.now() - dt.timedelta(days=1))
    first_full, full = (make.session(course, seats=0, in_days=days).bookable for days in (10, 20))

    dates = asked.open_dates(viewer(ada), clock.now(), [course.id])

    assert [date.starts_at for date in dates] == [first_full.starts_at, full.starts_at]
    assert asked.first_dates(dates)[course.id].starts_at == first_full.starts_at
