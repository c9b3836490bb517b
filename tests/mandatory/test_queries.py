"""Who must, where they stand, and that the database says the same as the rules."""

import datetime as dt
import random

import pytest
from sqlalchemy import select

from app import clock
from app.db import db
from app.mandatory import actions, queries
from app.mandatory.models import Reminder
from app.mandatory.rules import Count, State, Step
from app.notifications.models import Mail, Notice
from app.notifications.rules import Kind
from app.people.models import Person
from app.people.queries import employed
from app.people.viewer import view_as
from tests import make

DAY = dt.timedelta(days=1)


def duties_of(*people):
    today = clock.today()
    asked = queries.duties(employed(today).where(Person.id.in_([one.id for one in people])), today)
    found = queries.lines(db.session.execute(asked.where(queries.is_on(today))), today)
    return {(one.person.given_name, one.duty.state, one.duty.due_on - today) for one in found}


def test_a_rule_is_for_everybody_a_unit_with_all_below_it_or_a_family_of_jobs(context):
    house = make.unit("Stadt")
    office = make.unit("Bauhof", house)
    ada, max_ = make.person("Ada", make.unit("Kolonne", office)), make.person("Max", house)
    kim = make.person("Kim", house, job=make.job())
    gone = make.person("Zoe", office, left_on=clock.today() - DAY)
    make.mandatory_rule(make.qualification("Säge"), unit=office)
    make.mandatory_rule(make.qualification("Amt"), family=kim.job.family)
    make.mandatory_rule(make.qualification("Aus"), days_on=None)

    assert {one[0] for one in duties_of(ada, max_, kim, gone)} == {"Ada", "Kim"}

    make.mandatory_rule(make.qualification("Alle"))

    assert {one[0] for one in duties_of(ada, max_, kim, gone)} == {"Ada", "Max", "Kim"}
    marks = [view_as(one, clock.today()).marks for one in (ada, max_)]
    assert marks == [frozenset({queries.MARK})] * 2


def test_nobody_has_a_mark_for_whom_no_rule_is_on(context):
    make.mandatory_rule(make.qualification(), days_on=None)

    assert view_as(make.person("Ada"), clock.today()).marks == frozenset()


def test_whoever_changes_to_another_unit_has_the_days_of_the_rule_from_then(context):
    ada, kind = make.person("Ada"), make.qualification()
    make.mandatory_rule(kind, days_on=300)
    assert {one[1] for one in duties_of(ada)} == {State.OVERDUE}

    ada.unit = make.unit("Tiefbauamt")
    db.session.flush()

    assert duties_of(ada) == {("Ada", State.OPEN, 60 * DAY)}


@pytest.mark.parametrize("seed", range(3))
def test_the_database_judges_as_the_rules_do(context, seed):
    chance, today = random.Random(seed), clock.today()
    found = [make.mandatory_rule(make.qualification(), days_on=chance.choice((None, 5, 59, 60, 61, 300))) for _ in "ab"]
    for number in range(60):
        person = make.person(f"P{number}", entered_on=today - chance.choice((0, 59, 60, 61, 900)) * DAY)
        person.placed_on = chance.choice((None, today - chance.choice((0, 60, 61)) * DAY))
        for rule in found:
            for _again in range(chance.choice((0, 1, 2))):
                ago, lasts = chance.choice((-3, 0, 10, 365, 800)), chance.choice((-1, 0, 1, 400, None))
                since = today - ago * DAY
                last = None if lasts is None else max(since, today + lasts * DAY)
                make.holding(person, rule.qualification, since=since, valid_until=last)
    asked = queries.duties(employed(today), today)
    rows = db.session.execute(asked.add_columns(queries.state(asked, found, today))).all()

    assert len(rows) == 120
    for person, rule, until, said in rows:
        assert queries.line(person, rule, until, today).duty.state.value == said, (person.name, rule.on_since, until)


def test_numbers_by_rule_and_by_unit_count_each_person_once(context):
    people = make.cast()
    rule = make.mandatory_rule(make.qualification(), days_on=61)
    make.holding(people.ada, rule.qualification)
    lin, today = view_as(people.lin, clock.today()), clock.today()
    under = queries.people_under(rule, lin, people.house, today)

    counted = queries.counts_by_unit(under, rule, today)

    assert queries.counts_by_rule(lin, [rule], today) == {rule.id: Count(done=1, overdue=3)}
    assert {one.unit.name: one.count for one in queries.lines_below(people.house, counted)} == {
        "Stadt Probe": Count(overdue=1),
        "Bürgeramt": Count(done=1, overdue=1),
        "Tiefbauamt": Count(overdue=1),
    }


class TestReminders:
    def told(self):
        return sorted(
            (db.session.get_one(Person, one.person_id).given_name, one.kind)
            for one in db.session.scalars(select(Notice))
        )

    def test_each_step_is_said_once_in_the_app_also_to_people_without_mail(self, context):
        ada = make.person("Ada", email=None)
        make.mandatory_rule(make.qualification(), days_on=31)

        assert [actions.remind(), actions.remind()] == [1, 0]

        assert self.told() == [("Ada", Kind.MANDATORY_DUE)]
        assert db.session.scalars(select(Mail)).all() == []
        assert [one.person_id for one in db.session.scalars(select(Reminder))] == [ada.id]

    def test_a_leader_hears_once_of_the_team_a_week_after_the_date_and_no_name_stands_in_it(self, context):
        people = make.cast()
        make.mandatory_rule(make.qualification("Brandschutz"), days_on=68, unit=people.office)
        make.person("Kim Klein", people.office)

        actions.remind()

        assert self.told() == [
            ("Ada", Kind.MANDATORY_OVERDUE),
            ("Kim", Kind.MANDATORY_OVERDUE),
            ("Max", Kind.MANDATORY_OVERDUE),
            ("Max", Kind.TEAM_OVERDUE),
        ]
        letters = [one.values for one in db.session.scalars(select(Mail).where(Mail.kind == Kind.TEAM_OVERDUE))]
        assert letters == [{"title": "Brandschutz"}]

    def test_two_rules_about_the_same_say_it_once_and_a_new_date_is_said_anew(self, context):
        ada, kind = make.person("Ada"), make.qualification(valid_months=1)
        make.mandatory_rule(kind, days_on=31)
        make.mandatory_rule(kind, days_on=40, unit=ada.unit)
        assert actions.remind() == 1

        make.holding(ada, kind, days_ago=9)

        assert actions.remind() == 1
        assert len({one.due_on for one in db.session.scalars(select(Reminder))}) == 2

    def test_nothing_is_said_to_whoever_has_done_it_or_by_a_rule_that_is_off(self, context):
        ada, kind = make.person("Ada"), make.qualification()
        rule = make.mandatory_rule(kind, days_on=400)
        make.holding(ada, kind)
        assert actions.remind() == 0

        db.session.add(make.person("Kim"))
        actions.switch_off(rule, by=ada)

        assert actions.remind() == 0

    def test_what_was_said_is_forgotten_two_years_after_the_date(self, context):
        ada, kind = make.person("Ada"), make.qualification()
        for days in (700, 731):
            told = {"due_on": clock.today() - days * DAY, "step": Step.REMINDED, "told_at": clock.now()}
            db.session.add(Reminder(person_id=ada.id, qualification_id=kind.id, **told))
        db.session.flush()

        assert (actions.forget_reminders(), len(db.session.scalars(select(Reminder)).all())) == (1, 1)
