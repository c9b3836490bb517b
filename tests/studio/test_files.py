"""Files beside the texts of a draft: added and judged, inserted, replaced, removed; each edition keeps its own."""

import io

import pytest
from sqlalchemy import select
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from app.courses.models import Course, CourseFile
from app.db import db
from app.files import store
from app.studio import actions
from app.studio import queries as studio
from app.studio.models import Edition, EditionFile
from app.studio.rules import changed_files, file_name, line_for, mentions, words_in
from app.text.media import Shape
from tests import make
from tests.courses.examples import MOST_STATEMENTS, statements
from tests.courses.test_files import CAPTIONS, FILM
from tests.files.samples import PDF, SVG, picture, picture_of_a_place

WORDS = "Ein Weg mit drei Stationen"
LINE = f"![{WORDS}](files/weg.jpg)"


@pytest.fixture
def hr(client, cast):
    client.set_cookie("language", "en")
    return client.sign_in(cast.lin)


@pytest.fixture
def edition(saved, cast):
    return saved(lambda: make.edition(author=cast.lin))


@pytest.fixture
def marks(app):
    """`marks()`: the digests of the latest edition's files by name."""

    def marks():
        with app.app_context():
            latest = db.session.scalars(select(Edition).order_by(Edition.number.desc())).first()
            return latest.marks

    return marks


def add(client, edition, name="Weg.jpg", content=None, words=WORDS, captions=None):
    form = {"words": words, "file": sent(picture_of_a_place() if content is None else content, name)}
    form |= {"captions": sent(captions, "Untertitel.vtt")} if captions else {}
    return send(client, f"/studio/editions/{edition.id}/files/new", form)


def sent(content, name):
    return FileStorage(io.BytesIO(content), filename=name)


def send(client, path, form):
    """Put together here, since the client leaves large files open."""
    boundary, body = encode_multipart(MultiDict(form))
    return client.post(path, data=body, content_type=f"multipart/form-data; boundary={boundary}")


def piece(client, edition, body):
    """What the preview beside the text shows."""
    address = f"/studio/text?course=daten&edition={edition.number}"
    return client.post(address, data={"body": body}, headers={"HX-Request": "true"}).text


def test_names_fit_addresses_and_lines_are_found_in_texts():
    assert file_name("C:\\Bilder\\Übersicht (neu).PNG") == "uebersicht-neu.png"
    assert file_name("weg.png", ["weg.jpg"]) == "weg-2.png"
    assert line_for("weg.jpg", "Ein [Weg]", Shape.PICTURE) == "![Ein  Weg](files/weg.jpg)"
    assert line_for("plan.pdf", "Der Plan", Shape.DOWNLOAD) == "[Der Plan](files/plan.pdf)"
    assert mentions(LINE, "weg.jpg")
    assert not mentions("[x](files/umweg.jpg) [y](files/weg.jpg.pdf)", "weg.jpg")
    assert words_in(f'Text\n\n![{WORDS}](files/weg.jpg "Titel")', "weg.jpg") == WORDS
    assert changed_files({"a": "1", "b": "1"}, {"b": "2", "c": "1"}) == [("a", "gone"), ("b", "replaced"), ("c", "new")]


@pytest.mark.any_database
def test_a_picture_is_added_offered_for_the_text_previewed_and_shown_once_published(hr, cast, edition, saved):
    assert add(hr, edition).location.endswith("/studio/courses/daten#files")
    unit = edition.units[0]
    draft = f"/studio/editions/{edition.id}/files/weg.jpg"

    page = hr.get(f"/studio/units/{unit.id}").text
    assert f"<code>{LINE}</code>" in page
    assert f'data-insert="{LINE}"' in page
    assert "stands in no text yet" in hr.get("/studio/courses/daten").text
    shown = piece(hr, edition, LINE)
    assert f'<img src="{draft}?v=' in shown
    given = hr.get(draft)
    assert (given.mimetype, b"SECRET" in given.data) == ("image/jpeg", False)

    saved(write, edition.id, LINE)
    assert "stands in: Einheit" in hr.get("/studio/courses/daten").text
    assert f'<img src="{draft}?v=' in hr.get(f"/studio/units/{unit.id}/preview").text
    assert hr.get("/courses/daten/files/weg.jpg").status_code == 404
    saved(publish, edition.id)
    learner = hr.sign_in(cast.ada)
    assert '<img src="/courses/daten/files/weg.jpg?v=' in learner.get("/courses/daten/units/daten-eins").text
    assert learner.get("/courses/daten/files/weg.jpg").data == given.data
    assert learner.get(draft).status_code == 404


def test_what_is_no_good_file_is_told_at_its_field_and_not_kept(hr, edition, marks):
    for name, content, other, sentence in (
        ("weg.svg", SVG, {}, "Files that end in .svg are not taken"),
        ("weg.exe", b"MZ", {}, "Files that end in .exe are not taken"),
        ("weg.png", SVG, {}, "The file is not what its ending says."),
        ("weg.png", picture("PNG")[:40], {}, "The picture can’t be read."),
        ("leer.pdf", b"", {}, "The file must have 1 byte to 10 MiB"),
        ("gross.txt", b"x" * (10 * 1024 * 1024 + 1), {}, "The file must have 1 byte to 10 MiB"),
        ("weg.png", picture("PNG"), {"words": " "}, "Please say in at most 500 characters"),
        ("film.mp4", FILM, {}, "What is said in it must also be there to be read."),
        ("film.mp4", FILM, {"captions": b"Hallo"}, "The file is not what its ending says"),
        ("weg.png", picture("PNG"), {"captions": b"WEBVTT"}, "Please leave this field empty."),
        ("film.vtt", CAPTIONS.encode(), {}, "Captions belong to a recording"),
    ):
        answer = add(hr, edition, name, content, **other)
        assert (answer.status_code, sentence in answer.text) == (422, True), (name, sentence)

    assert "Please choose a file." in hr.post(f"/studio/editions/{edition.id}/files/new", data={"words": "x"}).text
    assert marks() == {}


def test_a_recording_comes_with_its_captions_and_a_document_is_a_download(hr, edition, saved):
    add(hr, edition, "Film.mp4", FILM, "So geht es", captions=CAPTIONS.encode())
    add(hr, edition, "Vorlage.pdf", PDF, "die Vorlage")
    page = hr.get("/studio/courses/daten").text

    assert page.count('<li class="line">') == 4
    assert "with captions" in page
    body = "![So geht es](files/film.mp4)\n\n[die Vorlage](files/vorlage.pdf)"
    shown = piece(hr, edition, body)
    assert "<summary>Abschrift</summary><p>Frau Demir: Guten Morgen" in shown
    assert "die Vorlage (PDF, 1 kB)</a>" in shown
    part = hr.get(f"/studio/editions/{edition.id}/files/film.mp4", headers={"Range": "bytes=4-7"})
    assert (part.status_code, part.data) == (206, b"ftyp")


def test_a_file_is_replaced_by_one_of_its_kind_under_its_name_and_removed_where_the_check_says_so(
    hr, edition, marks, saved
):
    add(hr, edition)
    saved(write, edition.id, LINE)
    (before,) = marks().values()
    file = saved(lambda: db.session.get_one(Edition, edition.id).files[0].id)

    other = {"file": (io.BytesIO(picture("PNG")), "x.png"), "words": WORDS}
    assert "Please choose a file of the same kind (JPEG)" in hr.post(f"/studio/files/{file}", data=other).text
    first = saved(bytes_of, file)
    page = hr.get(f"/studio/files/{file}").text
    assert f'value="{WORDS}"' in page
    assert "It stands in:" in page
    hr.post(f"/studio/files/{file}", data={"file": (io.BytesIO(picture()), "anders.JPG"), "words": "Der Weg"})
    assert list(marks()) == ["weg.jpg"]
    assert before not in marks().values()
    assert [path.exists() for path in (first, saved(bytes_of, file))] == [False, True]
    page = hr.get("/studio/courses/daten").text
    assert "“weg.jpg” stands in: Einheit. If it is removed, the check says where it is missing." in page
    last = saved(bytes_of, file)
    hr.post(f"/studio/files/{file}/removal")
    assert "There is no file weg.jpg in the folder files/ of the course" in hr.get("/studio/courses/daten").text
    assert not last.exists()


@pytest.mark.any_database
def test_each_edition_keeps_its_files_and_brings_them_back(hr, edition, saved, app):
    add(hr, edition)
    saved(write, edition.id, LINE)
    saved(publish, edition.id)
    hr.post("/studio/courses/daten/draft")
    draft = saved(lambda: studio.open_edition("daten"))
    file = draft.files[0].id
    hr.post(f"/studio/files/{file}", data={"file": (io.BytesIO(picture()), "weg.jpg"), "words": WORDS})

    with app.app_context():
        first, second = studio.published("daten"), studio.open_edition("daten")
        assert first.marks != second.marks
        assert row().digest == first.files[0].digest
        before = first.marks
    assert "replaced" in hr.get(f"/studio/editions/{draft.id}/changes").text
    saved(publish, draft.id)
    with app.app_context():
        assert row().digest == studio.published("daten").files[0].digest
        assert studio.edition_of("daten", 1).marks == before
    hr.post(f"/studio/editions/{edition.id}/restoration")
    with app.app_context():
        assert studio.open_edition("daten").marks == before
        restored = studio.open_edition("daten").id
    hr.post(f"/studio/editions/{restored}/removal")
    with app.app_context():
        editions = [studio.edition_of("daten", number) for number in (1, 2)]
        assert all(store.path_of(one.files[0].stored_as).exists() for one in editions)


def test_nothing_is_added_to_what_is_no_draft(hr, edition, saved, marks):
    saved(publish, edition.id)

    assert "This edition is no longer a draft" in add(hr, edition).text
    assert marks() == {}


def test_many_files_ask_no_more_than_one(hr, edition, queries):
    def asked():
        found = []
        for path in ("/studio/courses/daten", f"/studio/units/{edition.units[0].id}"):
            queries.clear()
            assert hr.get(path).status_code == 200
            found.append(statements(queries))
        return found

    add(hr, edition)
    few = asked()
    for number in range(5):
        add(hr, edition, f"weg-{number}.png", picture("PNG"))

    assert asked() == few
    assert max(few) <= MOST_STATEMENTS


def write(edition_id, body):
    edition = db.session.get_one(Edition, edition_id)
    unit = edition.units[0]
    actions.write(unit, by=edition.author, revision=unit.revision, entries={}, body=body)


def publish(edition_id):
    edition = db.session.get_one(Edition, edition_id)
    actions.submit(edition, by=edition.author, note="")
    actions.publish(edition, by=make.person(), answer="")


def row():
    return db.session.scalars(select(CourseFile).join(Course).where(Course.slug == "daten")).one()


def bytes_of(file_id):
    return store.path_of(db.session.get_one(EditionFile, file_id).stored_as)
