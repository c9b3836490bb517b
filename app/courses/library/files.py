"""The files of a course: `files/` beside its texts, from plain values to rows and bytes."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import contains_eager

from app.content.origin import Verdict
from app.content.report import Report
from app.content.sentences import Sentence, said
from app.content.source import Problem, Source
from app.courses.models import MARK, Course, CourseFile, Unit
from app.db import db
from app.errors import Refused
from app.files import store
from app.files.actions import release
from app.files.pictures import measured, redrawn, size_of
from app.files.rules import Checked, MediaType, Type, Upload, recognise, transcript
from app.files.rules.media import ENDINGS, HEAD, LOOKS_LIKE, NAME
from app.text.callouts import KINDS, bad_callouts
from app.text.markdown import TooLong, file_references
from app.text.media import Medium, Shape

CAPTIONS = ".vtt"
KILOBYTE, MEGABYTE = 1000, 1_000_000


class Stored(Protocol):
    """A file whose bytes lie in the store. The digest is that of the file as it came."""

    name: str
    kind: MediaType
    size: int
    digest: str
    stored_as: str


@dataclass(frozen=True)
class FileText:
    """A file beside the texts of a course that is what its ending says."""

    path: Path
    name: str
    kind: MediaType
    size: int
    digest: str
    width: int = 0
    height: int = 0

    @property
    def content(self) -> bytes | Path:
        """What is kept: a picture drawn anew, everything else as it is."""
        if self.kind.shape is Shape.PICTURE:
            return redrawn(Checked(self.name, Type(self.kind.value), self.path.read_bytes()))
        return self.path


def read_course_files(root: Path, slug: str, problems: list[Problem]) -> dict[str, FileText]:
    """The files of a course by name, and what is wrong with those that can't be taken over."""
    found = {}
    for path in sorted((root / "courses" / slug / "files").glob("*")):
        try:
            found[path.name] = _file(root, path)
        except Refused as refused:
            problems.append(Problem(path.relative_to(root).as_posix(), 1, refused.sentence))
    problems.extend(missing_captions(slug, found))
    return found


def examined(path: Path, name: str) -> FileText:
    """What a file of this name is, which lies at a path of ours; raises Refused where it is not in order."""
    ending = name.rpartition(".")[2]
    kind = ENDINGS.get(ending)
    if not NAME.fullmatch(name):
        raise Refused(said("the name of the file must be lower-case letters, digits and hyphens, with an ending"))
    if ending == "svg":
        raise Refused(said("files that end in .svg are not taken: a drawing can hold a program; save it as png"))
    if kind is None:
        known = ", ".join(ENDINGS)
        raise Refused(
            said("files that end in .%(ending)s are not taken: known are: %(known)s", ending=ending, known=known)
        )
    size = path.stat().st_size
    if not 0 < size <= kind.most_bytes:
        raise Refused(said("the file must have 1 byte to %(most)s MiB", most=kind.most_bytes // 1024 // 1024))
    with path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    if kind in LOOKS_LIKE:
        with path.open("rb") as opened:
            if not LOOKS_LIKE[kind](opened.read(HEAD)):
                raise Refused(said("the file is not what its ending says"))
        return FileText(path, name, kind, size, digest)
    checked = recognise(Upload(name, path.read_bytes()))
    width, height = measured(checked) if kind.shape is Shape.PICTURE else (0, 0)
    return FileText(path, name, kind, size, digest, width, height)


def missing_captions(slug: str, files: Mapping[str, FileText]) -> Iterator[Problem]:
    """Recordings without what is said in them to be read."""
    for name, file in files.items():
        if file.kind.is_recording and captions_of(name) not in files:
            sentence = said(
                "what is said in it is missing; put %(file)s beside it, with captions as WebVTT", file=captions_of(name)
            )
            yield Problem(f"courses/{slug}/files/{name}", 1, sentence)


def captions_of(name: str) -> str:
    """The name of the captions of a recording."""
    return f"{Path(name).stem}{CAPTIONS}"


def media(slug: str, language: str, files: Mapping[str, FileText], folder: str = "") -> dict[str, Medium]:
    """The files as the texts of the course show them, at the address of this folder; else at that of the catalogue."""
    at = folder or f"/courses/{slug}/files"
    return {name: _medium(at, language, file, files) for name, file in files.items()}


def media_of(slug: str) -> dict[str, Medium]:
    """The files that a course has already, as its texts show them; one statement."""
    query = select(CourseFile).join(CourseFile.course).where(Course.slug == slug)
    rows = db.session.scalars(query.options(contains_eager(CourseFile.course))).all()
    return media(slug, rows[0].course.language, stored_files(rows)) if rows else {}


def stored_files(rows: Iterable[Stored]) -> dict[str, FileText]:
    """Files that were taken over, by name."""
    return {row.name: _kept(row) for row in rows}


def is_same(row: Stored, digest: str) -> bool:
    """Whether a file of this digest is the one that is kept: as it came, or as it is given out."""
    if row.digest == digest:
        return True
    with store.path_of(row.stored_as).open("rb") as opened:
        return row.kind.shape is Shape.PICTURE and hashlib.file_digest(opened, "sha256").hexdigest() == digest


def publish(course_id: int, files: Iterable[Stored]) -> None:
    """Let a course show these files; their bytes lie in the store already."""
    rows = {row.name: row for row in db.session.scalars(select(CourseFile).where(CourseFile.course_id == course_id))}
    for file in files:
        row = rows.pop(file.name, None) or CourseFile(course_id=course_id, name=file.name)
        row.kind, row.size, row.digest, row.stored_as = file.kind, file.size, file.digest, file.stored_as
        db.session.add(row)
    for row in rows.values():
        db.session.delete(row)
    db.session.flush()


def bad_references(source: Source, files: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the pictures, downloads and callouts in a text, with the lines."""
    try:
        references = file_references(source.body)
    except (TooLong, RecursionError):
        return
    for one in references:
        if one.name is None:
            why = said("a picture must lie in the folder files/ of the course; others would learn who reads here")
            yield _at(source, one.line, why)
        elif one.name not in files:
            why = said("there is no file %(file)s in the folder files/ of the course", file=one.name)
            yield _at(source, one.line, why)
    for line, kind in bad_callouts(source.body):
        yield _at(source, line, _bad_callout(kind))


def apply(files: Mapping[int, Mapping[str, FileText]], report: Report) -> None:
    """Keep what is new or changed, and let go what is gone and stands in no text any more; by course."""
    rows = {(row.course_id, row.name): row for row in db.session.scalars(select(CourseFile))}
    for course_id, of_course in files.items():
        for name, file in of_course.items():
            row = rows.pop((course_id, name), None)
            if row is None or row.digest != file.digest:
                report.note(Verdict.ADD if row is None else Verdict.UPDATE, str(file.path))
                _write(row or CourseFile(course_id=course_id, name=name), file)
    for row in rows.values():
        if row.course_id in files and not _is_shown(row):
            db.session.delete(row)
            release(row.stored_as)
    db.session.flush()


def _file(root: Path, path: Path) -> FileText:
    if not path.is_file() or path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        raise Refused(said("this is no file of this folder; put the file itself here"))
    return examined(path, path.name)


def _kept(row: Stored) -> FileText:
    path, width, height = store.path_of(row.stored_as), 0, 0
    if row.kind.shape is Shape.PICTURE:
        width, height = size_of(path)
    return FileText(path, row.name, row.kind, row.size, row.digest, width, height)


def _medium(folder: str, language: str, file: FileText, files: Mapping[str, FileText]) -> Medium:
    captions = files.get(captions_of(file.name)) if file.kind.is_recording else None
    return Medium(
        _address(folder, file),
        file.kind.shape,
        f"{file.kind.upper()}, {_readable(file.size, language)}",
        file.width,
        file.height,
        _address(folder, captions) if captions else "",
        transcript(captions.path.read_text("utf-8", errors="replace")) if captions else (),
        language,
    )


def _address(folder: str, file: FileText) -> str:
    return f"{folder}/{file.name}?v={file.digest[:MARK]}"


def _readable(size: int, language: str) -> str:
    if size < MEGABYTE:
        return f"{max(round(size / KILOBYTE), 1)} kB"
    written = f"{size / MEGABYTE:.1f}"
    return f"{written if language == 'en' else written.replace('.', ',')} MB"


def _bad_callout(kind: str) -> Sentence:
    if kind.lower() not in KINDS:
        return said("[!%(kind)s] is not known; known are: %(known)s", kind=kind, known=", ".join(KINDS))
    return said("[!%(kind)s] needs a title on the same line", kind=kind)


def _at(source: Source, line: int, sentence: str) -> Problem:
    return Problem(source.path, source.body_line + line - 1, sentence)


def _write(row: CourseFile, file: FileText) -> None:
    before = row.stored_as
    row.kind, row.size, row.digest, row.stored_as = file.kind, file.size, file.digest, store.write(file.content)
    db.session.add(row)
    if before:
        release(before)


def _is_shown(row: CourseFile) -> bool:
    """Whether a text still shows it: one that was edited here is not changed by the files."""
    mention = f"/files/{row.name}?"
    in_course = exists().where(Course.id == row.course_id, Course.body_html.contains(mention, autoescape=True))
    in_unit = exists().where(Unit.course_id == row.course_id, Unit.body_html.contains(mention, autoescape=True))
    return bool(db.session.scalar(select(or_(in_course, in_unit))))
