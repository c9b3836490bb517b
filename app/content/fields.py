"""The entries of a file's front matter, read one by one; what is wrong with any of them is collected, not raised."""

import enum
from collections.abc import Collection
from typing import Any, TypeVar

from app.content.sentences import said
from app.content.source import Problem, Source

LONGEST_TEXT = 200
LONGEST_SENTENCE = 400
MOST_ENTRIES = 40
KIND = TypeVar("KIND", bound=enum.StrEnum)


class Fields:
    """Asks for entries by their keys: `fields.text("check", 0, "question")`. A bad one gives a harmless value."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def refuse(self, sentence: str, *keys: str | int) -> None:
        """Collect what is wrong with an entry."""
        self.problems.append(self.source.problem(sentence, *keys))

    def text(self, *keys: str | int, longest: int = LONGEST_TEXT) -> str:
        """A required text."""
        value = self._at(keys)
        if not isinstance(value, str) or not value.strip():
            self.refuse(said("%(name)s is missing or not a text", name=_name(keys)), *keys)
            return ""
        if len(value) > longest:
            self.refuse(said("%(name)s is longer than %(most)s characters", name=_name(keys), most=longest), *keys)
        return value.strip()

    def optional_text(self, *keys: str | int, longest: int = LONGEST_TEXT) -> str | None:
        """A text, or None where it is missing."""
        return self.text(*keys, longest=longest) if self._at(keys) is not None else None

    def has(self, *keys: str | int) -> bool:
        """Whether the entry is there."""
        return self._at(keys) is not None

    def written(self, *keys: str | int) -> str:
        """A number or a text as it would be written in German: 2.5 as 2,5. Empty where it is neither."""
        value = self._at(keys)
        if isinstance(value, float):
            return str(value).replace(".", ",")
        return str(value).strip() if type(value) in (int, str) else ""

    def number(self, *keys: str | int, lowest: int, highest: int) -> int:
        """A required whole number between two limits."""
        value = self._at(keys)
        if type(value) is not int or not lowest <= value <= highest:
            self.refuse(
                said(
                    "%(name)s must be a whole number from %(least)s to %(most)s",
                    name=_name(keys),
                    least=lowest,
                    most=highest,
                ),
                *keys,
            )
            return lowest
        return value

    def flag(self, *keys: str | int) -> bool:
        """Yes or no; no where it is missing."""
        value = self._at(keys)
        if value not in (None, True, False):
            self.refuse(said("%(name)s must be true or false", name=_name(keys)), *keys)
        return value is True

    def choice(self, kinds: type[KIND], *keys: str | int) -> KIND:
        """One of a few words."""
        value = self._at(keys)
        if value not in list(kinds):
            self.refuse(said("%(name)s must be one of: %(words)s", name=_name(keys), words=", ".join(kinds)), *keys)
            return next(iter(kinds))
        return kinds(value)

    def texts(self, *keys: str | int, longest: int = LONGEST_TEXT) -> list[str]:
        """A list of texts, empty where it is missing."""
        return [self.text(*keys, position, longest=longest) for position in self._positions(keys)]

    def entries(self, *keys: str | int, known: Collection[str]) -> range:
        """The positions of a list whose entries are `name: value` lines with these names, empty where it is missing."""
        positions = self._positions(keys)
        for position in positions:
            self.only(known, *keys, position)
        return positions

    def only(self, known: Collection[str], *keys: str | int) -> None:
        """Name what nobody reads: most often a typing error."""
        value = self.source.meta if not keys else self._at(keys)
        if not isinstance(value, dict):
            self.refuse(said("a list of `name: value` lines is expected here"), *keys)
            return
        for name in value:
            if name not in known:
                self.refuse(
                    said("%(name)s is not known here; known are: %(words)s", name=name, words=", ".join(known)),
                    *keys,
                    str(name),
                )

    def _positions(self, keys: tuple[str | int, ...]) -> range:
        value = self._at(keys)
        if value is None:
            return range(0)
        if not isinstance(value, list) or len(value) > MOST_ENTRIES:
            self.refuse(
                said("%(name)s must be a list of at most %(most)s entries", name=_name(keys), most=MOST_ENTRIES), *keys
            )
            return range(0)
        return range(len(value))

    def _at(self, keys: tuple[str | int, ...]) -> Any:
        value: Any = self.source.meta
        for key in keys:
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int):
                value = value[key]
            else:
                return None
        return value


def _name(keys: tuple[str | int, ...]) -> str:
    return str(next((key for key in reversed(keys) if isinstance(key, str)), keys[-1]))
