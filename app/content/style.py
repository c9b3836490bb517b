"""content/house-style.md → how an administration wants its texts: how hard at most, and which words it avoids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from app.content.fields import Fields
from app.content.passages import passages
from app.content.source import Problem, Source, read_all

FILE = "house-style.md"
ENTRIES = ("title", "school_year", "sentence_words", "words_per_minute", "courses")
COURSE_ENTRIES = ("course", "school_year")
EASIEST, HARDEST = 4, 20
FEWEST_COLUMNS, MOST_COLUMNS = 3, 4


@dataclass(frozen=True)
class Avoided:
    """A word, what to write instead, and why; in a sentence that also holds `beside` it is fine."""

    word: str
    better: str
    because: str
    beside: str = ""


@dataclass(frozen=True)
class HouseStyle:
    """What texts are measured by.

    A school year is that of the first Wiener Sachtextformel. Adults read English non-fiction silently at 238 words a
    minute, most of them at 175 to 300 (Brysbaert 2019, doi 10.1016/j.jml.2019.104047); German words are longer.
    """

    school_year: int = 12
    sentence_words: int = 30
    words_per_minute: int = 200
    courses: Mapping[str, int] = field(default_factory=dict)
    avoided: tuple[Avoided, ...] = ()

    def school_year_of(self, course: str) -> int:
        """How hard the texts of a course may be."""
        return self.courses.get(course, self.school_year)


def read(root: Path) -> tuple[HouseStyle, list[Problem]]:
    """The style in the content folder, the usual one where it has none, and what is wrong in the file."""
    sources, problems = read_all(root, FILE)
    if not sources:
        return HouseStyle(), problems
    fields = Fields(sources[0])
    fields.only(ENTRIES)
    usual = HouseStyle()
    style = HouseStyle(
        _number(fields, "school_year", EASIEST, HARDEST, usual.school_year),
        _number(fields, "sentence_words", 10, 100, usual.sentence_words),
        _number(fields, "words_per_minute", 100, 400, usual.words_per_minute),
        {
            fields.text("courses", n, "course"): fields.number(
                "courses", n, "school_year", lowest=EASIEST, highest=HARDEST
            )
            for n in fields.entries("courses", known=COURSE_ENTRIES)
        },
        tuple(_avoided(sources[0], problems)),
    )
    return style, [*problems, *fields.problems]


def _number(fields: Fields, name: str, lowest: int, highest: int, usual: int) -> int:
    return fields.number(name, lowest=lowest, highest=highest) if name in fields.source.meta else usual


def _avoided(source: Source, problems: list[Problem]) -> Iterator[Avoided]:
    """The rows of the tables below the front matter: word, better, why, and perhaps beside what it is fine."""
    cells = (passage for passage in passages(source.body) if passage.tag == "td")
    for line, row in groupby(cells, key=lambda cell: cell.line):
        written = [cell.written for cell in row]
        if FEWEST_COLUMNS <= len(written) <= MOST_COLUMNS and all(written[:FEWEST_COLUMNS]):
            yield Avoided(*written)
        else:
            sentence = "a row needs a word, what is better, and why"
            problems.append(Problem(source.path, source.body_line + line - 1, sentence))
