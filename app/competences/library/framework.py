"""content/competences/<framework>/framework.md, <area>/area.md, <area>/*.md → what they say."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from app.competences.library.texts import AreaText, CompetenceText, FrameworkText, Reading, each, html, names
from app.competences.models.framework import LAST
from app.competences.rules import FADES_AFTER_MONTHS, MOST_MONTHS, SAID_BY_HAND, LinkKind, exchange
from app.content.source import BadContent, Problem, Source, read_all

ADDRESSES = ("evidence", "goal", "inquiries", "people", "self-assessment", "shared", "shares", "statements")
FEWEST_LEVELS, MOST_LEVELS = 2, 10
LONGEST_BEHAVIOUR = 600


def read(root: Path) -> tuple[Reading, list[Problem]]:
    """Every framework below content/competences, and what is wrong."""
    heads, problems = read_all(root, "competences/*/framework.md")
    below, more = read_all(root, "competences/*/*/*.md")
    problems += more
    area_heads = [source for source in below if source.path.endswith("/area.md")]
    others = [source for source in below if source not in area_heads]
    problems += _missing(_folders(below, 2) - _folders(heads), "framework.md")
    problems += _missing(_folders(others) - _folders(area_heads), "area.md")
    frameworks = each(heads, lambda source, _: _framework(source), problems)
    by_folder = {one.folder: one for one in frameworks}
    areas = each(
        _within(area_heads, by_folder, 2),
        lambda one, position: _area(one, position, by_folder),
        problems,
        within="framework",
    )
    by_area = {one.folder: one for one in areas}
    competences = each(_within(others, by_area), lambda one, position: _competence(one, position, by_area), problems)
    problems += _unknown_links(competences, {source.path: source for source in others})
    return Reading(frameworks, areas, competences), problems


def _framework(source: Source) -> FrameworkText:
    levels = source.meta.get("levels")
    if not isinstance(levels, list) or not FEWEST_LEVELS <= len(levels) <= MOST_LEVELS:
        raise BadContent(source.problem(f"levels must be a list of {FEWEST_LEVELS} to {MOST_LEVELS} levels", "levels"))
    scale = []
    for number, level in enumerate(levels):
        titles = [level.get(name) for name in ("title", "title_en")] if isinstance(level, dict) else [None]
        if not all(isinstance(title, str) and title.strip() for title in titles):
            raise BadContent(source.problem(f"level {number} needs a title and a title_en", "levels", number))
        scale.append((str(titles[0]).strip(), str(titles[1]).strip()))
    if len(source.body.strip()) > exchange.LONGEST_ABOUT:
        raise BadContent(source.problem(f"the text is longer than {exchange.LONGEST_ABOUT} characters"))
    version, body, position = source.text("version"), source.body.strip(), source.number("position", 1, LAST, LAST)
    return FrameworkText(*names(source), version, tuple(scale), body, html(source), position)


def _area(source: Source, position: int, frameworks: Mapping[str, FrameworkText]) -> AreaText:
    return AreaText(*names(source), frameworks[_up(source, 2)], position, source.body.strip())


def _competence(source: Source, position: int, areas: Mapping[str, AreaText]) -> CompetenceText:
    area = areas[_up(source)]
    highest = area.framework.highest
    levels = source.meta.get("levels")
    if not isinstance(levels, dict):
        raise BadContent(source.problem("levels is missing or not a list of `number: behaviour` lines", "levels"))
    wrong = [number for number in levels if type(number) is not int or not 1 <= number <= highest]
    problems = [source.problem(f"level {one} is not on the scale of 1 to {highest}", "levels", one) for one in wrong]
    for number in range(1, highest + 1):
        behaviour = levels.get(number)
        if not isinstance(behaviour, str) or not 0 < len(behaviour.strip()) <= LONGEST_BEHAVIOUR:
            sentence = f"level {number} needs a description of behaviour of at most {LONGEST_BEHAVIOUR} characters"
            problems.append(source.problem(sentence, "levels", number))
    links, more = _links(source)
    if problems := problems + more:
        raise BadContent(*problems)
    behaviours = {number: levels[number].strip() for number in range(1, highest + 1)}
    months = (_months(source, "fades_after_months", FADES_AFTER_MONTHS), _months(source, "expires_after_months", None))
    return CompetenceText(*names(source, ADDRESSES), area, position, source.body.strip(), behaviours, *months, links)


def _months(source: Source, name: str, otherwise: int | None) -> int | None:
    """A number of months, or `never`; without it the usual."""
    value = source.meta.get(name, otherwise)
    if value is None or value == "never":
        return None
    if type(value) is not int or not 1 <= value <= MOST_MONTHS:
        raise BadContent(source.problem(f"{name} must be a number of months from 1 to {MOST_MONTHS}, or never", name))
    return value


def _links(source: Source) -> tuple[dict[str, LinkKind], list[Problem]]:
    """The links of a competence, and what is wrong with their kinds."""
    links = source.meta.get("links") or {}
    if not isinstance(links, dict):
        return {}, [source.problem("links is not a list of `competence: kind` lines", "links")]
    kinds = ", ".join(SAID_BY_HAND)
    wrong = [key for key, kind in links.items() if kind not in SAID_BY_HAND]
    problems = [source.problem(f"the link to {key} must be one of {kinds}", "links", str(key)) for key in wrong]
    return {str(key): LinkKind(kind) for key, kind in links.items() if key not in wrong}, problems


def _unknown_links(competences: Iterable[CompetenceText], sources: Mapping[str, Source]) -> list[Problem]:
    known = {one.key for one in competences}
    return [
        sources[one.origin].problem(f"there is no other competence {key}", "links", key)
        for one in competences
        for key in one.links
        if key not in known - {one.key}
    ]


def _up(source: Source, levels: int = 1) -> str:
    return str(PurePosixPath(source.path).parents[levels - 1])


def _folders(sources: Iterable[Source], levels: int = 1) -> set[str]:
    return {_up(source, levels) for source in sources}


def _within(sources: Iterable[Source], folders: Mapping[str, object], levels: int = 1) -> list[Source]:
    """Only the files whose parent could be read; what is wrong with the parent is said already."""
    return [source for source in sources if _up(source, levels) in folders]


def _missing(folders: Iterable[str], name: str) -> list[Problem]:
    return [Problem(f"{folder}/{name}", 1, "the file is missing") for folder in sorted(folders)]
