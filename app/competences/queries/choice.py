"""Which competences can be chosen, and to which levels of their own scales: for a proof, a step, an event."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from app.competences.models import Framework, Level
from app.competences.queries.framework import Named, by_area, named, named_rows
from app.db import db
from app.text.language import language


@dataclass(frozen=True)
class Scale:
    """The levels from 1, with their names, of the models that share them."""

    models: tuple[tuple[int, str], ...]
    levels: tuple[tuple[int, str], ...]

    @property
    def title(self) -> str:
        """The models whose scale it is."""
        return ", ".join(title for _number, title in self.models)

    def is_of(self, framework_id: int) -> bool:
        """Whether a model is measured on it."""
        return any(one == framework_id for one, _title in self.models)


@dataclass(frozen=True)
class Choice:
    """The competences that can be chosen, those `wanted` first under their heading, and the scales of their models."""

    competences: list[Named]
    scales: list[Scale]
    wanted: Collection[int] = ()
    heading: str | None = None

    @property
    def groups(self) -> list[tuple[str, list[Named]]]:
        """Those wanted, for the person's goal if not said otherwise, then area by area in the order of the models."""
        wanted = [one for one in self.competences if one.id in self.wanted]
        others = [one for one in self.competences if one.id not in self.wanted]
        areas = [(first.area, rows) for first, rows in by_area(others, lambda one: one)]
        return [(self.heading or _("Your goal"), wanted), *areas] if wanted else areas

    def titled(self, competence_id: int | None) -> str | None:
        """What this competence is called."""
        return next((one.title for one in self.competences if one.id == competence_id), None)

    def scale_of(self, competence_id: int | None) -> Scale | None:
        """The scale of this competence; the first one where none is chosen."""
        model = next((one.framework_id for one in self.competences if one.id == competence_id), None)
        return next((one for one in self.scales if model is None or one.is_of(model)), None)


def choice(kept: Iterable[int | None] = (), wanted: Collection[int] = (), heading: str | None = None) -> Choice:
    """The competences in use, and those kept, which stay even if they are no longer in use.

    One statement, three where one that is kept is no longer in use.
    """
    found, scales = _in_use()
    if gone := {one for one in kept if one} - {one.id for one in found}:
        found += named(gone)
        scales = _scales({one.framework_id for one in found})
    return Choice(found, scales, wanted, heading)


def _in_use() -> tuple[list[Named], list[Scale]]:
    english = language() == "en"
    query = (
        named_rows(english, is_chosen=False)
        .join(Level, Level.framework_id == Framework.id)
        .where(Level.number > 0)
        .order_by(Level.number)
        .add_columns(
            Framework.title_en if english else Framework.title,
            Level.number,
            Level.title_en if english else Level.title,
        )
    )
    rows = [tuple(row) for row in db.session.execute(query)]
    found = [Named(*values) for values in dict.fromkeys(row[:7] for row in rows)]
    return found, _as_scales(dict.fromkeys((row[5], *row[7:]) for row in rows))


def _scales(framework_ids: Collection[int]) -> list[Scale]:
    """The scales of these models, in their order."""
    english = language() == "en"
    title = Framework.title_en if english else Framework.title
    query = (
        select(Framework.id, title, Level.number, Level.title_en if english else Level.title)
        .join(Level, Level.framework_id == Framework.id)
        .where(Framework.id.in_(framework_ids), Level.number > 0)
        .order_by(Framework.position, Framework.id, Level.number)
    )
    return _as_scales(tuple(row) for row in db.session.execute(query))


def _as_scales(rows: Iterable[tuple[Any, ...]]) -> list[Scale]:
    """From model, its title, number and name of a level; models with the same levels share a scale."""
    levels: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for framework_id, name, number, words in rows:
        levels.setdefault((framework_id, name), []).append((number, words))
    models: dict[tuple[tuple[int, str], ...], list[tuple[int, str]]] = {}
    for model, found in levels.items():
        models.setdefault(tuple(found), []).append(model)
    return [Scale(tuple(rows), found) for found, rows in models.items()]
