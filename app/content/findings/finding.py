"""What a finding is, and what the checks look at."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from app.content.passages import Mark, Passage, passages
from app.content.source import Source
from app.content.style import HouseStyle

GERMAN = "de"


class Severity(enum.StrEnum):
    """Whether a text can be published with it."""

    ERROR = "error"
    HINT = "hint"


class Kind(enum.StrEnum):
    """What a finding is about."""

    PICTURE = "picture"
    HEADING = "heading"
    LINK = "link"
    OUTCOME = "outcome"
    QUESTION = "question"
    LENGTH = "length"
    READABILITY = "readability"
    SENTENCE = "sentence"
    WORD = "word"
    QUOTATION = "quotation"
    SPACE = "space"


@dataclass(frozen=True, order=True)
class Finding:
    """Where something is to be mended, and a sentence that says how."""

    path: str
    line: int
    kind: Kind
    severity: Severity
    sentence: str


@dataclass(frozen=True)
class Entry:
    """A text of the front matter that people read, and its line."""

    line: int
    text: str


@dataclass(frozen=True)
class Text:
    """A file as the checks see it, in the language of its course, and by the style of the house."""

    source: Source
    language: str
    course: str
    style: HouseStyle

    @cached_property
    def passages(self) -> list[Passage]:
        """What stands below the front matter."""
        return passages(self.source.body)

    @cached_property
    def entries(self) -> list[Entry]:
        """The texts of the front matter that are in the file's language."""
        return list(_entries(self.source, self.source.meta, ()))

    @property
    def is_german(self) -> bool:
        """Whether the rules for German texts count."""
        return self.language == GERMAN

    def line(self, place: Passage | Mark) -> int:
        """The line of the file in which a passage begins, or a picture or link stands."""
        return self.source.body_line + place.line - 1

    def error(self, line: int, kind: Kind, sentence: str) -> Finding:
        """What keeps the file from being published."""
        return Finding(self.source.path, line, kind, Severity.ERROR, sentence)

    def hint(self, line: int, kind: Kind, sentence: str) -> Finding:
        """What somebody should look at again."""
        return Finding(self.source.path, line, kind, Severity.HINT, sentence)


def _entries(source: Source, value: Any, keys: tuple[str | int, ...]) -> Iterator[Entry]:
    if isinstance(value, str) and " " in value.strip():
        yield Entry(source.line(*keys), value.strip())
    elif isinstance(value, dict):
        for key, one in value.items():
            if not str(key).endswith("_en"):
                yield from _entries(source, one, (*keys, key))
    elif isinstance(value, list):
        for position, one in enumerate(value):
            yield from _entries(source, one, (*keys, position))
