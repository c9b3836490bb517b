"""Links in texts to courses, units and pages; one that leads nowhere is named with its line."""

import re
from collections.abc import Collection, Iterable
from urllib.parse import unquote

from app.content.sentences import said
from app.content.source import Problem, Source
from app.text.markdown import TooLong, own_links

CHECKED = ("/courses/", "/pages/")
END_OF_PATH = re.compile(r"[?#]")


def dead_links(sources: Iterable[Source], known: Collection[str]) -> list[Problem]:
    """What is wrong with the links of these texts, where `known` are the addresses that lead somewhere."""
    return [problem for source in sources for problem in _dead_links(source, known)]


def _dead_links(source: Source, known: Collection[str]) -> list[Problem]:
    try:
        links = own_links(source.body)
    except (TooLong, RecursionError):
        return [source.problem(said("the text is too long or nested too deeply"))]
    paths = [(line, END_OF_PATH.split(address)[0]) for line, address in links]
    return [
        Problem(source.path, source.body_line + line - 1, _missing(path, known))
        for line, path in paths
        if path.startswith(CHECKED) and unquote(path) not in known
    ]


def _missing(path: str, known: Collection[str]) -> str:
    match path.split("/")[1:]:
        case ["courses", str(slug), "units", str(key)] if f"/courses/{slug}" in known:
            return said("there is no unit %(unit)s in the course %(course)s", unit=key, course=slug)
        case ["courses", str(slug), *_] if slug and f"/courses/{slug}" not in known:
            return said("there is no course %(course)s", course=slug)
        case ["pages", str(slug)] if slug:
            return said("there is no page %(page)s", page=slug)
    return said("there is nothing at %(path)s", path=path)
