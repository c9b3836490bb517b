"""Where a person stands, in the language of the page, and who may know it."""

import datetime as dt

import pytest

from app import clock
from app.competences import actions, queries
from app.competences.models import Statement
from app.competences.rules import Axis, Kind, Reader, Said, Stage, may_read
from app.db import db
from app.people.viewer import view_as
from app.text.language import speaking
from tests import make


def overview(person):
    return queries.overview(queries.goal_of(person.id), queries.own_levels(person.id))


def test_current_levels_are_the_persons_own(context):
    competence = make.competence()
    make.statement(make.person("Ada"), competence, 4)

    assert queries.current_levels(make.person("Zoe").id) == {}


def test_the_overview_shows_the_widest_gap_first_and_counts_what_is_missing(context):
    ada, area = make.person("Ada"), make.area("Daten")
    near, far, reached = (make.competence(title, area) for title in ("Nah", "Weit", "Erreicht"))
    actions.choose_goal(ada, make.profile("Ziel", {near: 2, far: 3, reached: 1}).id)
    actions.assess(ada, {near.id: 1, reached.id: 2})

    found = overview(ada)

    assert [(line.competence.title, line.gap) for line in found.lines] == [("Weit", 3), ("Nah", 1), ("Erreicht", 0)]
    assert (found.missing_levels, found.missing_competences, found.unstated) == (4, 2, 1)
    assert found.axes == (Axis("Daten", 0.7, 2.0, 4),)


def test_without_a_goal_the_overview_shows_what_has_a_level(context):
    ada, stated = make.person("Ada"), make.competence("Gesagt")
    make.competence("Ungesagt")
    actions.assess(ada, {stated.id: 2})

    assert [(line.competence.title, line.target, line.held) for line in overview(ada).lines] == [("Gesagt", None, 2)]


def test_a_goal_names_a_retired_competence_too(context):
    ada, competence = make.person("Ada"), make.competence("Alt")
    actions.choose_goal(ada, make.profile("Ziel", {competence: 2}).id)
    competence.retired_at = clock.now()
    db.session.flush()

    assert [line.competence.title for line in overview(ada).lines] == ["Alt"]


def test_competences_stand_in_the_order_of_their_areas_and_only_those_in_use(context):
    framework = make.framework()
    second, first = make.area("Zweiter", framework), make.area("Erster", framework)
    second.position, first.position = 2, 1
    last, start = make.competence("Ende", second), make.competence("Anfang", first)
    make.competence("Weg", first).retired_at = clock.now()
    outdated, draft = make.framework(), make.framework()
    outdated.stage, draft.stage = Stage.OUTDATED, Stage.DRAFT
    for other in (outdated, draft):
        make.competence("Anderes", make.area("Anderer", other))
    db.session.flush()

    assert [one.id for one in queries.named()] == [start.id, last.id]


def test_a_draft_is_seen_by_nobody_and_an_outdated_competence_still_is(context):
    cast = make.cast()
    outdated, draft = make.competence("Alt"), make.competence("Entwurf")
    outdated.area.framework.stage, draft.area.framework.stage = Stage.OUTDATED, Stage.DRAFT
    db.session.flush()

    seen = db.session.scalars(queries.competences_visible_to(view_as(cast.ada, clock.today()))).all()

    assert seen == [outdated]


def test_questions_carry_every_level_of_the_scale(context):
    competence = make.competence()

    (question,) = queries.questions([competence.id])

    assert [step.number for step in question.steps] == [0, 1, 2, 3, 4]
    assert [step.behaviour for step in question.steps] == [None, *(f"Ich kann Stufe {n}." for n in range(1, 5))]


def test_titles_follow_the_language_of_the_page(context):
    competence, ada = make.competence("Daten"), make.person("Ada")
    competence.title_en, competence.area.title_en = "Data", "Area"
    profile = make.profile("Ziel", {competence: 2})
    profile.title_en = "Target"
    actions.choose_goal(ada, profile.id)

    with speaking("en"):
        assert [(one.title, one.area) for one in queries.named()] == [("Data", "Area")]
        assert queries.goal_of(ada.id).title == "Target"


def test_the_profile_of_the_job_is_proposed_and_stands_first(context):
    family = make.family()
    job = make.job(family=family)
    make.profile("Anderes")
    fitting = make.profile("Passend", families=(family,))
    ada = make.person("Ada", job_id=job.id)

    assert queries.profile_of_job(ada) == fitting.id
    assert db.session.scalars(queries.profiles_in_use(fitting.id)).first() is fitting


def test_who_has_no_job_gets_no_proposal(context):
    make.profile("Passend", families=(make.family(),))

    assert queries.profile_of_job(make.person("Ada")) is None


@pytest.mark.parametrize("kind", [Kind.SELF, Kind.COMPLETION])
def test_the_rule_and_the_query_agree_on_who_may_read_a_statement(context, kind):
    cast = make.cast()
    people = (cast.ada, cast.max, cast.lin, cast.zoe)
    rows = [make.statement(person, make.competence(), 2, kind) for person in people]

    for person in people:
        viewer = view_as(person, clock.today())
        by_query = set(db.session.scalars(queries.statements_visible_to(viewer).with_only_columns(Statement.id)))
        reader = Reader(person.id)
        by_rule = {
            row.id for row in rows if may_read(reader, Said(row.id, row.person_id, row.actor_id, row.visibility))
        }

        assert by_query == by_rule
        assert len(by_query) == 1


def test_statements_are_read_newest_first(context):
    cast = make.cast()
    competence = make.competence()
    for day in (2, 1, 3):
        make.statement(cast.ada, competence, day, observed_on=dt.date(2026, 1, day))

    found = db.session.scalars(queries.statements_visible_to(view_as(cast.ada, clock.today())))

    assert [row.level for row in found] == [3, 2, 1]
