"""Pages of competences: they work, they say why not, and show nobody else's."""

import datetime as dt
import re

import pytest
from sqlalchemy import func, select

from app import clock
from app.competences import actions
from app.competences import queries as asking
from app.competences.models import Statement
from app.competences.rules import Kind
from app.db import db
from tests import make

pytestmark = pytest.mark.any_database

PRIVACY = "Only you see your self-assessment, unless you share it."


def asked(queries):
    """The statements without those that only begin a transaction."""
    return [statement for statement in queries if not statement.startswith("BEGIN")]


def goal(person, count=1, target=3, areas=1):
    """A goal that asks for so many competences."""
    framework = make.framework()
    places = [make.area(f"Bereich {number}", framework) for number in range(areas)]
    found = [make.competence(f"Kompetenz {number}", places[number % areas]) for number in range(count)]
    actions.choose_goal(person, make.profile("Lotsin", dict.fromkeys(found, target)).id)
    return found


def many_statements(person, competences, each):
    for competence in competences:
        for number in range(each):
            make.statement(person, competence, number % 5, observed_on=dt.date(2025, 1, 1) + dt.timedelta(days=number))


def levels(app, person):
    with app.app_context():
        return asking.current_levels(person.id)


def test_show_competences_begins_with_the_goal(client, cast):
    page = client.sign_in(cast.ada).get("/competences").text

    assert "Where would you like to get?" in page
    assert 'href="/competences/goal"' in page
    assert PRIVACY in page


def test_show_competences_then_asks_for_the_self_assessment(client, cast, saved):
    saved(goal, cast.ada, 3)

    page = client.sign_in(cast.ada).get("/competences").text

    assert "Your goal is Lotsin." in page
    assert "Assess yourself in 3 competences" in page
    assert 'href="/competences/self-assessment"' in page


def test_a_self_assessment_without_any_choice_is_not_called_saved(client, cast, saved):
    saved(goal, cast.ada, 3)

    response = client.sign_in(cast.ada).post("/competences/self-assessment", follow_redirects=True)

    assert "You have not chosen anything yet" in response.text
    assert "is saved" not in response.text


def test_show_competences_answers_first(client, cast, saved):
    first, second, _ = saved(goal, cast.ada, 3, areas=3)
    saved(actions.assess, cast.ada, {first.id: 3, second.id: 1})

    page = client.sign_in(cast.ada).get("/competences").text

    assert "Still 5 levels in 2 competences to your goal Lotsin." in page
    assert "For 1 competence nothing has been said yet" in page
    assert re.findall(r"Kompetenz \d", page)[:3] == ["Kompetenz 2", "Kompetenz 1", "Kompetenz 0"]
    assert 'href="/plan/proposal"' in page


def test_show_competences_says_when_the_goal_is_reached(client, cast, saved):
    (competence,) = saved(goal, cast.ada)
    saved(actions.assess, cast.ada, {competence.id: 3})

    page = client.sign_in(cast.ada).get("/competences").text

    assert "You have reached your goal Lotsin." in page
    assert 'href="/plan/proposal"' not in page


def test_show_competences_works_without_a_goal(client, cast, saved):
    saved(actions.assess, cast.ada, {saved(make.competence, "Daten erheben").id: 2})

    page = client.sign_in(cast.ada).get("/competences").text

    assert "You have no goal yet." in page
    assert "Daten erheben" in page


@pytest.mark.parametrize(("count", "each"), [(1, 1), (3, 1), (40, 50)])
def test_show_competences_asks_the_same_few_questions(client, cast, saved, queries, count, each):
    found = saved(goal, cast.ada, count, areas=min(count, 6))
    saved(many_statements, cast.ada, found, each)
    client.sign_in(cast.ada)
    queries.clear()

    page = client.get("/competences")

    assert len(set(re.findall(r">Kompetenz \d+<", page.text))) == min(count, 20)
    assert len(asked(queries)) == 4
    assert len(page.data) < 60_000


def beyond(person, count=1, titles="Darüber hinaus"):
    """Levels in competences that the goal does not ask for."""
    found = [make.competence(f"{titles} {number}") for number in range(count)]
    actions.assess(person, {one.id: 2 for one in found})


def test_show_competences_shows_levels_beyond_the_goal_and_counts_them_as_no_gap(client, cast, saved):
    (asked_for,) = saved(goal, cast.ada)
    saved(actions.assess, cast.ada, {asked_for.id: 1})
    saved(beyond, cast.ada)
    saved(beyond, cast.max, titles="Von Max")

    page = client.sign_in(cast.ada).get("/competences").text

    assert "Still 2 levels in 1 competence to your goal Lotsin." in page
    further = page[page.index('id="beyond"') :]
    assert ("Darüber hinaus 0" in further, "Kompetenz 0" in further, "Von Max" in page) == (True, False, False)


def test_a_goal_chosen_later_hides_no_level(client, cast, saved):
    saved(beyond, cast.ada, 2)
    saved(goal, cast.ada)

    page = client.sign_in(cast.ada).get("/competences").text

    assert "Your goal is Lotsin." in page
    assert re.findall(r">(Darüber hinaus \d)<", page) == ["Darüber hinaus 0", "Darüber hinaus 1"]


@pytest.mark.parametrize("count", [1, 3, 30])
def test_levels_beyond_the_goal_ask_no_more_and_fill_the_pages_after_it(client, cast, saved, queries, count):
    found = saved(goal, cast.ada, 2)
    saved(actions.assess, cast.ada, {found[0].id: 1})
    saved(beyond, cast.ada, count)
    client.sign_in(cast.ada)
    queries.clear()

    first = client.get("/competences").text
    assert len(asked(queries)) == 4
    shown = set(re.findall(r">(Darüber hinaus \d+)<", first + client.get("/competences?page=2").text))
    assert len(shown) == count


def test_show_competences_shows_nothing_of_anybody_else(client, cast, saved):
    found = saved(goal, cast.ada)
    saved(actions.assess, cast.ada, {found[0].id: 2})

    for person in (cast.max, cast.lin, cast.zoe):
        assert "Kompetenz 0" not in client.sign_in(person).get("/competences").text


def test_show_competence_says_why(client, cast, saved):
    (competence,) = saved(goal, cast.ada)
    saved(make.statement, cast.ada, competence, 1, observed_on=dt.date(2026, 1, 2))
    saved(make.statement, cast.ada, competence, 2, Kind.COMPLETION, source="Daten", observed_on=dt.date(2026, 3, 4))

    page = client.sign_in(cast.ada).get(f"/competences/{competence.key}").text

    assert "You are at level 2: Level 2." in page
    assert "You completed “Daten” on 4 Mar 2026." in page
    assert "Your goal asks for level 3." in page
    assert "2 Jan 2026" in page


def test_show_competence_shows_no_statement_of_anybody_else(client, cast, saved):
    (competence,) = saved(goal, cast.ada)
    saved(make.statement, cast.ada, competence, 3, Kind.EXTERNAL, source="Vertraulich")

    page = client.sign_in(cast.zoe).get(f"/competences/{competence.key}").text

    assert "Nobody has said anything about your level yet." in page
    assert "Vertraulich" not in page


def test_show_competence_of_an_unknown_key_is_not_there(client, cast):
    assert client.sign_in(cast.ada).get("/competences/flying").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_show_competence_asks_the_same_few_questions(client, cast, saved, queries, count):
    (competence,) = saved(goal, cast.ada)
    saved(many_statements, cast.ada, [competence], count)
    client.sign_in(cast.ada)
    queries.clear()

    client.get(f"/competences/{competence.key}")

    assert len(asked(queries)) <= 11


def test_assess_shows_every_level_and_what_was_said_last(client, cast, saved):
    (competence,) = saved(goal, cast.ada)
    saved(actions.assess, cast.ada, {competence.id: 2}, on=dt.date(2026, 1, 2))

    page = client.sign_in(cast.ada).get("/competences/self-assessment").text

    assert [f"Ich kann Stufe {n}." in page for n in range(1, 5)] == [True] * 4
    assert re.search(rf'name="level-{competence.id}" value="2" checked', page)
    assert "You said so yourself on 2 Jan 2026." in page
    assert "1 of 1 answered" in page
    assert PRIVACY in page


def test_assess_without_a_goal_asks_about_the_whole_framework(client, cast, saved):
    saved(make.competence, "Ganz allgemein")

    assert "Ganz allgemein" in client.sign_in(cast.ada).get("/competences/self-assessment").text


def test_a_competence_leads_to_its_own_question_whatever_the_goal_asks_for(client, cast, saved):
    (wanted,) = saved(goal, cast.ada)
    beyond = saved(make.competence, "Ganz allgemein")
    client.sign_in(cast.ada)

    for competence in (wanted, beyond):
        page = client.get(f"/competences/{competence.key}").text
        link = re.search(r'href="([^"#]+)#(level-\d+)"[^>]*>(?:(?!</a>).)*Assess yourself', page, re.DOTALL)
        assert link[2] == f"level-{competence.id}"
        assert f'id="{link[2]}"' in client.get(link[1]).text


def test_assess_stores_what_was_answered_and_leaves_out_the_rest(client, cast, saved):
    first, second = saved(goal, cast.ada, 2)

    response = client.sign_in(cast.ada).post("/competences/self-assessment", data={f"level-{first.id}": "0"})

    assert response.location == "/competences"
    assert levels(client.application, cast.ada) == {first.id: 0}
    assert second.id


def test_assess_twice_says_nothing_twice(client, cast, saved):
    (competence,) = saved(goal, cast.ada)
    client.sign_in(cast.ada)
    for _ in range(2):
        client.post("/competences/self-assessment", data={f"level-{competence.id}": "2"})

    with client.application.app_context():
        assert db.session.scalar(select(func.count()).select_from(Statement)) == 1


def chosen(page):
    """The answers that a browser sends when nothing is touched."""
    return dict(re.findall(r'name="(level-\d+)" value="(\d)" checked', page))


def test_assess_saved_untouched_says_nothing_of_what_others_and_proofs_say(client, cast, saved):
    proven, said = saved(goal, cast.ada, 2)
    saved(make.statement, cast.ada, proven, 3, Kind.PRACTICE, observed_on=dt.date(2026, 1, 2))
    saved(make.statement, cast.ada, said, 2, Kind.SELF, observed_on=dt.date(2024, 1, 2))
    client.sign_in(cast.ada)

    page = client.get("/competences/self-assessment").text
    client.post("/competences/self-assessment", data=chosen(page))

    assert chosen(page) == {f"level-{said.id}": "2"}
    assert ("1 of 2 answered" in page, "Now level 3." in page) == (True, True)
    with client.application.app_context():
        assert db.session.scalar(select(func.count()).select_from(Statement)) == 2


def test_assess_says_a_faded_level_again_only_where_the_person_says_so(client, cast, saved):
    old, fresh = saved(goal, cast.ada, 2)
    saved(make.statement, cast.ada, old, 2, Kind.SELF, observed_on=dt.date(2020, 1, 2))
    saved(make.statement, cast.ada, fresh, 1, Kind.SELF, observed_on=clock.today())
    client.sign_in(cast.ada)

    page = client.get("/competences/self-assessment").text
    client.post("/competences/self-assessment", data=chosen(page) | {"again": str(old.id)})

    assert re.findall(r'name="again" value="(\d+)"', page) == [str(old.id)]
    assert "Level 2 still fits" in page
    with client.application.app_context():
        assert asking.standings(cast.ada.id)[old.id].because.observed_on == clock.today()


def test_assess_lets_a_person_repeat_a_word_that_an_old_proof_or_a_leader_outranks(client, cast, saved):
    old, other = saved(goal, cast.ada, 2)
    for competence in (old, other):
        saved(make.statement, cast.ada, competence, 1, Kind.SELF, observed_on=dt.date(2020, 1, 2))
    saved(make.statement, cast.ada, old, 3, Kind.COMPLETION, observed_on=dt.date(2020, 1, 3))
    saved(make.statement, cast.ada, other, 3, Kind.LEADER, source="Gespräch")
    client.sign_in(cast.ada)

    page = client.get("/competences/self-assessment").text
    client.post("/competences/self-assessment", data=chosen(page) | {"again": [str(old.id), str(other.id)]})

    assert page.count("I stay with level 1") == 2
    assert levels(client.application, cast.ada) == {old.id: 1, other.id: 1}


def test_assess_says_that_a_fresh_proof_holds_instead_of_letting_a_person_repeat_a_lower_word(client, cast, saved):
    (competence,) = saved(goal, cast.ada)
    saved(make.statement, cast.ada, competence, 1, Kind.SELF)
    saved(make.statement, cast.ada, competence, 3, Kind.COMPLETION, source="Kurs")

    page = client.sign_in(cast.ada).get("/competences/self-assessment").text

    assert "As long as this proof is fresh, it holds" in page
    assert "I stay with level" not in page


def test_assess_saves_itself_while_choosing_and_only_what_changed(client, cast, saved):
    changed, kept = saved(goal, cast.ada, 2)
    saved(actions.assess, cast.ada, {kept.id: 1}, on=dt.date(2026, 1, 2))

    response = client.sign_in(cast.ada).post(
        "/competences/self-assessment",
        data={f"level-{changed.id}": "2", f"level-{kept.id}": "1"},
        headers={"X-Autosave": "1"},
    )

    assert (response.status_code, response.data) == (204, b"")
    with client.application.app_context():
        because = asking.standings(cast.ada.id)[kept.id].because
        assert because.observed_on == dt.date(2026, 1, 2)
    assert levels(client.application, cast.ada) == {changed.id: 2, kept.id: 1}


def test_levels_tried_out_on_one_day_count_as_one_word(client, cast, saved):
    competence, _ = saved(goal, cast.ada, 2)
    saved(actions.assess, cast.ada, {competence.id: 1}, on=dt.date(2026, 1, 2))
    for level in (2, 3, 4, 3):
        saved(actions.assess, cast.ada, {competence.id: level}, on=dt.date(2026, 1, 5))

    page = client.sign_in(cast.ada).get(f"/competences/{competence.key}").text

    said = page[page.index('id="history"') :]
    assert (said.count(">5 Jan 2026</th>"), said.count(">2 Jan 2026</th>")) == (2, 2)


@pytest.mark.parametrize("junk", ["5", "-1", "x", "9" * 50, "2 "])
def test_assess_says_what_is_wrong_and_keeps_the_rest(client, cast, saved, junk):
    good, bad = saved(goal, cast.ada, 2)

    response = client.sign_in(cast.ada).post(
        "/competences/self-assessment", data={f"level-{good.id}": "2", f"level-{bad.id}": junk}
    )

    assert response.status_code == 422
    assert "Please choose one of the levels shown." in response.text
    assert re.search(rf'name="level-{good.id}" value="2" checked', response.text)
    assert levels(client.application, cast.ada) == {}


def test_assess_takes_no_answer_for_what_was_not_asked(client, cast, saved):
    saved(goal, cast.ada)
    other = saved(make.competence)

    client.sign_in(cast.ada).post(
        "/competences/self-assessment", data={f"level-{other.id}": "2", "person_id": cast.zoe.id, "kind": "test"}
    )

    assert levels(client.application, cast.ada) == {}
    assert levels(client.application, cast.zoe) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_assess_asks_the_database_the_same_few_questions(client, cast, saved, queries, count):
    saved(goal, cast.ada, count)
    client.sign_in(cast.ada)
    queries.clear()

    client.get("/competences/self-assessment")

    assert len(asked(queries)) == 7


@pytest.mark.parametrize("count", [1, 3])
def test_choose_goal_asks_the_same_few_questions(client, cast, saved, queries, count):
    for number in range(count):
        saved(lambda title: make.profile(title, {make.competence(): 2}), f"Profil {number}")
    client.sign_in(cast.ada)
    queries.clear()

    page = client.get("/competences/goal")

    assert page.text.count("Choose as goal") == count
    assert len(asked(queries)) <= 8


def test_choose_goal_proposes_the_profile_of_the_job(client, cast, saved):
    family = saved(make.family)
    job = saved(make.job, family=family)
    saved(make.profile, "Passend", families=(family,))
    ada = saved(make.person, "Ida Irgend", job_id=job.id)

    assert "Fits your job" in client.sign_in(ada).get("/competences/goal").text


def test_choose_goal_works_and_marks_the_goal(client, cast, saved):
    profile = saved(make.profile, "Lotsin")
    client.sign_in(cast.ada)

    response = client.post("/competences/goal", data={"profile_id": profile.id})

    assert response.location == "/competences"
    assert "Your goal" in client.get("/competences/goal").text


@pytest.mark.parametrize("junk", ["", "x", "-1", "9" * 40])
def test_choose_goal_bears_nonsense(client, cast, saved, junk):
    saved(make.profile, "Lotsin")

    assert client.sign_in(cast.ada).post("/competences/goal", data={"profile_id": junk}).status_code == 422


def test_choose_goal_says_why_not(client, cast, saved):
    profile = saved(make.profile, "Lotsin", {}, ())
    saved(retire, profile)

    response = client.sign_in(cast.ada).post("/competences/goal", data={"profile_id": profile.id})

    assert response.status_code == 422
    assert "This profile is no longer in use." in response.text


def retire(profile):
    db.session.merge(profile).retired_at = clock.now()


def test_remove_goal_keeps_what_was_said(client, cast, saved):
    (competence,) = saved(goal, cast.ada)
    saved(actions.assess, cast.ada, {competence.id: 2})

    response = client.sign_in(cast.ada).post("/competences/goal/removal", follow_redirects=True)

    assert "You have no goal at present." in response.text
    assert levels(client.application, cast.ada) == {competence.id: 2}


def test_nobody_gets_in_without_signing_in(client, cast, saved):
    (competence,) = saved(goal, cast.ada)
    for path in ("", "/self-assessment", "/goal", f"/{competence.key}"):
        assert client.get(f"/competences{path}").status_code == 303


def test_show_competences_writes_averages_in_german_with_a_comma(client, cast, saved):
    first, second, third = saved(goal, cast.ada, 3, target=2)
    saved(actions.assess, cast.ada, {first.id: 2, second.id: 2, third.id: 1})
    client.set_cookie("language", "de")

    page = client.sign_in(cast.ada).get("/competences").text

    assert "1,7 von 2" in page
    assert "1.7 von" not in page


def test_show_competences_says_more_than_the_goal_asks_for_as_level_and_goal(client, cast, saved):
    (competence,) = saved(goal, cast.ada)
    saved(actions.assess, cast.ada, {competence.id: 4})

    page = client.sign_in(cast.ada).get("/competences").text

    assert "level 4, goal 3" in page
    assert "4 of 3" not in page


def test_german_content_says_that_it_is_german_on_an_english_page(client, cast, saved):
    (competence,) = saved(goal, cast.ada)
    client.sign_in(cast.ada)

    paths = ("/competences/self-assessment", f"/competences/{competence.key}", "/competences/goal")
    pages = [client.get(path).text for path in paths]
    client.set_cookie("language", "de")
    german = client.get("/competences/self-assessment").text

    assert '<span lang="de">Ich kann Stufe 1.</span>' in pages[0]
    assert '<p class="measure" lang="de">Ich kann Stufe 1.</p>' in pages[1]
    assert '<p class="lead" lang="de">Worum es geht.</p>' in pages[1]
    assert '<div class="prose" lang="de">' in pages[2]
    assert '<span lang="de">' not in german


def test_a_course_page_says_when_nobody_has_said_anything_about_the_level(client, cast, saved):
    course = saved(leading_course)

    page = client.sign_in(cast.ada).get(f"/courses/{course.slug}").text

    assert "to level 2, you are not assessed yet" in page
    assert "you are at 0" not in page


def leading_course():
    course = make.course()
    make.outcome(course, make.competence())
    return course


def test_without_a_goal_one_model_is_assessed_at_a_time_the_first_of_all(client, cast, saved):
    general, special = saved(make.framework, "Allgemeines", position=1), saved(make.framework, "Besonderes", position=2)
    saved(make.competence, "Besonderes können", saved(make.area, framework=special))
    saved(make.competence, "Daten erheben", saved(make.area, framework=general))
    client.sign_in(cast.ada)

    first = client.get("/competences/self-assessment").text
    second = client.get(f"/competences/self-assessment?model={special.key}").text

    assert ("Daten erheben" in first, "Besonderes können" in first) == (True, False)
    assert ("Daten erheben" in second, "Besonderes können" in second) == (False, True)


def test_with_a_goal_the_whole_of_a_model_can_be_assessed_as_well(client, cast, saved):
    (wanted,) = saved(goal, cast.ada)
    saved(make.competence, "Etwas anderes", wanted.area)
    client.sign_in(cast.ada)

    of_goal = client.get("/competences/self-assessment").text
    of_model = client.get(f"/competences/self-assessment?model={wanted.area.framework.key}").text

    assert "Your goal is Lotsin." in of_goal
    assert "Your goal is Lotsin." not in of_model
    assert "Etwas anderes" not in of_goal
    assert "Etwas anderes" in of_model
