"""What somebody looks for in the catalogue."""

from dataclasses import dataclass

from app.courses.rules.catalogue import Format, Length, Topic

LONGEST_QUERY = 100
FACETS = ("format", "topic", "length", "competence", "language")


@dataclass(frozen=True)
class Wanted:
    """The words typed, and what is ticked in each group of filters; nothing ticked means everything."""

    typed: str = ""
    words: tuple[str, ...] = ()
    format: tuple[Format, ...] = ()
    topic: tuple[Topic, ...] = ()
    length: tuple[Length, ...] = ()
    competence: tuple[str, ...] = ()
    language: tuple[str, ...] = ()

    @property
    def ticked(self) -> int:
        """How many filters are set."""
        return sum(len(getattr(self, facet)) for facet in FACETS)

    @property
    def finds_nothing(self) -> bool:
        """Whether only signs were typed that no course is found by."""
        return bool(self.typed) and not self.words

    def without_filters(self) -> "Wanted":
        """The same words, looked for everywhere."""
        return Wanted(self.typed, self.words)
