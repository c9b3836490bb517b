"""Holding, renewing, taking back; what a course gives and asks for."""

import datetime as dt

import pytest
import time_machine
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from app import clock
from app.bookings import actions as bookings
from app.bookings.rules import State as Booked
from app.courses import actions as courses
from app.courses import queries as course_queries
from app.courses.models import Enrolment
from app.courses.rules import Format
from app.db import db
from app.errors import Refused
from app.privacy import actions as privacy
from app.qualifications import actions, queries, rules
from app.qualifications.models import Holding
from app.qualifications.rules import Effect, Source, State
from tests import make

DAY = dt.timedelta(days=1)


def standing(person):
    return [(one.qualification.title, one.state, one.until) for one in queries.standings_of(person.id, clock.today())]


def sources(person):
    return [(one.source, one.detail) for one in db.session.scalars(queries.holdings_of(person.id))]


def test_what_somebody_has_acquired_is_never_changed_only_taken_back(context):
    holding = make.holding(make.person("Ada"), make.qualification())

    for change in (update(Holding).values(since=clock.today()), delete(Holding)):
        with pytest.raises(DBAPIError), db.session.begin_nested():
            db.session.execute(change)
    actions.retract(holding, by=make.person("Lin"))

    assert standing(holding.person) == []
    assert len(db.session.scalars(select(Holding)).all()) == 2


def test_the_holding_that_ends_last_counts(context):
    ada, kind = make.person("Ada"), make.qualification(valid_months=12)
    make.holding(ada, kind, days_ago=800)
    late = make.holding(ada, kind, days_ago=30)
    make.holding(ada, kind, days_ago=-5)

    assert standing(ada) == [(kind.title, State.HELD, late.valid_until)]

    actions.retract(late, by=None)

    assert standing(ada)[0][1] is State.EXPIRED


def test_whoever_completes_a_course_holds_what_it_grants_in_the_same_transaction(context):
    ada, kind = make.person("Ada"), make.qualification(valid_months=24)
    course = make.course("Sicher arbeiten")
    make.bearing(course, kind)
    unit = make.course_unit(course)

    courses.finish(unit, ada)
    courses.finish(unit, ada)

    assert sources(ada) == [(Source.COURSE, "Sicher arbeiten")]
    assert queries.holds(ada.id, kind.id, clock.today() + 700 * DAY)
    assert not queries.holds(ada.id, kind.id, clock.today() + 800 * DAY)


def test_a_completed_course_is_done_again_where_that_renews_something_and_stays_completed_meanwhile(context):
    ada, kind = make.person("Ada"), make.qualification(valid_months=12)
    course = make.course("Sicher arbeiten")
    make.bearing(course, kind)
    first, last = make.course_unit(course), make.course_unit(course)
    with time_machine.travel(clock.now() - 330 * DAY, tick=False):
        courses.finish(first, ada)
        begun = courses.finish(last, ada).completed_on
        with pytest.raises(Refused):
            courses.repeat(course, ada)

    courses.repeat(course, ada)
    courses.finish(last, ada)
    assert [step.is_done for step in course_queries.steps_of(course.id, ada.id)] == [False, True]
    assert len(sources(ada)) == 1
    enrolment = courses.finish(first, ada)

    assert (enrolment.completed_on, enrolment.again_since) == (begun, None)
    assert standing(ada) == [(kind.title, State.HELD, rules.last_day(clock.today(), 12))]


def test_a_course_renews_what_still_holds_and_nothing_that_has_ended(context):
    ada, max_, kind = make.person("Ada"), make.person("Max"), make.qualification(valid_months=12)
    make.holding(ada, kind, days_ago=300)
    make.holding(max_, kind, days_ago=500)
    course = make.course()
    make.bearing(course, kind, Effect.RENEWS)
    unit = make.course_unit(course)

    courses.finish(unit, ada)
    courses.finish(unit, max_)

    assert [one[1] for one in standing(ada)] == [State.HELD]
    assert (len(sources(ada)), len(sources(max_))) == (2, 1)


def test_whoever_completes_a_course_by_being_there_holds_what_it_grants_until_that_is_undone(context):
    ada, kind = make.person("Ada"), make.qualification("Ersthelfer", valid_months=24)
    course = make.course("Erste Hilfe", format=Format.SEMINAR)
    make.bearing(course, kind)
    session = make.session(course)
    make.meetings(session.bookable, -1, 0)
    session.bookable.hall_limit = None
    booking = make.booking(session.bookable, ada)

    there = bookings.arrive(booking, day=clock.today(), by=ada)
    assert standing(ada) == []

    bookings.undo_arrival(there, by=ada)
    make.attendance(booking, ada, clock.today() - DAY)
    there = bookings.arrive(booking, day=clock.today(), by=ada)
    assert sources(ada) == [(Source.ATTENDANCE, "Erste Hilfe")]
    assert db.session.scalars(select(Enrolment)).one().completed_on == clock.today()

    bookings.undo_arrival(there, by=ada)
    assert standing(ada) == []
    assert db.session.scalars(select(Enrolment)).one().completed_on is None


def test_a_second_date_of_a_completed_course_lets_it_hold_anew_and_its_undoing_leaves_the_first(context):
    ada, kind = make.person("Ada"), make.qualification("Ersthelfer", valid_months=24)
    course = make.course("Erste Hilfe", format=Format.SEMINAR)
    make.bearing(course, kind)
    long_ago, today = make.past_session(course, 700), make.session(course)
    make.meetings(today.bookable, 0)
    for session in (long_ago, today):
        session.bookable.hall_limit = None
    first, second = (make.booking(session.bookable, ada) for session in (long_ago, today))
    courses.follow_attendance(make.attendance(first, ada, long_ago.bookable.days[0]))
    begun = long_ago.bookable.days[0]
    assert standing(ada) == [(kind.title, State.HELD, rules.last_day(begun, 24))]

    there = bookings.arrive(second, day=clock.today(), by=ada)
    assert standing(ada) == [(kind.title, State.HELD, rules.last_day(clock.today(), 24))]

    bookings.undo_arrival(there, by=ada)
    assert standing(ada) == [(kind.title, State.HELD, rules.last_day(begun, 24))]


def test_ones_own_word_on_a_seminar_gives_nothing(context):
    ada, course = make.person("Ada"), make.course("Erste Hilfe", format=Format.SEMINAR)
    make.bearing(course, make.qualification())
    make.booking(make.past_session(course, 3).bookable, ada)

    courses.attend(course, ada)

    assert standing(ada) == []


def test_a_date_asks_for_what_the_course_requires_on_its_day_and_says_what_is_missing(context):
    ada, kind = make.person("Ada Ahrens"), make.qualification("Staplerschein", valid_months=12)
    course = make.course("Fahren im Lager", format=Format.SEMINAR)
    make.bearing(course, kind, Effect.REQUIRES)
    session = make.session(course, in_days=40)
    make.holding(ada, kind, days_ago=340)

    with pytest.raises(Refused, match="Staplerschein"):
        bookings.book(session.bookable, ada, by=ada)

    make.holding(ada, kind, days_ago=1)
    assert bookings.book(session.bookable, ada, by=ada).state is Booked.CONFIRMED


def test_a_course_to_read_can_not_be_begun_without_what_it_requires(context):
    ada, course = make.person("Ada"), make.course()
    make.course_unit(course)
    make.bearing(course, make.qualification("Grundkurs"), Effect.REQUIRES)

    with pytest.raises(Refused, match="Grundkurs"):
        courses.begin(course, ada)


def test_holdings_are_forgotten_two_years_after_they_ended_or_the_person_left(context):
    ada, kind, lasting = make.person("Ada"), make.qualification(), make.qualification("Schein", valid_months=None)
    gone = make.person("Max", left_on=clock.today() - 800 * DAY)
    kept = [make.holding(ada, kind, days_ago=365 + 700), make.holding(ada, lasting, days_ago=3000)]
    wrong = make.holding(ada, kind, days_ago=365 + 800)
    actions.retract(wrong, by=None)
    make.holding(ada, kind, days_ago=365 + 760)
    make.holding(gone, lasting, days_ago=3000)

    assert privacy.forget_holdings() == 4

    assert db.session.scalars(select(Holding).order_by(Holding.id)).all() == kept
    assert privacy.forget_holdings() == 0
