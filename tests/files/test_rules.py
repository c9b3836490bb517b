"""A file is what its ending says, or it is refused; each guard is seen to bite."""

import pytest

from app.errors import Refused
from app.files.rules import Upload, archive, cleaned, recognise, types
from tests.files.samples import DOCX, GOOD, PDF, PRETENDING, TRAPS
from tests.files.samples import archive as packed

pytestmark = pytest.mark.usefixtures("context")


@pytest.mark.parametrize("name", GOOD)
def test_a_file_that_is_what_it_says_is_taken(name):
    assert recognise(Upload(name, GOOD[name])).name == name


@pytest.mark.parametrize("name", [name for name in PRETENDING if not name.startswith("torn.p")])
def test_a_file_that_pretends_is_refused(name):
    with pytest.raises(Refused) as refused:
        recognise(Upload(name, PRETENDING[name]))

    assert refused.value.field == "file"


@pytest.mark.parametrize("trap", TRAPS)
def test_an_archive_that_is_a_trap_is_refused(trap):
    name = "x.odt" if trap == "basic" else "x.docx"

    with pytest.raises(Refused):
        recognise(Upload(name, TRAPS[trap]))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Zertifikat.pdf", "Zertifikat.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\ada\\Über uns.pdf", "Über uns.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie- x=1.pdf"),
        ("rechnung\u202efdp.exe.pdf", "rechnungfdp.exe.pdf"),
        ("a\x00b.pdf", "ab.pdf"),
        ('ein "Zitat"; filename=b.pdf', "ein -Zitat-; filename=b.pdf"),
        ("con.pdf", "file-con.pdf"),
        ("...pdf", "pdf"),
        ("u\u0308ber.pdf", "über.pdf"),
        ("a" * 300 + ".pdf", "a" * 96 + ".pdf"),
        ("name.pdf. . ", "name.pdf"),
        ("aux.2026.pdf", "file-aux.2026.pdf"),
        (" . .pdf", "pdf"),
        ("zwei\u2003Teile\u2028und drei.pdf", "zwei Teile und drei.pdf"),
        ("a" * 95 + " b.pdf", "a" * 95 + ".pdf"),
    ],
)
def test_a_name_is_harmless_on_every_system_and_in_every_header(typed, kept):
    assert cleaned(typed) == kept


class TestTheGuardsBite:
    """Switched off, each lets pass what it is there to stop."""

    @pytest.mark.parametrize("name", ["seite.pdf", "svg.txt", "pdf-and-zip.pdf", "html-before.pdf"])
    def test_without_looking_at_the_content(self, monkeypatch, name):
        monkeypatch.setattr(types, "LOOKS_LIKE", dict.fromkeys(types.Type, lambda content: True))

        assert recognise(Upload(name, PRETENDING[name]))

    @pytest.mark.parametrize("trap", ["many-entries", "bomb", "up", "absolute", "drive", "case", "link"])
    def test_without_looking_at_the_entries(self, monkeypatch, trap):
        monkeypatch.setattr(archive, "is_sane", lambda entries: True)

        assert recognise(Upload("x.docx", TRAPS[trap]))

    def test_without_looking_for_macros(self, monkeypatch):
        monkeypatch.setattr(archive, "_refuse_macros", lambda entries: None)

        assert recognise(Upload("x.docx", TRAPS["macros"]))

    def test_without_unpacking(self, monkeypatch):
        monkeypatch.setattr(archive, "_unpack", lambda file, entry: None)

        assert recognise(Upload("x.docx", TRAPS["lie"]))

    def test_without_asking_where_it_begins(self, monkeypatch):
        monkeypatch.setattr(archive, "_begins_at_the_start", lambda file: True)

        assert recognise(Upload("x.docx", b"PK\x03\x04 something else" + packed(DOCX)))

    def test_without_asking_for_the_size(self, monkeypatch):
        monkeypatch.setattr(types, "MOST_BYTES", 10**9)

        assert recognise(Upload("too-large.pdf", PRETENDING["too-large.pdf"]))

    def test_what_stands_before_an_archive_is_refused(self):
        with pytest.raises(Refused):
            recognise(Upload("x.docx", b"PK\x03\x04 something else" + packed(DOCX)))


def test_a_large_but_honest_document_is_taken():
    content = packed(DOCX, *((f"word/{n}.xml", bytes(range(256)) * 40) for n in range(200)))

    assert recognise(Upload("x.docx", content)).content == content
    assert recognise(Upload("x.pdf", PDF)).kind is types.Type.PDF
