"""What a file would change in a framework, and what it leaves out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any

from app.competences.rules.exchange import AreaEntry, CompetenceEntry, FrameworkEntry


@dataclass(frozen=True)
class Areas:
    """What an import would change in the areas: those that come and go, titles before and after, other texts.

    `is_reordered`: whether those that stay follow each other otherwise.
    """

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    reworded: tuple[str, ...] = ()
    is_reordered: bool = False


@dataclass(frozen=True)
class Summary:
    """What an import would change: titles of the competences that come, change and go, levels called otherwise.

    `has_other_about`: whether the model says something else about itself.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    levels: tuple[tuple[str, str], ...] = ()
    has_other_about: bool = False
    areas: Areas = field(default_factory=Areas)


def summary(before: FrameworkEntry | None, after: FrameworkEntry) -> Summary:
    """What becomes different, by the keys of areas and competences."""
    old = _by_key(before) if before else {}
    new = _by_key(after)
    return Summary(
        tuple(one[0] for key, one in new.items() if key not in old),
        tuple(one[0] for key, one in new.items() if key in old and old[key] != one),
        tuple(one[0] for key, one in old.items() if key not in new),
        tuple(_renamed(before, after)) if before else (),
        (after.about or "") != ((before.about if before else None) or ""),
        _areas(before, after) if before else Areas(),
    )


def _areas(before: FrameworkEntry, after: FrameworkEntry) -> Areas:
    old = {area.key: area for area in before.areas}
    new = {area.key: area for area in after.areas}
    both = [(old[key], new[key]) for key in new if key in old]
    german = [(one.title, other.title) for one, other in both if one.title != other.title]
    english = [
        (one.title_en, other.title_en)
        for one, other in both
        if one.title == other.title and one.title_en != other.title_en
    ]
    return Areas(
        tuple(area.title for key, area in new.items() if key not in old),
        tuple(area.title for key, area in old.items() if key not in new),
        (*german, *english),
        tuple(other.title for one, other in both if one.body != other.body),
        [key for key in old if key in new] != [key for key in new if key in old],
    )


def _renamed(before: FrameworkEntry, after: FrameworkEntry) -> Iterable[tuple[str, str]]:
    """The names of levels before and after, by their number; one that comes or goes has none there."""
    for (old, old_en), (new, new_en) in zip_longest(before.levels, after.levels, fillvalue=("–", "–")):
        if old != new:
            yield old, new
        elif old_en != new_en:
            yield old_en, new_en


def _by_key(entry: FrameworkEntry) -> Mapping[str, tuple[Any, ...]]:
    """What counts as a change of a competence; coming into another area is one."""
    return {
        one.key: (one.title, one.title_en, one.body, one.behaviours, one.ageing, one.links, area.key)
        for area in entry.areas
        for one in area.competences
    }


def completed(before: FrameworkEntry, after: FrameworkEntry, *, has_english: bool) -> FrameworkEntry:
    """What a file leaves out, taken from what is there: ageing, links, the text about it, and the English titles."""
    areas = {area.key: area for area in before.areas}
    competences = {one.key: one for one in before.competences}
    scale = dict(before.levels)

    def english(title: str, title_en: str, old: AreaEntry | CompetenceEntry | FrameworkEntry | None) -> str:
        return old.title_en if old and not has_english and old.title == title else title_en

    def competence(new: CompetenceEntry) -> CompetenceEntry:
        old = competences.get(new.key)
        ageing = new.ageing or (old.ageing if old else None)
        links = old.links if new.links is None and old else new.links
        return replace(new, title_en=english(new.title, new.title_en, old), ageing=ageing, links=links)

    def area(new: AreaEntry) -> AreaEntry:
        title_en = english(new.title, new.title_en, areas.get(new.key))
        return replace(new, title_en=title_en, competences=tuple(map(competence, new.competences)))

    return replace(
        after,
        title_en=english(after.title, after.title_en, before),
        levels=tuple((title, other if has_english else scale.get(title, other)) for title, other in after.levels),
        areas=tuple(map(area, after.areas)),
        about=before.about if after.about is None else after.about,
    )
