"""Links of a competence as a file names them: by the keys of the other one and of its model."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.competences.rules.framework import SAID_BY_HAND, LinkKind

WORD = re.compile(r"(?P<kind>[a-z-]+):(?P<framework>[a-z0-9-]+)/(?P<key>[a-z0-9-]+)")
BETWEEN = re.compile(r"[\s|]+")


@dataclass(frozen=True, order=True)
class Reference:
    """One end of a link that leads away: the other competence, its model, and how they belong together."""

    framework: str
    key: str
    kind: LinkKind

    def __str__(self) -> str:
        return f"{self.kind}:{self.framework}/{self.key}"


def written(references: Iterable[Reference]) -> str:
    """The cell of a file, always in the same order."""
    return " ".join(map(str, sorted(references)))


def read(cell: str) -> tuple[Reference, ...]:
    """What the cell names, whatever the order and with blanks or | between; raises ValueError with the wrong word."""
    found: dict[tuple[str, str], Reference] = {}
    for word in filter(None, BETWEEN.split(cell.casefold())):
        match = WORD.fullmatch(word)
        if match is None or match["kind"] not in SAID_BY_HAND:
            raise ValueError(word)
        one = Reference(match["framework"], match["key"], LinkKind(match["kind"]))
        if found.setdefault((one.framework, one.key), one) != one:
            raise ValueError(word)
    return tuple(sorted(found.values()))
