"""Questions about frameworks, areas, competences and levels."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from sqlalchemy import Select, and_, bindparam, func, select
from sqlalchemy.orm import contains_eager, selectinload

from app.competences.models import Area, Competence, Framework, Level, LevelDescription
from app.competences.rules import Stage
from app.db import db
from app.people.viewer import Viewer
from app.text.language import language

T = TypeVar("T")


@dataclass(frozen=True)
class Named:
    """A competence as a line shows it, in the language of the page."""

    id: int
    key: str
    title: str
    area_id: int
    area: str
    framework_id: int
    highest: int


@dataclass(frozen=True)
class Model:
    """A framework in use as a choice shows it, in the language of the page."""

    id: int
    key: str
    title: str


@dataclass(frozen=True)
class Step:
    """A level of a competence: its number, its name on the scale, and what one can be seen doing there."""

    number: int
    title: str
    behaviour: str | None


@dataclass(frozen=True)
class Question:
    """A competence with all its levels, to choose one from."""

    competence: Named
    steps: tuple[Step, ...]


def competences() -> Select[Competence]:
    """Every competence that may be seen, with area and framework; retired ones too, since statements name them."""
    return (
        select(Competence)
        .join(Competence.area)
        .join(Area.framework)
        .where(Framework.stage != Stage.DRAFT)
        .options(contains_eager(Competence.area).contains_eager(Area.framework))
    )


def competences_visible_to(_viewer: Viewer) -> Select[Competence]:
    """The competences that may be seen, each with its scale and the description of its levels."""
    scale = contains_eager(Competence.area).contains_eager(Area.framework).selectinload(Framework.levels)
    return competences().options(scale, selectinload(Competence.descriptions))


def models_in_use() -> list[Model]:
    """The frameworks in use that have something to assess, in their order; one statement."""
    title = Framework.title_en if language() == "en" else Framework.title
    has_any = (
        select(Competence.id)
        .join(Competence.area)
        .where(Area.framework_id == Framework.id, Competence.retired_at.is_(None))
    )
    query = (
        select(Framework.id, Framework.key, title)
        .where(Framework.stage == Stage.PUBLISHED, has_any.exists())
        .order_by(Framework.position, Framework.id)
    )
    return [Model(*row) for row in db.session.execute(query)]


def about_model(framework_id: int) -> str:
    """What a framework says about itself, as HTML; one statement."""
    return db.session.scalar(select(Framework.body_html).where(Framework.id == framework_id)) or ""


def competence_ids_of(framework_id: int) -> list[int]:
    """The competences in use of one framework; one statement."""
    query = (
        select(Competence.id)
        .join(Competence.area)
        .where(Area.framework_id == framework_id, Competence.retired_at.is_(None))
    )
    return list(db.session.scalars(query))


def named(ids: Collection[int] | None = None) -> list[Named]:
    """The competences in use with the names of this page's language; or only those asked for; one statement."""
    query = named_rows(language() == "en", is_chosen=ids is not None)
    values = {} if ids is None else {"ids": list(ids)}
    return [Named(*row) for row in db.session.execute(query, values)]


@cache
def named_rows(english: bool, *, is_chosen: bool) -> Select[int, str, str, int, str, int, int]:
    """Rows for `Named`; put together once, which costs more than asking."""
    of_model = select(func.max(Level.number)).where(Level.framework_id == Framework.id)
    highest = of_model.correlate(Framework).scalar_subquery()
    query = (
        select(
            Competence.id,
            Competence.key,
            Competence.title_en if english else Competence.title,
            Area.id,
            Area.title_en if english else Area.title,
            Framework.id,
            highest,
        )
        .join(Competence.area)
        .join(Area.framework)
        .order_by(Framework.position, Framework.id, Area.position, Competence.position)
    )
    if is_chosen:
        return query.where(Competence.id.in_(bindparam("ids", expanding=True)))
    return query.where(Competence.retired_at.is_(None), Framework.stage == Stage.PUBLISHED)


def highest_levels(competence_ids: Iterable[int]) -> dict[int, int]:
    """The highest level of each of these competences that is in use."""
    query = (
        select(Competence.id, func.max(Level.number))
        .join(Competence.area)
        .join(Level, Level.framework_id == Area.framework_id)
        .where(Competence.id.in_(list(competence_ids)), Competence.retired_at.is_(None))
        .group_by(Competence.id)
    )
    return dict(db.session.execute(query).all())


def by_area(found: Sequence[T], named_of: Callable[[T], Named]) -> list[tuple[Named, list[T]]]:
    """Rows in their order, together by area; with each area one of its competences, which names it."""
    groups: dict[int, list[T]] = {}
    for one in found:
        groups.setdefault(named_of(one).area_id, []).append(one)
    return [(named_of(rows[0]), rows) for rows in groups.values()]


def questions(ids: Collection[int] | None = None) -> list[Question]:
    """The competences in use, or those asked for, with their levels; two statements."""
    return questions_about(named(ids))


def questions_about(found: Sequence[Named]) -> list[Question]:
    """These competences with their levels; one statement."""
    english = language() == "en"
    query = (
        select(Competence.id, Level.number, Level.title_en if english else Level.title, LevelDescription.behaviour)
        .join(Competence.area)
        .join(Level, Level.framework_id == Area.framework_id)
        .outerjoin(
            LevelDescription,
            and_(LevelDescription.competence_id == Competence.id, LevelDescription.number == Level.number),
        )
        .where(Competence.id.in_([one.id for one in found]))
        .order_by(Level.number)
    )
    steps: dict[int, list[Step]] = {}
    for competence_id, number, title, behaviour in db.session.execute(query):
        steps.setdefault(competence_id, []).append(Step(number, title, behaviour))
    return [Question(one, tuple(steps.get(one.id, ()))) for one in found]
