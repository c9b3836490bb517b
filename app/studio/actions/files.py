"""The files of a draft: added, replaced, removed. The bytes go when no edition needs them any more."""

from collections.abc import Iterable

from flask_babel import gettext as _

from app.courses.library import FileText, captions_of, examined
from app.db import db
from app.errors import Refused
from app.files import store
from app.files.actions import release
from app.files.rules.media import ENDINGS
from app.files.sent import Sent
from app.people.models import Person
from app.studio import labels
from app.studio.actions.drafting import take_draft, touch
from app.studio.models import Edition, EditionFile
from app.studio.rules import CAPTIONS, file_name

MOST_FILES = 40


def add_file(edition: Edition, *, by: Person, file: Sent, captions: Sent | None, words: str) -> None:
    """Lay a file beside the texts of a draft; a recording comes with what is said in it."""
    take_draft(edition)
    db.session.expire(edition, ["files"])
    if len(edition.files) >= MOST_FILES:
        raise Refused(_("A course has at most %(most)s files.", most=MOST_FILES))
    name = file_name(file.name, [one.name for one in edition.files])
    if name.endswith(CAPTIONS):
        raise Refused(_("Captions belong to a recording: choose the recording here, and its captions below."), "file")
    kind = ENDINGS.get(name.rpartition(".")[2])
    if kind is not None and kind.is_recording and captions is None:
        raise Refused(
            _("What is said in it must also be there to be read. Please add captions as a WebVTT file."), "captions"
        )
    _caption(_laid(edition, name, file, words, "file"), captions)
    touch(edition, by)


def replace_file(row: EditionFile, *, by: Person, file: Sent | None, captions: Sent | None, words: str) -> None:
    """Put another file in the place of one, or say other words for it; texts that show it stay as they are."""
    take_draft(row.edition)
    row.words = words
    if file is not None:
        if ENDINGS.get(file_name(file.name).rpartition(".")[2]) is not row.kind:
            raise Refused(
                _(
                    "Please choose a file of the same kind (%(kind)s), so that the texts keep it. "
                    "Any other one can be added as a new file.",
                    kind=row.kind.upper(),
                ),
                "file",
            )
        _laid(row.edition, row.name, file, words, "file")
    _caption(row, captions)
    touch(row.edition, by)


def remove_file(row: EditionFile, *, by: Person) -> None:
    """Take a file out of a draft, with its captions; earlier editions keep theirs."""
    edition = row.edition
    take_draft(edition)
    names = {row.name, captions_of(row.name)} if row.kind.is_recording else {row.name}
    gone = [one for one in edition.files if one.name in names]
    for one in gone:
        edition.files.remove(one)
    let_go(gone)
    touch(edition, by)


def stored(file: FileText, words: str = "") -> EditionFile:
    """A file that was found in order, with its bytes in the store."""
    return EditionFile(
        name=file.name,
        words=words,
        kind=file.kind,
        size=file.size,
        digest=file.digest,
        stored_as=store.write(file.content),
    )


def let_go(files: Iterable[EditionFile]) -> None:
    """Let the bytes of removed files go with the change, where nothing else shows them."""
    for name in [file.stored_as for file in files]:
        release(name)


def _laid(edition: Edition, name: str, sent: Sent, words: str, field: str) -> EditionFile:
    """The file under this name in the edition, in the place of one that was there."""
    with sent.on_disk() as path:
        try:
            new = stored(examined(path, name), words)
        except Refused as refused:
            raise Refused(labels.said_on_page(refused.sentence), field) from refused
    row = next((one for one in edition.files if one.name == name), None)
    if row is None:
        edition.files.append(new)
        db.session.flush()
        return new
    before = row.stored_as
    row.words, row.kind, row.size, row.digest, row.stored_as = words, new.kind, new.size, new.digest, new.stored_as
    release(before)
    return row


def _caption(row: EditionFile, captions: Sent | None) -> None:
    if captions is None:
        return
    if not row.kind.is_recording:
        raise Refused(_("Captions belong to a film or a sound recording. Please leave this field empty."), "captions")
    _laid(row.edition, captions_of(row.name), captions, "", "captions")
