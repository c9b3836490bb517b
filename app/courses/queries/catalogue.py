"""The catalogue: what stands in it, kept in memory for its search, and its lines."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Engine, Select, and_, bindparam, select

from app.competences.models import Competence
from app.courses.models import CatalogueStamp, Course, Enrolment, Outcome, Synonyms
from app.courses.rules import IN_HOUSE, Dated, Entry, Format, Found, Index, Stage, Wanted, groups, length_of, stage
from app.db import db
from app.text.language import language


@dataclass(frozen=True)
class Line:
    """A course as the catalogue lists it, with where the person stands in it."""

    id: int
    slug: str
    title: str
    format: Format
    ability: str
    minutes: int
    provider: str | None
    language: str
    stage: Stage

    @property
    def has_dates(self) -> bool:
        """Whether it takes place on dates that can be booked."""
        return self.format is Format.SEMINAR


@dataclass(frozen=True)
class Choice:
    """A value of a filter: how many courses it would leave."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Catalogue:
    """The catalogue as it was with this stamp, and the titles of its competences in both languages."""

    stamp: str | None
    index: Index
    competences: Mapping[str, tuple[str, str]]

    def find(self, wanted: Wanted, dates: Collection[Dated] = (), today: dt.date = dt.date.min) -> Found:
        """What matches: courses with all words in their title first, then by title."""
        return self.index.find(wanted, dates, today)

    def choices(self, found: Found) -> dict[str, list[Choice]]:
        """The values of each filter with the number of courses left if it were ticked alone.

        The other filters and the words count, the filter's own ticks don't: so people see what else there is.
        """
        english = language() == "en"
        return {
            facet: [
                Choice(value, self.competences[value][english] if facet == "competence" else "", count)
                for value, count in counts.items()
            ]
            for facet, counts in found.counts.items()
        }


KEPT: WeakKeyDictionary[Engine, Catalogue] = WeakKeyDictionary()


def catalogue() -> Catalogue:
    """What is kept in memory, if the catalogue has not changed since; made anew otherwise.

    The stamp is read first: whatever changes while the courses are read has another one.
    """
    stamp, kept = db.session.scalar(select(CatalogueStamp.stamp)), KEPT.get(db.engine)
    if kept is None or stamp is None or kept.stamp != stamp:
        competences = _competences()
        index = Index(_entries(competences), groups(synonyms()))
        titles = {key: (title, title_en) for _, key, title, title_en, _ in competences}
        KEPT[db.engine] = kept = Catalogue(stamp, index, titles)
    return kept


def lines_of(course_ids: Sequence[int], person_id: int) -> list[Line]:
    """The lines of these courses, in this order."""
    rows = db.session.execute(_lines(), {"course_ids": list(course_ids), "person_id": person_id})
    lines = {row.id: _line(row) for row in rows}
    return [lines[course_id] for course_id in course_ids if course_id in lines]


def synonyms() -> str:
    """The list of words that mean the same, as it was written; empty where there is none."""
    return db.session.scalar(select(Synonyms.text)) or ""


def is_offered() -> ColumnElement[bool]:
    """Whether a course stands in the catalogue."""
    return and_(Course.published_at.is_not(None), Course.retired_at.is_(None))


@cache
def _lines() -> Select[*tuple[Any, ...]]:
    """Rows for `_line`; put together once, which costs more than asking."""
    mine = and_(Enrolment.course_id == Course.id, Enrolment.person_id == bindparam("person_id"))
    return (
        select(
            Course.id,
            Course.slug,
            Course.title,
            Course.format,
            Course.abilities,
            Course.effort_minutes,
            Course.provider,
            Course.language,
            Enrolment.begun_at,
            Enrolment.completed_on,
            Enrolment.left_at,
        )
        .outerjoin(Enrolment, mine)
        .where(Course.id.in_(bindparam("course_ids", expanding=True)), is_offered())
    )


def _line(row: Any) -> Line:
    id, slug, title, format, abilities, minutes, provider, spoken, begun_at, completed_on, left_at = row
    now = stage(begun_at, completed_on, left_at)
    ability = _sentence(abilities[0]) if abilities else ""
    return Line(id, slug, title, format, ability, minutes, provider, spoken, now)


def _sentence(ability: str) -> str:
    """The ability with a capital letter and a full stop."""
    return f"{ability[:1].upper()}{ability[1:].rstrip('.')}."


def _entries(competences: Iterable[tuple[int, str, str, str, int]]) -> list[Entry]:
    led_to: dict[int, list[tuple[str, int]]] = {}
    for course_id, key, _title, _title_en, level in competences:
        led_to.setdefault(course_id, []).append((key, level))
    return [_entry(row, led_to.get(row.id, [])) for row in db.session.execute(_searched())]


def _entry(row: Any, outcomes: Sequence[tuple[str, int]]) -> Entry:
    values: dict[str, Sequence[str]] = {
        "format": [row.format],
        "topic": [row.topic],
        "language": [row.language],
        "length": [length_of(row.effort_minutes)],
        "target": row.target_groups,
        "provider": [row.provider or IN_HOUSE],
    }
    spellings = tuple(" ".join((row.summary, *row.abilities, row.title)).split())
    return Entry(row.id, row.search_title, row.search_text, spellings, values, outcomes)


def _searched() -> Select[*tuple[Any, ...]]:
    return select(
        Course.id,
        Course.search_title,
        Course.search_text,
        Course.title,
        Course.summary,
        Course.abilities,
        Course.format,
        Course.topic,
        Course.language,
        Course.effort_minutes,
        Course.target_groups,
        Course.provider,
    ).where(is_offered())


def _competences() -> list[Any]:
    """Which course leads to which competence: the course, its key, its titles and the level."""
    query = (
        select(Outcome.course_id, Competence.key, Competence.title, Competence.title_en, Outcome.to_level)
        .join(Outcome.competence)
        .where(Competence.retired_at.is_(None))
    )
    return list(db.session.execute(query))
