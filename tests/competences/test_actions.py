"""Saying where one stands, proofs, and choosing a goal."""

import datetime as dt

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from app import clock
from app.competences import actions, queries
from app.competences.models import Goal, Statement
from app.competences.rules import Kind
from app.db import db
from app.errors import Refused
from tests import make

EARLIER = dt.date(2026, 1, 15)


def test_assess_stores_one_statement_for_each_answer(context):
    ada, first, second = make.person("Ada"), make.competence(), make.competence()

    actions.assess(ada, {first.id: 2, second.id: 0})

    assert queries.current_levels(ada.id) == {first.id: 2, second.id: 0}


def test_assess_says_the_same_thing_once_a_day(context):
    ada, competence = make.person("Ada"), make.competence()
    actions.assess(ada, {competence.id: 2})

    assert actions.assess(ada, {competence.id: 2}) == []


def test_assess_keeps_what_was_said_before(context):
    ada, competence = make.person("Ada"), make.competence()
    for level in (1, 2, 1):
        actions.assess(ada, {competence.id: level})

    assert [row.level for row in db.session.scalars(select(Statement).order_by(Statement.id))] == [1, 2, 1]
    assert queries.current_levels(ada.id) == {competence.id: 1}


def test_assess_on_another_day_confirms_the_level_with_a_new_date(context):
    ada, competence = make.person("Ada"), make.competence()
    actions.assess(ada, {competence.id: 2}, on=EARLIER)
    actions.assess(ada, {competence.id: 2})

    assert queries.standings(ada.id)[competence.id].because.observed_on == clock.today()


def test_assess_anew_records_what_differs_from_the_own_word_and_what_is_confirmed(context):
    ada, changed, kept, confirmed = make.person("Ada"), make.competence(), make.competence(), make.competence()
    actions.assess(ada, {changed.id: 2, kept.id: 2, confirmed.id: 2}, on=EARLIER)
    make.statement(ada, kept, 3, Kind.COMPLETION, observed_on=EARLIER, source="Daten verstehen")

    made = actions.assess_anew(ada, {changed.id: 1, kept.id: 2, confirmed.id: 2}, {confirmed.id})

    assert [(row.competence_id, row.level) for row in made] == [(changed.id, 1), (confirmed.id, 2)]


def test_assess_anew_takes_a_chosen_level_also_where_a_course_has_proven_it(context):
    ada, proven = make.person("Ada"), make.competence()
    make.statement(ada, proven, 2, Kind.COMPLETION, observed_on=EARLIER, source="Daten verstehen")

    assert [row.level for row in actions.assess_anew(ada, {proven.id: 2})] == [2]


@pytest.mark.parametrize("level", [-1, 5, 99])
def test_assess_refuses_a_level_outside_the_scale_and_stores_nothing(context, level):
    ada, good, bad = make.person("Ada"), make.competence(), make.competence()

    with pytest.raises(Refused) as refused:
        actions.assess(ada, {good.id: 1, bad.id: level})

    assert refused.value.field == f"level-{bad.id}"
    assert queries.current_levels(ada.id) == {}


def test_assess_refuses_a_competence_that_is_no_longer_in_use(context):
    ada, competence = make.person("Ada"), make.competence()
    competence.retired_at = clock.now()

    with pytest.raises(Refused, match="no longer in use"):
        actions.assess(ada, {competence.id: 1})


def test_a_proof_lifts_the_level_and_counts_once(context):
    ada, competence = make.person("Ada"), make.competence()
    proof = {"kind": Kind.COMPLETION, "source": "Daten verstehen", "observed_on": clock.today()}
    actions.assess(ada, {competence.id: 1})

    first = actions.add_evidence(ada, competence.id, 2, **proof)
    again = actions.add_evidence(ada, competence.id, 2, **proof)

    assert first is again
    assert queries.current_levels(ada.id) == {competence.id: 2}


def test_a_retracted_statement_counts_no_longer_and_neither_does_the_retraction(context):
    ada, competence = make.person("Ada"), make.competence()
    make.statement(ada, competence, 1, observed_on=EARLIER)
    wrong = make.statement(ada, competence, 4)
    make.statement(ada, competence, 4, retracts_id=wrong.id)

    assert queries.current_levels(ada.id) == {competence.id: 1}


@pytest.mark.parametrize("change", ["UPDATE statement SET level = 4", "DELETE FROM statement"])
def test_the_database_refuses_to_change_a_statement(context, change):
    make.statement(make.person("Ada"), make.competence(), 2)

    with pytest.raises(DatabaseError, match="append-only"):
        db.session.execute(text(change))


def test_choose_goal_replaces_the_goal_before(context):
    ada, first, second = make.person("Ada"), make.profile("Erstes"), make.profile("Zweites")

    actions.choose_goal(ada, first.id)
    actions.choose_goal(ada, second.id)

    assert db.session.scalars(select(Goal.profile_id)).all() == [second.id]


def test_choose_goal_refuses_a_profile_that_is_no_longer_in_use(context):
    profile = make.profile()
    profile.retired_at = clock.now()

    with pytest.raises(Refused, match="no longer in use"):
        actions.choose_goal(make.person("Ada"), profile.id)


def test_give_up_goal_leaves_no_goal_and_may_be_said_twice(context):
    ada = make.person("Ada")
    actions.choose_goal(ada, make.profile().id)

    actions.give_up_goal(ada)
    actions.give_up_goal(ada)

    assert queries.goal_of(ada.id) is None
