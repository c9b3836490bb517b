"""A framework as a file: our own CSV layout, and that of Moodle (`rules.moodle`)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from app.competences.rules import reference
from app.competences.rules.framework import SAID_BY_HAND
from app.competences.rules.freshness import MOST_MONTHS, Ageing
from app.competences.rules.reference import Reference
from app.text.csv_table import Row, RowError, columns

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_KEY, LONGEST_TITLE, LONGEST_TEXT, LONGEST_ABOUT = 60, 200, 1000, 10_000
FRAMEWORK, LEVEL, AREA, COMPETENCE = "framework", "level", "area", "competence"
FEWEST_LEVELS, MOST_LEVELS = 2, 10
BEHAVIOURS = [f"level_{number}" for number in range(1, MOST_LEVELS)]
AGEING = ["fades_after_months", "expires_after_months"]
NEVER = "never"
LINKS, ABOUT = "links", "about"
HEADER = ["kind", "key", "title", "title_en", "text", *BEHAVIOURS, *AGEING, LINKS, ABOUT]


@dataclass(frozen=True)
class CompetenceEntry:
    """A competence, the behaviour at each level from 1, and, where the file says so, ageing and links."""

    key: str
    title: str
    title_en: str
    body: str
    behaviours: tuple[str, ...]
    ageing: Ageing | None = None
    links: tuple[Reference, ...] | None = None
    line: int = 0


@dataclass(frozen=True)
class AreaEntry:
    """An area and its competences."""

    key: str
    title: str
    title_en: str
    body: str
    competences: tuple[CompetenceEntry, ...] = ()


@dataclass(frozen=True)
class FrameworkEntry:
    """A whole framework: its scale from 0, its areas, and, where the file says so, what it says about itself."""

    key: str
    title: str
    title_en: str
    version: str
    levels: tuple[tuple[str, str], ...]
    areas: tuple[AreaEntry, ...]
    about: str | None = None

    @property
    def competences(self) -> list[CompetenceEntry]:
        """All competences, in order."""
        return [one for area in self.areas for one in area.competences]

    def with_links(self, links: Mapping[str, tuple[Reference, ...]]) -> "FrameworkEntry":
        """The same with other links, by the keys of its competences."""
        areas = (
            replace(
                area, competences=tuple(replace(one, links=links.get(one.key, one.links)) for one in area.competences)
            )
            for area in self.areas
        )
        return replace(self, areas=tuple(areas))


def to_rows(entry: FrameworkEntry) -> list[list[str]]:
    """The framework in our own layout: a row for each thing, what belongs together one below the other."""
    head = _row(FRAMEWORK, entry.key, entry.title, entry.title_en, entry.version)
    head[HEADER.index(ABOUT)] = entry.about or ""
    rows = [HEADER, head]
    rows += [_row(LEVEL, str(number), *titles) for number, titles in enumerate(entry.levels)]
    for area in entry.areas:
        rows.append(_row(AREA, area.key, area.title, area.title_en, area.body))
        rows += [_competence_row(one) for one in area.competences]
    return rows


def _competence_row(one: CompetenceEntry) -> list[str]:
    row = _row(COMPETENCE, one.key, one.title, one.title_en, one.body, *one.behaviours)
    if one.ageing:
        months = one.ageing.fades_after, one.ageing.expires_after
        for name, number in zip(AGEING, months, strict=True):
            row[HEADER.index(name)] = str(number or NEVER)
    row[HEADER.index(LINKS)] = reference.written(one.links or ())
    return row


def _row(*cells: str) -> list[str]:
    return [*cells, *[""] * (len(HEADER) - len(cells))]


class Reader:
    """Reads rows one after the other, and collects what is wrong in each."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.places = columns(rows[0], HEADER)
        self.rows = rows[1:]
        self.errors: list[RowError] = []
        self.seen: dict[tuple[str, str], int] = {}
        self.areas: list[tuple[tuple[str, str, str, str], list[CompetenceEntry]]] = []
        self.head: tuple[str, str, str, str] | None = None
        self.about: str | None = None
        self.levels: list[tuple[str, str]] = []

    def read(self) -> FrameworkEntry | None:
        """The framework, or None where anything is wrong."""
        takers = {FRAMEWORK: self._head, LEVEL: self._level, AREA: self._area, COMPETENCE: self._competence}
        for row in self.rows:
            kind = self._cell(row, "kind").casefold()
            if kind in takers:
                takers[kind](row)
            else:
                kinds = ", ".join(takers)
                self._refuse(row, _("The kind must be one of these: %(kinds)s.", kinds=kinds))
        if self.head is None and not self.errors:
            self.errors.append(RowError(1, _("There is no row of the kind framework.")))
        if self.head and not FEWEST_LEVELS <= len(self.levels) <= MOST_LEVELS:
            self.errors.append(RowError(1, _("A model has 2 to 10 rows of the kind level.")))
        self._check_behaviours()
        self._check_links()
        if self.errors or self.head is None:
            return None
        areas = tuple(AreaEntry(*words, tuple(rows)) for words, rows in self.areas)
        return FrameworkEntry(*self.head, tuple(self.levels), areas, self.about)

    def _head(self, row: Row) -> None:
        if self.head is not None:
            self._refuse(row, _("There is a second row of the kind framework."))
        self.head = self._words(row, FRAMEWORK)
        if not self.head[3]:
            self._refuse(row, _("The version is missing: it stands in the column text."))
        if self.places[ABOUT] is not None:
            self.about = self._cell(row, ABOUT)
            if len(self.about) > LONGEST_ABOUT:
                self._refuse(row, _("The text about the model is longer than 10,000 characters."))

    def _level(self, row: Row) -> None:
        if self._cell(row, "key") != str(len(self.levels)):
            self._refuse(row, _("Levels are numbered from 0 in the column key."))
        self.levels.append((self._title(row, "title"), self._title(row, "title_en")))

    def _area(self, row: Row) -> None:
        self.areas.append((self._words(row, AREA), []))

    def _competence(self, row: Row) -> None:
        if not self.areas:
            self._refuse(row, _("A competence stands below its area; there is none above this row."))
            return
        words = self._words(row, COMPETENCE)
        behaviours = [self._cell(row, name) for name in BEHAVIOURS]
        while behaviours and not behaviours[-1]:
            behaviours.pop()
        entry = CompetenceEntry(*words, tuple(behaviours), self._ageing(row), self._links(row), row.line)
        self.areas[-1][1].append(entry)

    def _ageing(self, row: Row) -> Ageing | None:
        """How levels age; None where the file doesn't say so."""
        typed = [self._cell(row, name).casefold() for name in AGEING]
        if not any(typed):
            return None
        try:
            return Ageing(*map(_months, typed))
        except ValueError:
            self._refuse(row, _("Months are a number from 1 to %(most)s, or never.", most=MOST_MONTHS))
            return None

    def _links(self, row: Row) -> tuple[Reference, ...] | None:
        """What the competence links to; None where the file has no column for it."""
        if self.places[LINKS] is None:
            return None
        try:
            return reference.read(self._cell(row, LINKS))
        except ValueError as error:
            sentence = _(
                "“%(word)s” is no link. A link is written as kind:model/competence, once for each competence. "
                "Kinds: %(kinds)s.",
                word=str(error),
                kinds=", ".join(SAID_BY_HAND),
            )
            self._refuse(row, sentence)
            return None

    def _check_behaviours(self) -> None:
        wanted = len(self.levels) - 1
        for one in (one for _words, rows in self.areas for one in rows):
            if len(one.behaviours) != wanted or not all(one.behaviours):
                sentence = _("Describe what one can see at each level from 1 to %(highest)s.", highest=wanted)
                self.errors.append(RowError(one.line, sentence))
            elif any(len(text) > LONGEST_TEXT for text in one.behaviours):
                self.errors.append(RowError(one.line, _("A text is longer than 1000 characters.")))

    def _check_links(self) -> None:
        """Links within the model lead to what the file has."""
        competences = [one for _words, rows in self.areas for one in rows]
        known, model = {one.key for one in competences}, self.head[0] if self.head else None
        links = ((one, link) for one in competences for link in one.links or () if link.framework == model)
        for source, link in links:
            if link.key == source.key:
                self.errors.append(RowError(source.line, _("A competence can’t link to itself.")))
            elif link.key not in known:
                words = {"key": link.key, "model": link.framework}
                sentence = _("There is no competence “%(key)s” in the model “%(model)s”.", **words)
                self.errors.append(RowError(source.line, sentence))

    def _words(self, row: Row, kind: str) -> tuple[str, str, str, str]:
        """Key, titles and text of a row; notes what is wrong with them."""
        key = self._cell(row, "key")
        if not KEY.fullmatch(key) or len(key) > LONGEST_KEY:
            self._refuse(row, _("The key must be lower-case letters, digits and hyphens."))
        elif (first := self.seen.setdefault((kind, key), row.line)) != row.line:
            self._refuse(row, _("The key %(key)s stands in line %(line)s already.", key=key, line=first))
        text = self._cell(row, "text")
        if len(text) > LONGEST_TEXT:
            self._refuse(row, _("A text is longer than 1000 characters."))
        return key, self._title(row, "title"), self._title(row, "title_en"), text

    def _title(self, row: Row, name: str) -> str:
        title = self._cell(row, name)
        if not title or len(title) > LONGEST_TITLE:
            self._refuse(row, _("%(column)s is missing or longer than 200 characters.", column=name))
        return title

    def _cell(self, row: Row, name: str) -> str:
        return row.cell(self.places[name])

    def _refuse(self, row: Row, sentence: str) -> None:
        self.errors.append(RowError(row.line, sentence))


def _months(typed: str) -> int | None:
    """A number of months, None for never; raises ValueError for anything else."""
    if typed in ("", NEVER):
        return None
    if not 1 <= int(typed) <= MOST_MONTHS:
        raise ValueError(typed)
    return int(typed)


def from_rows(rows: Sequence[Row]) -> tuple[FrameworkEntry | None, list[RowError]]:
    """The framework that the rows describe, and what is wrong, row by row."""
    missing = [name for name in HEADER[:5] if columns(rows[0], HEADER)[name] is None] if rows else []
    if not rows or missing:
        return None, [RowError(1, _("The first line must name these columns: %(names)s.", names=", ".join(HEADER[:5])))]
    reader = Reader(rows)
    entry = reader.read()
    return entry, sorted(reader.errors)
