"""Files become courses and units; nobody loses progress, and bad files change nothing."""

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

EXTERNAL = {"format": "external", "effort_minutes": 5}
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


def test_the_day_of_publishing_stays(sync, root):
    sync()
    published = one_course().published_at
    folder.course(root, title="Neu")

    reading, _ = library.read(root, LEVELS)
    library.apply(reading, clock.now() + dt.timedelta(days=10))

    assert one_course().published_at == published


def outcomes(*named: tuple[str, int, int]) -> dict[str, object]:
    return {"outcomes": [{"competence": key, "from": low, "to": high} for key, low, high in named]}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"title": None}, "1: title is missing or not a text"),
        ({"format": "talk"}, "3: format must be one of: self-paced, seminar, external"),
        ({"topic": "cooking"}, "4: topic must be one of: "),
        ({"language": "fr"}, "5: language must be one of: de, en"),
        ({"summary": "x" * 500}, "6: summary is longer than 400 characters"),
        ({"abilities": []}, "7: abilities must name 1 to 8 things"),
        ({"outcomes": [{"competence": "data-collect", "from": 0}]}, "11: to must be a whole number from 1 to 9"),
        (outcomes(("cooking", 0, 1)), "11: there is no competence cooking"),
        (outcomes(("data-collect", 2, 2)), "13: the outcome must lead upwards"),
        (outcomes(("data-collect", 0, 5)), "13: the scale of data-collect ends at 4"),
        (outcomes(("data-collect", 0, 1), ("data-collect", 1, 2)), "14: data-collect is named twice"),
        ({"prerequisites": ["nowhere"]}, "15: there is no course nowhere"),
        ({"prerequisites": ["daten"]}, "15: the prerequisites lead in a circle: daten → daten"),
        ({"effort_minutes": 20}, "15: effort_minutes of a self-paced course is the sum of its units"),
        ({"prerequisite": ["x"]}, "16: prerequisite is not known here"),
        (EXTERNAL, "1: link is missing"),
        (EXTERNAL | {"link": "http://a.example"}, "16: link must be an address that begins with https://"),
        (EXTERNAL | {"link": "javascript:alert(1)"}, "16: link must be an address that begins with https://"),
        ({"format": "seminar", "effort_minutes": 5}, "3: only self-paced courses have units"),
        ({"format": "seminar"}, "1: effort_minutes must be a whole number from 1 to 60000"),
        ({"body": "  \n"}, "1: the text below the front matter is missing"),
    ],
)
def test_a_bad_course_is_named_with_its_line(root, change, expected):
    folder.course(root, **change)

    found = [str(problem) for problem in library.read(root, LEVELS)[1]]

    assert [sentence for sentence in found if sentence.startswith(f"courses/daten/course.md:{expected}")] != []


def check(kind: str, *right: bool, **other: object) -> dict[str, object]:
    answers = [{"text": "a", "correct": is_right, "because": "darum"} | other for is_right in right]
    return {"check": [{"question": "?", "kind": kind, "answers": answers}]}


ONE_RIGHT = "a single question needs exactly one answer with `correct: true`"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"key": "Ganz Falsch"}, "2: id must be lower-case letters, digits and hyphens"),
        ({"id": None}, "1: id is missing or not a text"),
        ({"minutes": 2}, "4: minutes must be a whole number from 3 to 20"),
        ({"minutes": "5"}, "4: minutes must be a whole number from 3 to 20"),
        ({"minutes": 21}, "4: minutes must be a whole number from 3 to 20"),
        (check("single", False, False), f"6: {ONE_RIGHT}, this one has 0"),
        (check("single", True, True), f"6: {ONE_RIGHT}, this one has 2"),
        (check("single", True), "6: a question needs at least one answer that is not right"),
        (check("multiple", False, False), "6: a multiple question needs at least one answer"),
        (check("guess", True, False), "7: kind must be one of: single, multiple"),
        (check("single", True, False, because=None), "11: because is missing or not a text"),
        ({"check": "yes"}, "5: check must be a list of at most 40 entries"),
        ({"check": ["yes"]}, "6: a list of `name: value` lines is expected here"),
        ({"colour": "blue"}, "5: colour is not known here"),
        ({"body": "# " + "x" * 300_000}, "1: the file is larger than 256 KiB; split it"),
    ],
)
def test_a_bad_unit_is_named_with_its_line(root, change, expected):
    folder.unit(root, name="10-eins", **change)

    found = [str(problem) for problem in library.read(root, LEVELS)[1]]

    assert [sentence for sentence in found if sentence.startswith(f"courses/daten/units/10-eins.md:{expected}")] != []


def test_files_that_do_not_fit_together_are_named(root):
    folder.course(root, "andere", prerequisites=["daten"])
    folder.course(root, prerequisites=["andere"])
    folder.unit(root, "andere", name="10-doppelt", key="daten-10-eins")
    folder.unit(root, "verwaist")
    folder.course(root, "Leer")

    assert [str(found) for found in library.read(root, LEVELS)[1]] == [
        "courses/Leer/course.md:1: the folder's name must be lower-case letters, digits and hyphens, 80 at most",
        "courses/Leer/course.md:3: a self-paced course needs units in a folder units/",
        "courses/andere/course.md:15: the prerequisites lead in a circle: andere → daten → andere",
        "courses/daten/units/10-eins.md:2: the id daten-10-eins is taken already by courses/andere/units/10-doppelt.md",
        "courses/verwaist/course.md:1: the file is missing; the folder has units but no course",
    ]


def test_text_nested_beyond_reason_is_named_and_not_a_crash(root):
    folder.unit(root, name="10-eins", body=">" * 50_000 + " x\n")

    found = [str(problem) for problem in library.read(root, LEVELS)[1]]

    assert found in ([], ["courses/daten/units/10-eins.md:1: the text is too long or nested too deeply"])
