"""Seminars in a plan: all their days, what they take of each week, and whether the person was there."""

import datetime as dt

import pytest

from app import clock
from app.courses.rules import Format
from app.db import db
from app.people.viewer import view_as
from app.plans import actions, queries, rules
from app.plans.queries import steps_of
from app.plans.rules import Load, Placed, Week
from tests import make

FRIDAY = dt.date(2026, 11, 27)
THIS, NEXT, THIRD = (dt.date(2026, 11, 23) + dt.timedelta(weeks=number) for number in range(3))


def planned(person, *in_days, minutes=420):
    """A seminar in the person's plan, with the date that they have chosen."""
    course = make.course("Tabellen", format=Format.SEMINAR, effort_minutes=minutes)
    session = make.session(course, in_days=30)
    make.meetings(session.bookable, *in_days)
    item = actions.add_course(person, course.id)
    actions.choose_session(item, session.id, viewer=view_as(person, clock.today()))
    return session


def step(person):
    (found,) = queries.steps_of(person.id)
    return found


class TestDays:
    """What meets several times takes its part of each week, and ends with its last day."""

    def test_each_week_has_the_minutes_of_its_meetings_and_the_step_ends_with_the_last(self):
        weeks = rules.lay_out([Load(1, 420, ((NEXT, 210), (THIRD, 210))), Load(2, 90)], 60, FRIDAY)
        blocks = rules.blocks([Load(1, 420, ((NEXT, 210), (THIRD, 210)))], 60, FRIDAY)

        assert weeks[1] == Week(NEXT, 210, (Placed(1, THIRD),))
        assert [(block.monday, block.minutes) for block in blocks] == [(NEXT, 210), (THIRD, 210)]

    def test_days_of_past_weeks_take_nothing_of_this_one(self):
        blocks = rules.blocks([Load(1, 420, ((THIS - dt.timedelta(weeks=1), 210), (THIS, 210)))], 60, FRIDAY)

        assert [(block.monday, block.minutes) for block in blocks] == [(THIS, 210)]

    @pytest.mark.parametrize(("minutes", "hours"), [(100, [1, 1, 1]), (0, [2, 2]), (420, [4, 4]), (7, [1, 5])])
    def test_the_shares_are_together_all_minutes(self, minutes, hours):
        found = rules.shares(minutes, [dt.timedelta(hours=one) for one in hours])

        assert sum(found) == minutes
        assert len(found) == len(hours)

    def test_a_step_knows_all_its_days_and_takes_as_long_as_the_course(self, context):
        ada = make.person("Ada")
        session = planned(ada, 10, 17)
        today = clock.today()

        found = step(ada)

        assert found.minutes == session.course.effort_minutes
        assert [minutes for _, minutes in found.load.days] == [210, 210]
        assert (found.happens_on, found.ends_on) == (today + dt.timedelta(days=10), today + dt.timedelta(days=17))

    def test_between_its_days_it_is_still_to_do(self, context):
        ada = make.person("Ada")
        session = planned(ada, 10, 17)
        make.booking(session.bookable, ada)
        make.meetings(session.bookable, -3, 4)

        assert [one.title for one in queries.open_steps(ada.id)] == ["Tabellen"]
        assert not step(ada).may_have_attended

    def test_the_plan_names_all_its_days(self, client, cast, saved):
        saved(lambda: planned(db.session.merge(cast.ada), 10, 17))
        last = clock.today() + dt.timedelta(days=17)

        assert f"and {last:%-d}" in client.sign_in(cast.ada).get("/plan").text.replace("&nbsp;", " ")

    @pytest.mark.parametrize("number", [1, 3])
    def test_seminars_of_several_days_cost_no_statement_more(self, context, queries, number):
        ada = make.person("Ada")
        for days in range(number):
            planned(ada, 10 + days, 17 + days)
        queries.clear()

        assert [len(step.meetings) for step in steps_of(ada.id)] == [2] * number
        assert len(queries) == 1


class TestAttendance:
    """Whether the person was there only they can say."""

    def over(self, person, **other):
        session = make.past_session(make.course("Tabellen", format=Format.SEMINAR, slug="tabellen"))
        actions.add_course(person, session.course.id)
        make.booking(session.bookable, person, **other)
        return session

    def test_until_it_is_said_the_step_asks(self, context):
        ada = make.person("Ada")
        self.over(ada)

        assert step(ada).may_have_attended
        assert step(ada).done_on is None
        assert queries.open_steps(ada.id) == []

    def test_the_plan_asks_and_a_click_there_makes_it_done(self, client, cast, saved):
        session = saved(lambda: self.over(db.session.merge(cast.ada)))
        page = client.sign_in(cast.ada).get("/plan").text
        assert "did you take part?" in page
        assert 'action="/courses/tabellen/attendance"' in page

        after = client.post("/courses/tabellen/attendance", data={"next": "/plan"}, follow_redirects=True).text

        assert "did you take part?" not in after
        assert "1 step done" in after
        with client.application.test_request_context():
            assert step(cast.ada).done_on == clock.local(session.bookable.ends_at).date()

    def test_a_new_seat_counts_more_than_one_that_is_over(self, context):
        ada = make.person("Ada")
        again = make.session(self.over(ada).course, in_days=9)
        make.booking(again.bookable, ada)

        assert step(ada).starts_at == again.bookable.starts_at
        assert not step(ada).may_have_attended

    def test_an_event_is_over_with_its_last_day(self, context):
        ada, event = make.person("Ada"), make.event("Fachtag")
        actions.add_event(ada, event.id)
        make.booking(event.bookable, ada)
        event.bookable.closes_at = event.bookable.cancel_until = clock.now() - dt.timedelta(days=9)
        event.bookable.starts_at, event.bookable.ends_at = (clock.now() - dt.timedelta(days=one) for one in (3, 2))

        assert step(ada).done_on == clock.local(event.bookable.ends_at).date()
