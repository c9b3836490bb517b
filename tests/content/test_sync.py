"""`flask content sync` and `flask content check`."""

import pytest
from sqlalchemy import func, select

import config
from app.competences.models import Competence
from app.courses.models import Course, Unit
from app.db import db
from app.events.models import Event
from app.pages.models import StaticPage
from tests.content import folder

CONTENT = config.ROOT / "content"


def files(pattern):
    return len(list(CONTENT.glob(pattern)))


@pytest.fixture
def run(app):
    return lambda *words: app.test_cli_runner().invoke(args=["content", *map(str, words)])


@pytest.fixture
def count(app):
    def count(model):
        with app.app_context():
            return db.session.scalar(select(func.count()).select_from(model))

    return count


def test_the_content_of_the_house_is_taken_over_and_a_second_time_changes_nothing(run, count):
    first, second = run("sync"), run("sync")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert (count(Course), count(Unit)) == (files("courses/*/course.md"), files("courses/*/units/*.md"))
    assert count(StaticPage) == files("pages/*/*.md")
    assert ("added" in first.output, "added" in second.output, "updated" in second.output) == (True, False, False)


def test_check_names_nothing_where_all_is_well_and_changes_nothing(run, count):
    result = run("check", CONTENT)

    assert (result.exit_code, result.output) == (0, "All files can be taken over.\n")
    assert count(Course) == 0


@pytest.mark.parametrize("command", ["check", "sync"])
def test_one_bad_file_is_named_and_nothing_at_all_is_changed(run, count, tmp_path, command):
    folder.small(tmp_path)
    folder.course(tmp_path, "zweiter", title=None)

    result = run(command, tmp_path)

    assert result.exit_code == 1
    assert "courses/zweiter/course.md:1: title is missing or not a text" in result.stderr
    assert (count(Course), count(Competence)) == (0, 0)


@pytest.mark.parametrize("command", ["check", "sync"])
def test_a_bad_event_is_named_though_only_the_demo_plans_events(run, count, tmp_path, command):
    folder.small(tmp_path)
    folder.event(tmp_path, title=None)

    result = run(command, tmp_path)

    assert result.exit_code == 1
    assert "events/cafe.md:1: title is missing or not a text" in result.stderr
    assert count(Course) == 0


def test_a_good_event_is_read_and_not_planned(run, count, tmp_path):
    folder.event(folder.small(tmp_path))

    assert (run("sync", tmp_path).exit_code, count(Course), count(Event)) == (0, 1, 0)


@pytest.mark.parametrize("command", ["check", "sync"])
def test_links_to_what_no_file_holds_are_named_in_courses_units_pages_and_events(run, count, tmp_path, command):
    folder.small(tmp_path)
    folder.course(tmp_path, "zweiter", format="seminar", effort_minutes=60, body="[a](/courses/nowhere)\n")
    folder.unit(tmp_path, name="20-zwei", body="\n[a](/courses/daten/units/nowhere)\n")
    folder.page(tmp_path, body="Hilfe.\n\n[a](/pages/nowhere)\n")
    folder.event(tmp_path, body="[a](/pages/nowhere)\n")

    result = run(command, tmp_path)

    assert result.stderr.splitlines() == [
        "courses/daten/units/20-zwei.md:7: there is no unit nowhere in the course daten",
        "courses/zweiter/course.md:19: there is no course nowhere",
        "events/cafe.md:13: there is no page nowhere",
        "pages/de/help.md:6: there is no page nowhere",
        "4 problems; nothing was changed.",
    ]
    assert count(Course) == 0


def test_links_to_courses_units_and_pages_of_the_same_folder_are_fine(run, tmp_path):
    body = "[a](/courses/daten), [b](/courses/daten/units/daten-10-eins), [c](/pages/help)\n"
    folder.small(tmp_path)
    folder.unit(tmp_path, name="20-zwei", body=body)
    folder.page(tmp_path, body=body)
    folder.event(tmp_path, body=body)

    assert run("check", tmp_path).output == "All files can be taken over.\n"


def test_courses_may_refer_to_competences_of_the_same_folder(run, count, tmp_path):
    result = run("sync", folder.small(tmp_path))

    assert (result.exit_code, count(Course), count(Unit), count(Competence)) == (0, 1, 2, 1)


def test_a_folder_without_courses_is_refused_so_that_a_typing_error_retires_nothing(run, count, tmp_path):
    run("sync", folder.small(tmp_path / "good"))
    empty = tmp_path / "empty"
    empty.mkdir()

    result = run("sync", empty)

    assert result.exit_code == 1
    assert "is it the content folder?" in result.stderr
    assert count(Course) == 1


def test_what_was_edited_here_is_named(run, app, tmp_path):
    run("sync", folder.small(tmp_path))
    with app.app_context():
        course = db.session.scalars(select(Course)).one()
        course.title, course.edited_at = "Von Hand", course.published_at
        db.session.commit()
    folder.course(tmp_path, title="Aus der Datei")

    result = run("sync", tmp_path)

    assert "courses/daten/course.md: edited here and in the file, left alone" in result.output
    with app.app_context():
        assert db.session.scalars(select(Course.title)).one() == "Von Hand"


@pytest.mark.parametrize("command", ["check", "sync"])
def test_what_shuts_people_out_is_said_in_german_and_nothing_is_changed(run, count, tmp_path, command):
    folder.page(folder.small(tmp_path), body="Mehr dazu [hier](/courses).\n")

    result = run(command, tmp_path)

    assert result.exit_code == 1
    assert "pages/de/help.md:4: Fehler (link): „hier“ sagt nicht, wohin der Link führt." in result.stderr
    assert count(Course) == 0


def test_check_names_hints_only_for_what_was_asked_and_they_keep_nothing_from_being_taken_over(run, tmp_path):
    folder.page(folder.small(tmp_path), body="Zwei  Leerzeichen.\n")
    page, courses = tmp_path / "pages" / "de" / "help.md", tmp_path / "courses"

    asked, others = run("check", page), run("check", courses / "daten", courses / "daten" / "course.md")

    assert (asked.exit_code, others.exit_code, run("sync", tmp_path).exit_code) == (0, 0, 0)
    assert "pages/de/help.md:4: Hinweis (space): Hier stehen zwei Leerzeichen nacheinander" in asked.output
    assert others.output == "All files can be taken over.\n"
