"""A Markdown text, passage by passage with its line: headings, paragraphs, entries of lists, cells of tables."""

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})")
HEADING = re.compile(r"^[ >]*+(#{1,6})(.*)$")
UNDERLINE = re.compile(r"^[ >]*(=+|-+)[ \t]*$")
ENTRY = re.compile(r"^[ \t>]*(?:[-+*]|\d+[.)])[ \t]+(.*)$")
QUOTED = re.compile(r"^[ \t]*>[ \t]?")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
TARGET = r"(?:\(\s{0,9}<?([^)>\s]{0,2000}+)[^)]{0,500}+\)|\[[^\[\]]{0,200}\])"
PICTURE = re.compile(rf"!\[([^\[\]]{{0,2000}})\]{TARGET}")
LINK = re.compile(rf"(?<!!)\[((?:[^\[\]]|\[[^\[\]]{{0,2000}}\]){{0,2000}}+)\]{TARGET}")
BARE_LINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
BOX = re.compile(r"\[![\w-]+\][^\n]*(?:\n|$)")
DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s")
CELLS = re.compile(r"(?<!\\)\|")


class Shape(enum.Enum):
    """What a passage is."""

    HEADING = enum.auto()
    PARAGRAPH = enum.auto()
    ENTRY = enum.auto()
    CELL = enum.auto()


@dataclass(frozen=True)
class Passage:
    """A passage with its marks, the line in which it begins, how deep a heading is, and whether it is a block quote."""

    shape: Shape
    line: int
    marked: str
    depth: int = 0
    is_quoted: bool = False

    @property
    def is_box(self) -> bool:
        """Whether it is a block quote in which we speak ourselves: one that begins in bold, or with its kind."""
        return self.is_quoted and self.marked.startswith(("**", "[!"))

    @property
    def text(self) -> str:
        """What people read of it."""
        text = BOX.sub("", self.marked, count=1) if self.is_box else self.marked
        text = LINK.sub(r"\1", PICTURE.sub(r"\1", CODE.sub("", text)))
        text = EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", BARE_LINK.sub("", text)))
        return " ".join(text.split())


def passages(markdown: str) -> list[Passage]:
    """All passages in order; code is left out."""
    found: list[Passage] = []
    for block in _blocks(markdown):
        found.extend(_passages(block))
    return found


def _blocks(markdown: str) -> Iterator[list[tuple[int, str]]]:
    """Lines that belong together, each with its number."""
    block: list[tuple[int, str]] = []
    fence = ""
    for number, line in enumerate(markdown.split("\n"), start=1):
        mark = FENCE.match(line)
        if fence or mark:
            if mark and (not fence or mark[1].startswith(fence)):
                fence = "" if fence else mark[1]
            line = ""
        if QUOTED.sub("", line).strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _passages(block: list[tuple[int, str]]) -> Iterator[Passage]:
    if all(line.startswith(("    ", "\t")) for _number, line in block) and not ENTRY.match(block[0][1]):
        return
    if len(block) > 1 and "|" in block[0][1] and set(block[1][1].strip()) <= set("|-: "):
        yield from _cells(block)
        return
    yield from _running(block)


def _cells(block: list[tuple[int, str]]) -> Iterator[Passage]:
    for position, (number, line) in enumerate(block):
        if position != 1:
            for cell in CELLS.split(line):
                if cell.strip():
                    yield Passage(Shape.CELL, number, cell.strip())


def _running(block: list[tuple[int, str]]) -> Iterator[Passage]:
    """Headings, entries and paragraphs; what goes on in the next line is one passage."""
    held: Passage | None = None
    for number, line in block:
        begins = _begins(number, line, held)
        if begins is None and held is not None:
            held = replace(held, marked=f"{held.marked}\n{QUOTED.sub('', line).strip()}")
            continue
        if held is not None and not (begins and begins.line == held.line):
            yield held
        held = begins
        if held is not None and held.shape is Shape.HEADING:
            yield held
            held = None
    if held is not None:
        yield held


def _begins(number: int, line: str, held: Passage | None) -> Passage | None:
    """What begins in this line; None where it goes on, or defines a link."""
    if heading := HEADING.match(line):
        return Passage(Shape.HEADING, number, heading[2].strip(" \t#"), len(heading[1]))
    underline = UNDERLINE.match(line)
    if underline and held is not None and held.shape is Shape.PARAGRAPH:
        return Passage(Shape.HEADING, held.line, held.marked, 1 if underline[1][0] == "=" else 2)
    is_quoted = bool(QUOTED.match(line))
    if entry := ENTRY.match(line):
        return Passage(Shape.ENTRY, number, entry[1], is_quoted=is_quoted)
    if held is None and not underline and not DEFINITION.match(line):
        return Passage(Shape.PARAGRAPH, number, QUOTED.sub("", line).strip(), is_quoted=is_quoted)
    return None
