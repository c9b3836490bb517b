"""What files bring becomes an edition, and files leave alone what was published here."""

import pytest
from sqlalchemy import select

from app.courses.models import Course, CourseFile, Unit
from app.db import db
from app.files import store
from app.studio import actions, queries
from app.studio.models import Edition
from app.studio.rules import EditionState
from tests import make
from tests.content import folder
from tests.files.samples import picture

pytestmark = pytest.mark.any_database


@pytest.fixture
def content(tmp_path):
    folder.small(tmp_path)
    return tmp_path


@pytest.fixture
def sync(app, content):
    def sync():
        result = app.test_cli_runner().invoke(args=["content", "sync", str(content)])
        assert result.exit_code == 0, result.output
        return result.output

    return sync


def texts(root, slug="daten"):
    home = root / "courses" / slug
    return {path.relative_to(home).as_posix(): path.read_text(encoding="utf-8") for path in home.rglob("*.md")}


def change(app, body):
    """Somebody publishes another text of the first unit here; returns the files of that edition."""
    with app.test_request_context():
        lin, max_ = make.person("Lin"), make.person("Max")
        draft = actions.begin(queries.published("daten"), by=lin)
        part = draft.units[0]
        actions.write(part, by=lin, revision=part.revision, entries={}, body=body)
        actions.submit(draft, by=lin, note="")
        actions.publish(draft, by=max_, answer="")
        db.session.commit()
        return draft.texts


def bodies(app):
    with app.app_context():
        return list(db.session.scalars(select(Unit.body_html).order_by(Unit.position)))


def states(app):
    with app.app_context():
        rows = db.session.execute(select(Edition.number, Edition.state).order_by(Edition.number))
        return dict(rows.all())


def test_an_edition_is_the_folder_letter_by_letter_and_a_second_sync_adds_none(app, sync, content):
    sync()
    sync()

    with app.app_context():
        assert queries.published("daten").texts == texts(content)
    assert states(app) == {1: EditionState.PUBLISHED}


def test_another_file_is_another_edition(app, sync, content):
    sync()
    folder.unit(content, name="30-drei", minutes=3)
    sync()

    assert states(app) == {1: EditionState.RETIRED, 2: EditionState.PUBLISHED}


def test_what_was_published_here_stays_whatever_the_files_say(app, sync, content):
    sync()
    change(app, "Von hier.")
    folder.unit(content, name="30-drei", minutes=3)

    report = sync()

    assert bodies(app)[0] == "<p>Von hier.</p>"
    assert len(bodies(app)) == 2
    assert "courses/daten/units/30-drei.md: edited here and in the file, left alone" in report
    assert states(app) == {1: EditionState.RETIRED, 2: EditionState.PUBLISHED}


def test_once_the_files_say_the_same_they_are_the_origin_again(app, sync, content):
    sync()
    for path, text in change(app, "Von hier.").items():
        (content / "courses" / "daten" / path).write_text(text, encoding="utf-8")

    assert "edited here" not in sync()
    folder.unit(content, name="10-eins", body="Aus der Datei.\n")
    sync()

    assert bodies(app)[0] == "<p>Aus der Datei.</p>"
    with app.app_context():
        assert db.session.scalars(select(Course)).one().edited_at is None
    assert states(app)[3] is EditionState.PUBLISHED


def test_files_of_the_folder_belong_to_their_edition_and_those_of_an_edition_made_here_stay(app, sync, content):
    weg = content / "courses/daten/files/weg.png"
    weg.parent.mkdir()
    weg.write_bytes(picture("PNG"))
    folder.unit(content, name="10-eins", body="![Ein Weg](files/weg.png)\n")
    sync()
    weg.write_bytes(picture("PNG", (4, 3)))
    sync()

    assert states(app) == {1: EditionState.RETIRED, 2: EditionState.PUBLISHED}
    with app.app_context():
        first, second = (queries.edition_of("daten", number).files for number in (1, 2))
        assert first[0].digest != second[0].digest
        assert [store.path_of(files[0].stored_as).exists() for files in (first, second)] == [True, True]
        shown = second[0].digest
    change(app, "![Von hier](files/weg.png)")
    weg.unlink()
    folder.unit(content, name="10-eins")
    sync()

    with app.app_context():
        assert db.session.scalars(select(CourseFile.digest)).all() == [shown]
    assert "/courses/daten/files/weg.png?v=" in bodies(app)[0]


def test_where_the_files_say_something_else_the_course_says_so_and_takes_them_as_a_draft(
    app, sync, content, client, cast, monkeypatch
):
    monkeypatch.setitem(app.config, "CONTENT_FOLDER", content)
    client.set_cookie("language", "en")
    hr, notice = client.sign_in(cast.lin), "The files in the content folder say something else"
    sync()
    assert notice not in hr.get("/studio/courses/daten").text
    change(app, "Von hier.")
    page = hr.get("/studio/courses/daten").text
    assert (notice in page, "The files in the content folder say what was there before." in page) == (False, True)
    folder.unit(content, name="10-eins", body="Aus der Datei.\n")
    weg = content / "courses/daten/files/weg.png"
    weg.parent.mkdir()
    weg.write_bytes(picture("PNG"))

    assert notice in hr.get("/studio/courses/daten").text
    page = hr.get("/studio/courses/daten/folder").text
    assert all(words in page for words in ("Aus der Datei.", "weg.png", "Take the files as a draft"))
    assert hr.post("/studio/courses/daten/folder").status_code == 303
    with app.app_context():
        draft = queries.open_edition("daten")
        assert (draft.texts, list(draft.marks)) == (texts(content), ["weg.png"])
        assert queries.published("daten").number == 2
    assert notice not in hr.get("/studio/courses/daten").text
    assert hr.post("/studio/courses/daten/folder").status_code == 409
    with app.test_request_context():
        draft = queries.open_edition("daten")
        actions.submit(draft, by=draft.author, note="")
        actions.publish(draft, by=make.person(), answer="")
        db.session.commit()

    assert "edited here" not in sync()
    assert bodies(app)[0] == "<p>Aus der Datei.</p>"
