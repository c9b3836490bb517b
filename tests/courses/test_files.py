"""Pictures, recordings and downloads beside the texts of a course: taken over, shown, and named where they are bad."""

import pytest
from sqlalchemy import select

from app import clock
from app.competences.models import Competence
from app.content.report import Verdict
from app.courses import library
from app.courses.library.files import media, read_course_files
from app.courses.models import CourseFile, Unit
from app.db import db
from app.files import store
from tests import make
from tests.content import folder
from tests.files.samples import PDF, SVG, picture, picture_of_a_place

LEVELS = {"data-collect": 4, "data-manage": 4}
CAPTIONS = (
    "WEBVTT\n\nNOTE nicht zu lesen\n\n1\n00:00.000 --> 00:02.000\n<v Frau Demir>Guten <i>Morgen</i> &\n"
    "00 Uhr\n\n00:02.000 --> 00:04.000\nTschüs\n"
)
FILM = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 20
TEXT = """Ein Text.

![Ein Weg mit drei Stationen](files/weg.jpg "Der Weg")

![So geht es](files/film.mp4)

Nehmen Sie [die Vorlage](files/vorlage.pdf) mit.
"""


@pytest.fixture
def root(tmp_path):
    folder.course(tmp_path)
    folder.unit(tmp_path, name="10-eins", body=TEXT)
    put(tmp_path, "weg.jpg", picture_of_a_place())
    put(tmp_path, "film.mp4", FILM)
    put(tmp_path, "film.vtt", CAPTIONS.encode())
    put(tmp_path, "vorlage.pdf", PDF)
    return tmp_path


def put(root, name, content, slug="daten"):
    path = root / "courses" / slug / "files" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.fixture
def sync(saved, root):
    def take_over():
        for key in LEVELS:
            if not db.session.scalar(select(Competence).where(Competence.key == key)):
                make.competence(f"Kompetenz {key}").key = key
        db.session.flush()
        reading, problems = library.read(root, LEVELS)
        assert [str(problem) for problem in problems] == []
        return library.apply(reading, clock.now())

    return lambda: saved(take_over)


def test_a_unit_shows_its_picture_its_film_with_captions_and_what_is_said_and_its_download(sync, client, cast):
    sync()
    client.sign_in(cast.ada)

    page = client.get("/courses/daten/units/daten-10-eins").text

    weg, film, captions, template = (address(page, name) for name in ("weg.jpg", "film.mp4", "film.vtt", "vorlage.pdf"))
    assert (
        f'<figure><img src="{weg}" alt="Ein Weg mit drei Stationen" width="6" height="8" loading="lazy">'
        "<figcaption>Der Weg</figcaption></figure>"
    ) in page
    assert f'<video controls preload="metadata" src="{film}" aria-label="So geht es">' in page
    assert f'<track kind="captions" src="{captions}" srclang="de" label="Untertitel" default>' in page
    assert "<summary>Abschrift</summary><p>Frau Demir: Guten Morgen &amp; 00 Uhr</p><p>Tschüs</p>" in page
    assert f'<a href="{template}" download rel="noopener noreferrer">die Vorlage (PDF, 1 kB)</a>' in page
    shown = client.get(weg)
    assert (shown.status_code, shown.mimetype) == (200, "image/jpeg")
    assert shown.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert b"SECRET" not in shown.data
    assert client.get(weg.partition("?")[0]).headers["Cache-Control"] == "no-store"
    given = client.get(template)
    assert (given.headers["Content-Disposition"], given.data) == ("attachment; filename=vorlage.pdf", PDF)
    part = client.get(film, headers={"Range": "bytes=4-7"})
    assert (part.status_code, part.data, part.mimetype) == (206, b"ftyp", "video/mp4")
    assert client.get(captions).mimetype == "text/vtt"


def test_a_course_written_in_the_browser_shows_the_same_files_as_its_folder(sync, saved, root):
    sync()
    problems = []
    files = read_course_files(root, "daten", problems)

    assert set(files) == {"film.mp4", "film.vtt", "vorlage.pdf", "weg.jpg"}
    assert saved(library.media_of, "daten") == media("daten", "de", files)
    assert saved(library.media_of, "nirgends") == {}


def address(page, name):
    begin = page.index(f"/courses/daten/files/{name}")
    return page[begin : page.index('"', begin)]


def test_a_changed_picture_gets_another_address_and_one_that_is_gone_goes_unless_a_text_still_shows_it(
    sync, root, saved
):
    sync()
    before = saved(text_of_unit)
    put(root, "weg.jpg", picture())
    (root / "courses/daten/files/vorlage.pdf").unlink()
    folder.unit(root, name="10-eins", body="![Ein Weg](files/weg.jpg)\n\n![So geht es](files/film.mp4)\n")

    report = sync()

    assert report.counts[Verdict.UPDATE] == 2
    assert address(saved(text_of_unit), "weg.jpg") != address(before, "weg.jpg")
    assert saved(names) == ["film.mp4", "film.vtt", "weg.jpg"]
    assert sync().has_changes is False
    saved(edited_here)
    (root / "courses/daten/files/weg.jpg").unlink()
    folder.unit(root, name="10-eins")
    sync()
    assert saved(names) == ["film.mp4", "film.vtt", "weg.jpg"]


def text_of_unit():
    return db.session.scalars(select(Unit.body_html)).one()


def edited_here():
    db.session.scalars(select(Unit)).one().edited_at = clock.now()


def names():
    rows = db.session.scalars(select(CourseFile).order_by(CourseFile.name)).all()
    assert all(store.path_of(row.stored_as).exists() for row in rows)
    return [row.name for row in rows]


def test_files_of_a_course_are_for_those_who_may_see_it(sync, client, cast, saved):
    sync()
    address = "/courses/daten/files/weg.jpg"

    assert client.get(address).status_code == 303
    assert client.sign_in(cast.ada).get(address).status_code == 200
    assert client.get("/courses/daten/files/nichts.png").status_code == 404
    saved(lambda: setattr(db.session.scalars(select(CourseFile)).first().course, "published_at", None))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("weg.svg", SVG, "files that end in .svg are not taken: a drawing can hold a program; save it as png"),
        ("seite.html", b"<p>", "files that end in .html are not taken: known are: png, jpeg"),
        ("Weg Neu.png", picture("PNG"), "the name of the file must be lower-case letters, digits and hyphens"),
        ("weg.png", SVG, "The file is not what its ending says."),
        ("weg.png", picture("PNG")[:40], "The picture can’t be read."),
        ("film.mp4", b"<script>alert(1)</script>", "the file is not what its ending says"),
        ("ton.mp3", b"ID3rest", "what is said in it is missing; put ton.vtt beside it"),
        ("leer.pdf", b"", "the file must have 1 byte to 10 MiB"),
        ("gross.txt", b"x" * (10 * 1024 * 1024 + 1), "the file must have 1 byte to 10 MiB"),
    ],
)
def test_a_bad_file_is_named(root, name, content, sentence):
    put(root, name, content)

    assert f"courses/daten/files/{name}:1: {sentence}" in "\n".join(map(str, library.read(root, LEVELS)[1]))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("![Ein Bild](files/fort.png)", "there is no file fort.png in the folder files/ of the course"),
        ("[Eine Vorlage](files/fort.pdf)", "there is no file fort.pdf in the folder files/ of the course"),
        ("![Ein Bild](https://elsewhere.example/a.png)", "a picture must lie in the folder files/ of the course"),
        ("![Ein Bild](../../secret.png)", "a picture must lie in the folder files/ of the course"),
        ("> [!danger] Vorsicht", "[!danger] is not known; known are: note, tip, warning, example"),
        ("> [!tip]", "[!tip] needs a title on the same line"),
    ],
)
def test_a_bad_reference_is_named_with_its_line(root, line, sentence):
    folder.unit(root, name="10-eins", body=f"![Ein Weg](files/weg.jpg)\n\nEin Text.\n\n{line}\n")

    (problem,) = library.read(root, LEVELS)[1]

    assert str(problem).startswith(f"courses/daten/units/10-eins.md:10: {sentence}")


def test_a_link_out_of_the_folder_is_no_file(root):
    outside = root / "secret.png"
    outside.write_bytes(picture("PNG"))
    (root / "courses/daten/files/link.png").symlink_to(outside)

    (problem,) = library.read(root, LEVELS)[1]

    assert str(problem) == "courses/daten/files/link.png:1: this is no file of this folder; put the file itself here"
