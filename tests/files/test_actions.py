"""Keeping files: drawn anew, written safely, gone with their row."""

import io
import os
import time

import pytest
from PIL import Image
from sqlalchemy import select

from app.db import db
from app.errors import Refused
from app.files import actions, pictures, store
from app.files.models import StoredFile
from app.files.rules import Upload
from tests import make
from tests.files.samples import GOOD, PDF, PRETENDING, picture, picture_of_a_place

pytestmark = pytest.mark.usefixtures("context")


def kept(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def keep(name="Zertifikat.pdf", content=PDF):
    return actions.keep(Upload(name, content), make.person().id)


@pytest.mark.parametrize("name", GOOD)
def test_a_file_is_kept_under_a_name_that_says_nothing(folder, name):
    file = keep(name, GOOD[name])
    db.session.commit()

    assert kept(folder) == [file.stored_as]
    assert file.size == store.path_of(file.stored_as).stat().st_size
    assert "." not in file.stored_as


def test_nobody_else_on_the_machine_can_read_it(folder):
    file = keep()

    path = store.path_of(file.stored_as)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert folder.stat().st_mode & 0o077 == 0


def test_a_picture_loses_where_and_with_what_it_was_taken_and_stands_upright():
    file = keep("Foto.jpg", picture_of_a_place())

    content = store.path_of(file.stored_as).read_bytes()
    with Image.open(io.BytesIO(content)) as drawn:
        assert (drawn.size, dict(drawn.getexif())) == ((6, 8), {})
    assert b"SECRET" not in content
    assert b"SECRET" in picture_of_a_place()


def test_what_hangs_behind_a_picture_is_gone():
    file = keep("Foto.png", GOOD["Foto.png"] + b"PK\x03\x04 hidden <script>")

    assert b"hidden" not in store.path_of(file.stored_as).read_bytes()


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(monkeypatch):
    bomb = picture("PNG", (8000, 7000))

    assert len(bomb) < 1_000_000
    with pytest.raises(Refused, match="50 million"):
        keep("bomb.png", bomb)

    monkeypatch.setattr(pictures, "MOST_PIXELS", 10**9)
    assert keep("bomb.png", bomb).size > 0


def test_a_torn_picture_is_refused(folder):
    with pytest.raises(Refused, match="read"):
        keep("torn.png", PRETENDING["torn.png"])

    assert kept(folder) == []


def test_an_undone_change_leaves_nothing_behind(folder):
    keep()
    assert len(kept(folder)) == 1

    db.session.rollback()

    assert kept(folder) == []


def test_bytes_go_when_it_is_saved_that_their_row_is_gone_and_not_before(folder):
    file = keep()
    db.session.commit()

    actions.discard(file)
    assert kept(folder) == [file.stored_as]
    db.session.commit()

    assert kept(folder) == []


def test_bytes_stay_when_the_removal_is_undone(folder):
    file = keep()
    db.session.commit()
    name = file.stored_as

    actions.discard(file)
    db.session.rollback()
    db.session.commit()

    assert kept(folder) == [name]
    assert db.session.scalar(select(StoredFile.stored_as)) == name


def test_a_part_that_is_undone_removes_nothing(folder):
    file = keep()
    db.session.commit()
    name = file.stored_as

    part = db.session.begin_nested()
    actions.discard(file)
    part.rollback()
    db.session.commit()

    assert kept(folder) == [name]


def test_the_sweep_removes_what_no_row_names_and_nothing_fresh(folder):
    wanted = keep()
    db.session.commit()
    left, fresh = store.write(b"left by a crash"), store.write(b"still on its way")
    unfinished = store.path_of(left).with_suffix(".part")
    unfinished.write_bytes(b"x")
    long_ago = time.time() - 7200
    for path in (store.path_of(left), store.path_of(wanted.stored_as), unfinished):
        os.utime(path, (long_ago, long_ago))

    swept = actions.sweep()

    assert swept == 1
    assert kept(folder) == sorted([wanted.stored_as, fresh])


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "x" * 32, "0" * 31])
def test_a_name_that_the_store_did_not_give_leads_nowhere(name):
    with pytest.raises(ValueError, match="no name"):
        store.path_of(name)
