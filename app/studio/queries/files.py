"""The files of an edition: as its texts show them, and where they do."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Select, false, select, true
from sqlalchemy.orm import contains_eager

from app.content.source import BadContent
from app.courses.library import FileText, captions_of, media, stored_files
from app.courses.rules import LANGUAGES
from app.people.rules import Role
from app.people.viewer import Viewer
from app.studio.models import Edition, EditionFile, Part
from app.studio.rules import line_for, mentions, words_in
from app.text.media import Medium


@dataclass(frozen=True)
class Beside:
    """A file of an edition: as its page shows it, in whose words, and the texts that show or offer it."""

    file: EditionFile
    medium: Medium
    words: str
    used: tuple[Part, ...]
    has_captions: bool

    @property
    def line(self) -> str:
        """What stands in a text where it is to be."""
        return line_for(self.file.name, self.words, self.medium.shape)


def files_in_studio(viewer: Viewer) -> Select[EditionFile]:
    """The files of every edition, with what lies beside them."""
    edition = contains_eager(EditionFile.edition)
    return (
        select(EditionFile)
        .join(EditionFile.edition)
        .where(true() if viewer.has_anywhere(Role.HR) else false())
        .options(edition.selectinload(Edition.parts), edition.selectinload(Edition.files))
    )


def files_of(edition: Edition) -> dict[str, FileText]:
    """The files of an edition by name; no statement of its own."""
    return stored_files(edition.files)


def media_of(edition: Edition) -> Mapping[str, Medium]:
    """The files of an edition as its texts show them in the Studio."""
    if not edition.files:
        return {}
    return media(edition.slug, language_of(edition), files_of(edition), f"/studio/editions/{edition.id}/files")


def beside(edition: Edition) -> list[Beside]:
    """The files of an edition as its list has them; captions stand with their recording."""
    shown, names = media_of(edition), {file.name for file in edition.files}
    recordings = [file.name for file in edition.files if file.kind.is_recording]
    captions = {captions_of(name) for name in recordings}
    return [
        _beside(file, edition, shown[file.name], has_captions=captions_of(file.name) in names)
        for file in edition.files
        if file.name not in captions
    ]


def beside_of(file: EditionFile) -> Beside:
    """One file as the list has it."""
    edition = file.edition
    names = {one.name for one in edition.files}
    return _beside(file, edition, media_of(edition)[file.name], has_captions=captions_of(file.name) in names)


def _beside(file: EditionFile, edition: Edition, medium: Medium, *, has_captions: bool) -> Beside:
    texts = [part for part in (edition.course, *edition.units) if part is not None]
    said = (words_in(part.text, file.name) for part in texts)
    return Beside(
        file,
        medium,
        file.words or next(filter(None, said), ""),
        tuple(part for part in texts if mentions(part.text, file.name)),
        file.kind.is_recording and has_captions,
    )


def language_of(edition: Edition) -> str:
    """The language that the course says it is in; the first one, where it says none that is known."""
    try:
        language = edition.course.source.meta.get("language") if edition.course else None
    except BadContent:
        language = None
    return str(language) if language in LANGUAGES else LANGUAGES[0]
