"""Packs: courses go out as a ZIP of their files and come back as drafts, or nothing does."""

import io
import re
import struct
import zipfile

import pytest
from sqlalchemy import select
from werkzeug.datastructures import FileStorage

from app.content.source import plain
from app.courses.models import Unit
from app.db import db
from app.errors import Refused
from app.files.unpacking import unpack
from app.studio import queries
from app.studio.models import Edition
from app.studio.rules import EditionState, belongs
from app.text.language import speaking
from tests import make
from tests.content import folder
from tests.files.samples import archive_that_lies, archive_with_link, picture

ANYTHING = "courses/daten/course.md"


@pytest.fixture
def hr(client, cast):
    client.set_cookie("language", "en")
    return client.sign_in(cast.lin)


@pytest.fixture
def content(tmp_path):
    folder.small(tmp_path)
    files = tmp_path / "courses/daten/files"
    files.mkdir()
    (files / "weg.png").write_bytes(picture("PNG"))
    folder.unit(tmp_path, name="10-eins", body="![Ein Weg](files/weg.png)\n")
    return tmp_path


@pytest.fixture
def synced(app, content, hr):
    result = app.test_cli_runner().invoke(args=["content", "sync", str(content)])
    assert result.exit_code == 0, result.output
    return content


def packed(entries):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


def entries_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def hand_in(client, content):
    return client.post("/studio/packs/new", data={"file": FileStorage(io.BytesIO(content), filename="kurse.zip")})


def look(client, content):
    """The page that says what is in it, and its address."""
    answer = hand_in(client, content)
    assert answer.status_code == 303, answer.text
    return client.get(answer.location).text, answer.location


def take(client, address):
    return client.post("/studio/packs", data={"pack": address.rpartition("/")[2]})


def said(page):
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def drafts():
    return db.session.scalars(select(Edition).where(Edition.state == EditionState.DRAFT)).all()


@pytest.mark.any_database
def test_courses_go_out_as_their_files_and_are_then_nothing_new(hr, synced):
    sent = hr.get("/studio/packs/courses.zip?course=daten")
    assert (sent.mimetype, sent.headers["Content-Disposition"]) == ("application/zip", "attachment; filename=daten.zip")

    entries, home = entries_of(sent.data), synced / "courses/daten"
    texts = {name: text.decode() for name, text in entries.items() if name.endswith(".md")}
    assert texts == {
        f"courses/daten/{path.relative_to(home).as_posix()}": plain(path.read_text(encoding="utf-8"))
        for path in home.rglob("*.md")
    }
    assert "courses/daten/files/weg.png" in entries
    page, address = look(hr, sent.data)
    assert "0 new 0 changed 1 unchanged" in said(page)
    assert "There is nothing to take over" in page
    assert hr.get("/studio/packs/courses.zip?all=1").data == sent.data
    assert hr.get("/studio/packs/courses.zip").status_code == 409
    assert take(hr, address).status_code == 303
    assert hr.get(address).status_code == 404


@pytest.mark.any_database
def test_out_wiped_and_in_again_is_the_same_bytes_as_a_draft_that_somebody_else_publishes(hr, synced, app):
    sent = hr.get("/studio/packs/courses.zip?all=1").data
    with app.app_context():
        for edition in db.session.scalars(select(Edition)).all():
            db.session.delete(edition)
        db.session.commit()

    page, address = look(hr, sent)
    assert "1 new 0 changed 0 unchanged" in said(page)
    with app.app_context():
        assert drafts() == []
        before = db.session.execute(select(Unit.id, Unit.key, Unit.body_html)).all()
    assert take(hr, address).location.endswith("/studio/courses/daten")
    with app.app_context():
        (draft,) = drafts()
        assert (draft.problem_count, draft.author.id) == (0, draft.author_id)
        assert db.session.execute(select(Unit.id, Unit.key, Unit.body_html)).all() == before
        number = draft.id
    assert hr.get(f"/studio/editions/{number}/pack").data == sent


@pytest.mark.any_database
def test_a_changed_course_becomes_a_draft_of_what_is_shown_and_one_that_is_written_in_is_left_alone(hr, synced, app):
    folder.unit(synced, name="10-eins", body="Anders.\n")
    (synced / "courses/daten/files/weg.png").write_bytes(picture("PNG", (4, 3)))
    folder.course(synced, slug="neu", prerequisites=["daten"])
    folder.unit(synced, "neu", name="10-eins")
    files = {path.relative_to(synced).as_posix(): path.read_bytes() for path in (synced / "courses").rglob("*.*")}

    page, address = look(hr, packed(files))
    assert "1 new 1 changed 0 unchanged" in said(page)
    assert "2 files are different from edition 1" in page
    assert "Take over 2 courses as drafts" in page
    assert take(hr, address).location.endswith("/studio/courses?state=draft")
    with app.app_context():
        assert {(one.slug, one.number, one.base) for one in drafts()} == {("daten", 2, 1), ("neu", 1, None)}
        assert queries.published("daten").number == 1

    page, address = look(hr, packed(files | {"courses/neu/course.md": files["courses/daten/course.md"]}))
    assert "0 new 0 changed 1 unchanged 1 left alone" in said(page) or "2 left alone" in said(page)
    take(hr, address)
    with app.app_context():
        assert len(drafts()) == 2


def test_what_is_unfinished_is_not_passed_on_with_others_and_stops_nothing_where_it_stays_as_it_is(hr, synced, saved):
    unfinished = saved(
        lambda: make.edition("halb", title="Halb fertig", problem_count=1, units=["---\ntitle: X\n---\n"])
    )
    assert "Halb fertig" not in hr.get("/studio/packs").text
    assert not [name for name in entries_of(hr.get("/studio/packs/courses.zip?all=1").data) if "halb" in name]

    page, _address = look(hr, hr.get(f"/studio/editions/{unfinished.id}/pack").data)
    assert "0 new 0 changed 1 unchanged" in said(page)
    assert "What is wrong" not in page


def test_every_problem_is_named_with_its_place_and_nothing_is_taken_over(hr, synced, app):
    home = "courses/neu"
    text = (synced / "courses/daten/course.md").read_bytes()
    pack = packed(
        {
            f"{home}/course.md": text.replace(b"format: self-paced", b"format: talk"),
            f"{home}/units/10-eins.md": (synced / "courses/daten/units/10-eins.md").read_bytes(),
            f"{home}/files/weg.svg": b"<svg/>",
            "courses/leer/files/weg.png": picture("PNG"),
            "competences/x.md": b"x",
            "README.txt": b"x",
        }
    )
    page, address = look(hr, pack)

    for sentence, place in (
        ("Format must be one of: self-paced, seminar, external", f"{home}/course.md, line 3"),
        ("The id daten-10-eins is taken already by courses/daten", f"{home}/units/10-eins.md, line 2"),
        ("There is no file weg.png in the folder files/ of the course", f"{home}/units/10-eins.md, line 6"),
        ("Files that end in .svg are not taken", f"{home}/files/weg.svg, line 1"),
        ("The file is missing; the folder has files but no course", "courses/leer/course.md, line 1"),
        ("This does not belong in a pack", "README.txt, line 1"),
        ("This does not belong in a pack", "competences/x.md, line 1"),
    ):
        assert (sentence in page, place in page) == (True, True), (sentence, place)
    assert "Take over" not in page
    assert take(hr, address).status_code == 409
    with app.app_context():
        assert drafts() == []


def bomb(size=70 * 1024 * 1024):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(ANYTHING, b"a" * size)
    return made.getvalue()


def many(count=2001):
    return packed({f"courses/daten/units/{n}.md": b"" for n in range(count)})


def long_list():
    """An end that speaks of a million entries."""
    whole = packed({ANYTHING: b"x"})
    return whole[:-22] + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60000, 60000, 2**30, 0, 0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This is no ZIP file"),
        (b"kein ZIP" * 9, "This is no ZIP file"),
        (packed({ANYTHING: b"x"})[:-1], "This is no ZIP file"),
        (packed({ANYTHING: b"x"}) + b"x", "This is no ZIP file"),
        (bomb(), "The ZIP holds far too much"),
        (many(), "The ZIP holds more than 2000 files."),
        (long_list(), "The ZIP holds more than 2000 files."),
        (packed({"../course.md": b"x"}), "leads to strange places"),
        (packed({"/etc/passwd": b"x"}), "leads to strange places"),
        (packed({"C:\\course.md": b"x"}), "leads to strange places"),
        (packed({ANYTHING: b"x", "courses/DATEN/course.md": b"x"}), "leads to strange places"),
        (archive_with_link(), "leads to strange places"),
        (archive_that_lies(), "This is no ZIP file"),
    ],
)
def test_a_zip_that_is_a_trap_is_refused_and_nothing_of_it_is_written(context, tmp_path, content, sentence):
    archive, out = tmp_path / "kurse.zip", tmp_path / "out"
    archive.write_bytes(content)

    with speaking("en"), pytest.raises(Refused, match=re.escape(sentence)):
        unpack(archive, out, lambda _: True)

    assert sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) <= 100


@pytest.mark.parametrize(
    ("name", "is_fine"),
    [
        ("courses/daten/course.md", True),
        ("courses/daten/units/10-eins.md", True),
        ("courses/daten/units/10 Übersicht.md", True),
        ("courses/daten/files/weg.png", True),
        ("courses/daten/units/tief/10-eins.md", False),
        ("courses/daten/units/.md", False),
        ("courses/daten/units/a\nb.md", False),
        ("courses/Daten/course.md", False),
        ("courses/daten/kurs.md", False),
        ("content/courses/daten/course.md", False),
        ("courses/daten/files/../../x", False),
        ("__MACOSX/courses/daten/course.md", False),
    ],
)
def test_a_pack_holds_what_lies_below_content_and_nothing_else(name, is_fine):
    assert belongs(name) is is_fine


def test_a_bad_zip_is_named_at_its_field_and_a_pack_is_for_whoever_sent_it(hr, synced, cast, client):
    answer = hand_in(hr, b"kein ZIP" * 9)
    assert (answer.status_code, "This is no ZIP file that Lotse can read." in answer.text) == (422, True)
    assert "Please choose a ZIP file." in hr.post("/studio/packs/new").text
    address = hand_in(hr, hr.get("/studio/packs/courses.zip?all=1").data).location

    assert hr.get(address).status_code == 200
    assert hr.get("/studio/packs/geraten").status_code == 404
    assert take(hr, "/geraten").status_code == 404
    assert client.sign_in(cast.max).get(address).status_code in (403, 404)


def test_pages_of_packs_ask_as_little_for_many_courses_as_for_one(hr, saved, queries, tmp_path):
    def asked():
        content = hr.get("/studio/packs/courses.zip?all=1").data
        address = hand_in(hr, content).location
        found = []
        for path in ("/studio/packs", "/studio/packs/courses.zip?all=1", address):
            queries.clear()
            assert hr.get(path).status_code == 200
            found.append(len([one for one in queries if not one.startswith("BEGIN")]))
        return found

    saved(lambda: make.edition("eins"))
    few = asked()
    for name in ("zwei", "drei", "vier"):
        saved(make.edition, name)

    assert asked() == few
    assert max(few) <= 12
