"""The catalogue: what matches, and how many courses each filter would leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    String,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    or_,
    select,
    union_all,
)

from app.competences.models import Competence
from app.courses.models import Course, Enrolment, Outcome
from app.courses.rules import FACETS, UP_TO, Format, Length, Stage, Wanted, stage
from app.db import db
from app.text.language import language

MOST_KEPT = 64
"""How many questions for the numbers beside the filters are kept ready; nearly all visits begin without filters."""


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


def lines_matching(wanted: Wanted, person_id: int) -> Select[*tuple[Any, ...]]:
    """Rows for `line`: what matches, courses with all words in their title first, then by title."""
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
        .outerjoin(Enrolment, and_(Enrolment.course_id == Course.id, Enrolment.person_id == person_id))
        .where(is_offered(), *_conditions(wanted).values())
        .order_by(*_title_first(wanted), Course.search_title, Course.id)
    )


def count_matching(wanted: Wanted) -> int:
    """How many courses match."""
    query = select(func.count()).select_from(Course).where(is_offered(), *_conditions(wanted).values())
    return db.session.scalar(query) or 0


def line(row: Any) -> Line:
    """A row of `lines_matching` as a read model."""
    id, slug, title, format, abilities, minutes, provider, spoken, begun_at, completed_on, left_at = row
    now = stage(begun_at, completed_on, left_at)
    ability = _sentence(abilities[0]) if abilities else ""
    return Line(id, slug, title, format, ability, minutes, provider, spoken, now)


def _sentence(ability: str) -> str:
    """The ability with a capital letter and a full stop."""
    return f"{ability[:1].upper()}{ability[1:].rstrip('.')}."


def is_offered() -> ColumnElement[bool]:
    """Whether a course stands in the catalogue."""
    return and_(Course.published_at.is_not(None), Course.retired_at.is_(None))


def facets(wanted: Wanted) -> dict[str, list[Choice]]:
    """The values of each filter with the number of courses left if it were ticked alone; one statement.

    The other filters and the words count, the filter's own ticks don't: so people see what else there is.
    """
    choices: dict[str, list[Choice]] = {facet: [] for facet in FACETS}
    for facet, value, label, count in db.session.execute(_all_facets(wanted, language() == "en")):
        choices[facet].append(Choice(value, label, count))
    return choices


@lru_cache(maxsize=MOST_KEPT)
def _all_facets(wanted: Wanted, english: bool) -> CompoundSelect[*tuple[Any, ...]]:
    conditions = _conditions(wanted)
    parts = []
    for facet in FACETS:
        others = [found for name, found in conditions.items() if name != facet]
        left = func.count(case((and_(*others), Course.id))) if others else func.count()
        parts.append(_competences(left, english) if facet == "competence" else _facet(facet, left))
    return union_all(*parts)


def _competences(left: ColumnElement[int], english: bool) -> Select[*tuple[Any, ...]]:
    label = Competence.title_en if english else Competence.title
    return (
        select(literal("competence"), Competence.key, label, left)
        .select_from(Course)
        .join(Outcome, Outcome.course_id == Course.id)
        .join(Competence, Competence.id == Outcome.competence_id)
        .where(is_offered(), Competence.retired_at.is_(None))
        .group_by(Competence.key, label)
    )


def _facet(facet: str, left: ColumnElement[int]) -> Select[*tuple[Any, ...]]:
    value = {"format": Course.format, "topic": Course.topic, "language": Course.language, "length": _length()}[facet]
    return (
        select(literal(facet), cast(value, String), literal(""), left).where(is_offered()).group_by(cast(value, String))
    )


def _title_first(wanted: Wanted) -> list[ColumnElement[int]]:
    in_title = [Course.search_title.contains(word, autoescape=True) for word in wanted.words]
    return [case((and_(*in_title), 0), else_=1)] if in_title else []


def _length() -> ColumnElement[str]:
    steps = [(Course.effort_minutes <= most, literal(length.value)) for length, most in UP_TO.items()]
    return case(*steps, else_=literal(Length.LONGER.value))


def _conditions(wanted: Wanted) -> dict[str, ColumnElement[bool]]:
    """The conditions that are set, each under the name of its filter."""
    found: dict[str, ColumnElement[bool]] = {}
    if wanted.finds_nothing:
        found["words"] = false()
    if wanted.words:
        found["words"] = and_(*(Course.search_text.contains(word, autoescape=True) for word in wanted.words))
    if wanted.format:
        found["format"] = Course.format.in_(wanted.format)
    if wanted.topic:
        found["topic"] = Course.topic.in_(wanted.topic)
    if wanted.language:
        found["language"] = Course.language.in_(wanted.language)
    if wanted.length:
        found["length"] = _has_length(wanted.length)
    if wanted.competence:
        leads_to = select(Outcome.course_id).join(Outcome.competence).where(Competence.key.in_(wanted.competence))
        found["competence"] = Course.id.in_(leads_to)
    return found


def _has_length(lengths: Iterable[Length]) -> ColumnElement[bool]:
    return or_(*(_length() == literal(length.value) for length in lengths))
