"""Packs: courses as one ZIP of the files that lie below content/, written from editions and read into drafts."""

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.content.sentences import said
from app.content.source import Problem
from app.courses.library import CourseText, read_files
from app.files import store
from app.files.rules.archive import FREE_OF_RATIO
from app.files.unpacking import unpack
from app.studio import queries
from app.studio.library import differences
from app.studio.models import Edition
from app.studio.rules import COURSE_FILE, Step, belongs, entry_name

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same courses are the same ZIP, whenever it is made."""


@dataclass(frozen=True)
class Packed:
    """A course of a pack: what an import does with it, from which edition, and how many files are different."""

    course: CourseText
    step: Step
    base: int | None
    changed: int

    @property
    def slug(self) -> str:
        """Its place in the address."""
        return self.course.slug

    @property
    def title(self) -> str:
        """What it is called in the pack."""
        return str(self.course.values["title"]) or self.slug


@dataclass(frozen=True)
class Pack:
    """What a pack holds, and what is wrong in it."""

    courses: Sequence[Packed]
    problems: Sequence[Problem]

    @property
    def taken(self) -> list[Packed]:
        """The courses that become drafts."""
        return [one for one in self.courses if one.step in (Step.NEW, Step.CHANGED)]

    def of(self, step: Step) -> list[Packed]:
        """The courses with which this is done."""
        return [one for one in self.courses if one.step is step]


def write(editions: Iterable[Edition], out: IO[bytes]) -> None:
    """Write editions down as the files that they are."""
    with zipfile.ZipFile(out, "w") as archive:
        for edition in sorted(editions, key=lambda one: one.slug):
            for path, text in sorted(edition.texts.items()):
                content = text.encode()
                archive.writestr(_entry(edition, path, packs=len(content) <= FREE_OF_RATIO), content)
            for file in edition.files:
                place = _entry(edition, f"files/{file.name}")
                with store.path_of(file.stored_as).open("rb") as source, archive.open(place, "w") as entry:
                    shutil.copyfileobj(source, entry)


@contextmanager
def opened(archive: Path) -> Iterator[Pack]:
    """What is in a pack; raises Refused where it is no sane ZIP. The files lie there for as long as it is open."""
    with tempfile.TemporaryDirectory(prefix="lotse-pack-") as folder:
        strange = unpack(archive, Path(folder), belongs)
        yield _read(Path(folder), strange)


def refuse_strange(archive: Path) -> None:
    """Raise Refused where it is no sane ZIP."""
    with tempfile.TemporaryDirectory(prefix="lotse-pack-") as folder:
        unpack(archive, Path(folder), belongs)


def _read(root: Path, strange: Sequence[str]) -> Pack:
    reading, problems = read_files(root)
    problems.extend(_does_not_belong(name) for name in strange)
    problems.extend(_without_course(root))
    if not reading.courses and not problems:
        problems.append(Problem("courses", 1, said("there is no course in this pack")))
    problems.extend(queries.check_together(reading.courses))
    slugs = [course.slug for course in reading.courses]
    known, busy = queries.shown_or_latest(slugs), queries.busy(slugs)
    courses = [_compared(course, known.get(course.slug), is_busy=course.slug in busy) for course in reading.courses]
    left = tuple(entry_name(one.slug, "") for one in courses if one.step in (Step.SAME, Step.BUSY))
    return Pack(courses, sorted({one for one in problems if not one.path.startswith(left)}))


def _compared(course: CourseText, known: Edition | None, *, is_busy: bool) -> Packed:
    if known is None:
        return Packed(course, Step.NEW, None, 0)
    changed = len(differences(known, course))
    step = Step.SAME if not changed else Step.BUSY if is_busy else Step.CHANGED
    return Packed(course, step, known.number, changed)


def _without_course(root: Path) -> Iterator[Problem]:
    """Folders that hold files alone; those with units were named already."""
    for folder in sorted(root.glob("courses/*")):
        if not (folder / COURSE_FILE).exists() and not (folder / "units").exists():
            sentence = said("the file is missing; the folder has files but no course")
            yield Problem(entry_name(folder.name, COURSE_FILE), 1, sentence)


def _does_not_belong(name: str) -> Problem:
    shown = name.encode(errors="replace").decode()
    return Problem(shown, 1, said("this does not belong in a pack: it holds courses/…/course.md, units/ and files/"))


def _entry(edition: Edition, path: str, *, packs: bool = False) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(entry_name(edition.slug, path), EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
    entry.external_attr = 0o644 << 16
    return entry
