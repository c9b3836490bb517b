"""Files become courses and units; nobody loses progress, and files that are gone are retired."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.content.origin import Verdict
from app.courses import library, queries
from app.courses.models import Course, Unit, UnitProgress
from app.courses.rules import Format, Topic
from app.db import db
from tests import make
from tests.content import folder

EXTERNAL = {"format": "external", "effort_minutes": 5, "provider": "KI-Campus"}
LEVELS = {"data-collect": 4, "data-manage": 4}


@pytest.fixture
def root(tmp_path):
    folder.course(tmp_path)
    folder.unit(tmp_path, name="10-eins", minutes=5, check=folder.GOOD_CHECK)
    folder.unit(tmp_path, name="20-zwei", minutes=7)
    return tmp_path


@pytest.fixture
def sync(context, root):
    for key in LEVELS:
        make.competence(f"Kompetenz {key}").key = key
    db.session.flush()

    def sync():
        reading, problems = library.read(root, LEVELS)
        assert problems == []
        report = library.apply(reading, clock.now())
        db.session.expire_all()
        return report

    return sync


def one_course(slug="daten") -> Course:
    return db.session.scalars(select(Course).where(Course.slug == slug)).one()


def unit_titles(slug="daten") -> list[str]:
    return [unit.title for unit in one_course(slug).units]


def test_a_course_and_its_units_are_added_in_the_order_of_their_files(sync, root):
    folder.unit(root, name="05-null", title="Zuerst")

    report = sync()

    course = one_course()
    assert report.counts == {Verdict.ADD: 4}
    assert (course.title, course.format, course.topic) == ("Daten verstehen", Format.SELF_PACED, Topic.DATA)
    assert course.effort_minutes == 5 + 5 + 7
    assert unit_titles() == ["Zuerst", "Einheit", "Einheit"]
    assert [(o.competence.key, o.from_level, o.to_level) for o in course.outcomes] == [("data-collect", 0, 2)]
    assert course.units[0].body_html == "<p>Ein Text.</p>"
    assert course.units[1].check[0]["answers"][0] == {"text": "Dies", "correct": True, "because": "So ist es."}


def test_a_second_sync_changes_nothing(sync):
    sync()

    report = sync()

    assert (report.counts, report.has_changes) == ({Verdict.SAME: 3}, False)


def test_a_course_is_found_by_its_competences_areas_and_topic(sync):
    sync()

    assert "kompetenz data collect" in one_course().search_text
    assert one_course().search_title == "daten verstehen"


@pytest.fixture
def learner(sync):
    """Somebody who has finished the first unit."""
    sync()
    ada = make.person("Ada Ahrens")
    first = db.session.scalars(select(Unit).where(Unit.key == "daten-10-eins")).one()
    db.session.add(UnitProgress(person_id=ada.id, unit_id=first.id, done_at=clock.now()))
    db.session.flush()
    return ada


def done(person, slug="daten") -> list[str]:
    return [step.key for step in queries.steps_of(one_course(slug).id, person.id) if step.is_done]


def test_progress_survives_a_new_text_and_a_new_title(sync, root, learner):
    folder.unit(root, name="10-eins", title="Neu", body="Neuer Text.\n")

    report = sync()

    assert report.counts == {Verdict.UPDATE: 1, Verdict.SAME: 2}
    assert (unit_titles()[0], done(learner)) == ("Neu", ["daten-10-eins"])


def test_progress_survives_a_new_name_of_the_file_and_a_new_place_in_the_order(sync, root, learner):
    units = root / "courses/daten/units"
    (units / "10-eins.md").rename(units / "30-eins.md")

    report = sync()

    assert report.counts[Verdict.UPDATE] == 2
    assert [unit.key for unit in one_course().units] == ["daten-20-zwei", "daten-10-eins"]
    assert done(learner) == ["daten-10-eins"]


def test_progress_survives_when_two_files_swap_their_names(sync, root, learner):
    units = root / "courses/daten/units"
    (units / "10-eins.md").rename(units / "temporary")
    (units / "20-zwei.md").rename(units / "10-eins.md")
    (units / "temporary").rename(units / "20-zwei.md")

    sync()

    assert [unit.key for unit in one_course().units] == ["daten-20-zwei", "daten-10-eins"]
    assert done(learner) == ["daten-10-eins"]


def test_progress_survives_when_a_unit_moves_to_another_course(sync, root, learner):
    folder.course(root, "andere")
    (root / "courses/andere/units").mkdir()
    (root / "courses/daten/units/10-eins.md").rename(root / "courses/andere/units/10-eins.md")

    sync()

    assert done(learner, "andere") == ["daten-10-eins"]
    assert (one_course("andere").effort_minutes, one_course("daten").effort_minutes) == (5, 7)


def test_what_is_gone_is_retired_and_comes_back_with_its_progress(sync, root, learner):
    file = root / "courses/daten/units/10-eins.md"
    text = file.read_text(encoding="utf-8")
    file.unlink()

    gone = sync()

    assert (gone.counts[Verdict.RETIRE], done(learner)) == (1, [])

    file.write_text(text, encoding="utf-8")
    sync()

    assert done(learner) == ["daten-10-eins"]


def test_a_course_that_is_gone_is_retired_with_its_units_and_never_deleted(sync, root):
    folder.course(root, "bleibt")
    folder.unit(root, "bleibt")
    sync()
    for file in (root / "courses/daten").rglob("*.md"):
        file.unlink()

    report = sync()

    course = one_course()
    assert (report.counts[Verdict.RETIRE], course.is_offered, course.units) == (3, False, [])
    assert one_course("bleibt").is_offered


def test_a_course_edited_here_is_left_alone_and_named(sync, root):
    sync()
    course = one_course()
    course.title, course.edited_at = "Von Hand", clock.now()
    db.session.flush()
    folder.course(root, title="Aus der Datei")

    report = sync()

    assert one_course().title == "Von Hand"
    assert report.left_alone == ["courses/daten/course.md: edited here and in the file, left alone"]


def test_a_course_edited_here_is_not_retired_when_its_file_goes(sync, root):
    folder.course(root, "bleibt")
    folder.unit(root, "bleibt")
    sync()
    one_course().edited_at = clock.now()
    db.session.flush()
    (root / "courses/daten/course.md").unlink()
    for file in (root / "courses/daten/units").glob("*.md"):
        file.unlink()

    report = sync()

    assert one_course().retired_at is None
    assert report.left_alone == ["courses/daten/course.md: edited here, left alone"]


def test_outcomes_and_prerequisites_follow_the_file(sync, root):
    folder.course(root, "zuerst")
    folder.unit(root, "zuerst")
    folder.course(root, prerequisites=["zuerst"])
    sync()
    assert [course.slug for course in one_course().prerequisites] == ["zuerst"]

    folder.course(
        root,
        outcomes=[
            {"competence": "data-manage", "from": 1, "to": 3},
            {"competence": "data-collect", "from": 1, "to": 4},
        ],
    )
    sync()

    course = one_course()
    assert course.prerequisites == []
    assert {o.competence.key: (o.from_level, o.to_level) for o in course.outcomes} == {
        "data-manage": (1, 3),
        "data-collect": (1, 4),
    }


def test_what_a_test_proves_follows_the_file(sync, root):
    for levels in ({"data-collect": 1}, {"data-collect": 2, "data-manage": 1}, {}):
        proves = [{"competence": key, "level": level} for key, level in levels.items()]
        folder.unit(root, name="10-eins", check=folder.GOOD_CHECK, proves=proves)
        sync()

        unit = one_course().units[0]
        assert {one.competence.key: one.level for one in unit.proofs} == levels


def test_the_day_of_publishing_stays(sync, root):
    sync()
    published = one_course().published_at
    folder.course(root, title="Neu")

    reading, _ = library.read(root, LEVELS)
    library.apply(reading, clock.now() + dt.timedelta(days=10))

    assert one_course().published_at == published
