"""The progress of long work in the browser."""

import pytest

from app.tasks import actions
from app.tasks.rules import Stage


@pytest.fixture
def task(saved, cast):
    def task(stage=Stage.RUNNING, **columns):
        def fill():
            row = actions.queue("count", cast.ada)
            row.stage = stage
            for name, value in columns.items():
                setattr(row, name, value)
            return row

        return saved(fill)

    return task


@pytest.fixture
def english(client):
    client.set_cookie("language", "en")
    return client


def test_show_task_says_how_far_it_is_and_looks_again(english, cast, task):
    row = task(done_steps=2, all_steps=5)

    page = english.sign_in(cast.ada).get(f"/tasks/{row.id}").text

    assert "2 of 5 steps" in page
    assert 'data-hx-trigger="every 2s"' in page
    assert "Show how far it is now" in page


def test_show_task_leads_back_to_where_it_was_started_and_nowhere_else(english, cast, task):
    row = task()
    english.sign_in(cast.ada)

    assert 'href="/studio/plan-templates/3"' in english.get(f"/tasks/{row.id}?back=/studio/plan-templates/3").text
    assert 'href="https://evil.example"' not in english.get(f"/tasks/{row.id}?back=https://evil.example").text


def test_show_task_answers_an_enhanced_request_with_the_progress_alone(english, cast, task):
    row = task()

    response = english.sign_in(cast.ada).get(f"/tasks/{row.id}", headers={"HX-Request": "true"})

    assert response.text.strip().startswith('<div id="task"')


def test_show_task_stops_looking_when_the_work_is_done(english, cast, task):
    row = task(Stage.DONE)

    page = english.sign_in(cast.ada).get(f"/tasks/{row.id}").text

    assert "The work is done." in page
    assert "every 2s" not in page


def test_show_task_says_why_the_work_failed(english, cast, task):
    row = task(Stage.FAILED, trouble="There is nothing to count.")

    assert "There is nothing to count." in english.sign_in(cast.ada).get(f"/tasks/{row.id}").text


def test_show_task_says_what_to_do_where_nobody_knows_why(english, cast, task):
    row = task(Stage.FAILED)

    assert "Please start it once more" in english.sign_in(cast.ada).get(f"/tasks/{row.id}").text


def test_zoe_does_not_learn_that_adas_task_exists(client, cast, task):
    row = task()

    client.sign_in(cast.zoe)

    assert client.get(f"/tasks/{row.id}").status_code == 404


def test_show_task_asks_the_database_a_few_questions(client, cast, task, queries):
    row = task()
    client.sign_in(cast.ada)
    queries.clear()

    client.get(f"/tasks/{row.id}")

    assert len([statement for statement in queries if statement.startswith("SELECT")]) == 2
