"""What the files say, as plain values, and what all of them share."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from app.competences.rules import LinkKind, ProfileKind
from app.content.source import BadContent, Problem, Source
from app.text.markdown import TooLong, to_html

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_KEY = 60


@dataclass(frozen=True)
class Text:
    """What every file has: where it lies, its hash, an id and two titles."""

    origin: str
    hash: str
    key: str
    title: str
    title_en: str

    @property
    def folder(self) -> str:
        """The folder of the file."""
        return str(PurePosixPath(self.origin).parent)


@dataclass(frozen=True)
class FrameworkText(Text):
    """A framework and its scale, from 0 upwards."""

    version: str
    levels: tuple[tuple[str, str], ...]
    body: str
    body_html: str
    position: int

    @property
    def highest(self) -> int:
        """The highest level of the scale."""
        return len(self.levels) - 1


@dataclass(frozen=True)
class AreaText(Text):
    """An area of the framework whose folder it lies in."""

    framework: FrameworkText
    position: int
    body: str


@dataclass(frozen=True)
class CompetenceText(Text):
    """A competence of the area whose folder it lies in, the behaviour at each level from 1, and its links by id."""

    area: AreaText
    position: int
    body: str
    behaviours: Mapping[int, str]
    fades_after_months: int | None
    expires_after_months: int | None
    links: Mapping[str, LinkKind]


@dataclass(frozen=True)
class ProfileText(Text):
    """A profile, the families of jobs that it holds for, the levels that it asks for, and what matters most."""

    kind: ProfileKind
    families: Mapping[str, tuple[str, str]]
    """The two titles of each family, by its id."""
    targets: Mapping[str, int]
    important: tuple[str, ...]
    body: str
    body_html: str


@dataclass(frozen=True)
class Reading:
    """All files of the two folders, read and in order."""

    frameworks: tuple[FrameworkText, ...] = ()
    areas: tuple[AreaText, ...] = ()
    competences: tuple[CompetenceText, ...] = ()
    profiles: tuple[ProfileText, ...] = ()

    @property
    def highest_levels(self) -> dict[str, int]:
        """The highest level of each competence, by its id: what profiles and courses may refer to."""
        return {one.key: max(one.behaviours) for one in self.competences}


T = TypeVar("T", bound=Text)


def names(source: Source, taken: Collection[str] = ()) -> tuple[str, str, str, str, str]:
    """Where the file lies, its hash, id and titles; raises BadContent."""
    key = source.text("id", longest=LONGEST_KEY)
    if not KEY.fullmatch(key):
        raise BadContent(source.problem("id must be lower-case letters, digits and hyphens", "id"))
    if key in taken:
        raise BadContent(source.problem(f"the id {key} is the address of a page of Lotse; choose another one", "id"))
    return source.path, source.hash, key, source.text("title"), source.text("title_en")


def html(source: Source) -> str:
    """The text below the front matter, as safe HTML; raises BadContent."""
    try:
        return to_html(source.body)
    except TooLong as error:
        raise BadContent(source.problem("the text is too long")) from error


def each(
    sources: Iterable[Source], read: Callable[[Source, int], T], problems: list[Problem], *, within: str = ""
) -> tuple[T, ...]:
    """What the sources say, by their position; notes what can't be taken over, and ids that an earlier file has.

    Ids are unique among all, or among the files whose texts have the same value of `within`.
    """
    found: list[T] = []
    first: dict[tuple[object, str], str] = {}
    for position, source in enumerate(sources):
        try:
            text = read(source, position)
        except BadContent as bad:
            problems.extend(bad.problems)
            continue
        name = (getattr(text, within) if within else None, text.key)
        if name in first:
            problems.append(source.problem(f"the id {text.key} is already used in {first[name]}", "id"))
        else:
            first[name] = source.path
            found.append(text)
    return tuple(found)
