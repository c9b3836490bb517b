"""The names of an edition's files: they give the units their order."""

import re
from collections.abc import Collection, Iterable, Sequence

from app.text.folding import fold

COURSE_FILE = "course.md"
UNITS = "units/"
NUMBER = re.compile(r"^\d+-")
LONGEST_SLUG = 60
GAP = 10


def slug_of(title: str, taken: Collection[str] = ()) -> str:
    """A name for addresses and files from a title: "Daten erheben" becomes "daten-erheben"; free among those taken."""
    wanted = "-".join(fold(title).split())[:LONGEST_SLUG].strip("-") or "new"
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def unit_paths(paths: Iterable[str]) -> list[str]:
    """The files of units, in order."""
    return sorted(path for path in paths if path.startswith(UNITS))


def new_path(title: str, paths: Sequence[str]) -> str:
    """Where a further unit goes: behind the last one."""
    names = [NUMBER.sub("", path.removeprefix(UNITS).removesuffix(".md")) for path in paths]
    last = unit_paths(paths)[-1:]
    number = int(found[0].rstrip("-")) if last and (found := NUMBER.match(last[0].removeprefix(UNITS))) else 0
    return f"{UNITS}{number + GAP:02}-{slug_of(title, names)}.md"


def moved(order: Sequence[str], path: str, before: str | None) -> list[str]:
    """The order with one unit moved before another one, or to the end."""
    others = [one for one in order if one != path]
    place = others.index(before) if before in others else len(others)
    return [*others[:place], path, *others[place:]]


def in_order(order: Sequence[str]) -> dict[str, str]:
    """The names that give the units this order, by those they have; numbers are as wide as the largest."""
    width = len(str(len(order) * GAP))
    names = [NUMBER.sub("", path.removeprefix(UNITS)) for path in order]
    return {
        path: f"{UNITS}{number * GAP:0{width}}-{name}"
        for number, (path, name) in enumerate(zip(order, names, strict=True), start=1)
    }
