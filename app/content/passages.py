"""A Markdown text, passage by passage with its line: headings, paragraphs and cells of tables; code is left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.content.source import LONGEST_KEPT, MOST_KEPT

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
GLUED = re.compile(r"^(#{1,6})(?=[^#\s])", re.MULTILINE)
"""Pages make a heading of `##Words` too."""
BOX = ("**", "[!")
KIND_OF_BOX = re.compile(r"\[![\w-]+\][^\n]*")
BREAKS = ("softbreak", "hardbreak")
BARE = "autolink"


@dataclass(frozen=True)
class Mark:
    """A picture or a link in a passage: its line, and the words that people hear of it."""

    line: int
    words: str


@dataclass(frozen=True)
class Passage:
    """A passage, what it becomes on a page (h1 to h6, p, th, td), and the line in which it begins."""

    tag: str
    line: int
    written: str
    is_own: bool
    """Whether we say it: a quote is somebody else's, unless it is a box, which begins in bold or with its kind."""
    tokens: Sequence[Token] = field(repr=False)

    @property
    def depth(self) -> int:
        """How deep a heading is; 0 of everything else."""
        return int(self.tag[1]) if self.tag[1:].isdecimal() else 0

    @property
    def is_in_table(self) -> bool:
        """Whether it is a cell."""
        return self.tag in ("th", "td")

    @cached_property
    def text(self) -> str:
        """What people read of it."""
        return _words(self.tokens)

    @cached_property
    def prose(self) -> str:
        """The same without what is said for pictures."""
        return _words([token for token in self.tokens if token.type != "image"])

    @property
    def pictures(self) -> list[Mark]:
        """The pictures in it, also those that are links."""
        return [
            Mark(line, _words(token.children or []))
            for line, token in zip(self._lines, self.tokens, strict=False)
            if token.type == "image"
        ]

    @property
    def links(self) -> list[Mark]:
        """The links in it."""
        starts = [place for place, token in enumerate(self.tokens) if token.type == "link_open"]
        ends = [place for place, token in enumerate(self.tokens) if token.type == "link_close"]
        return [
            Mark(self._lines[start], _words(self.tokens[start + 1 : end]))
            for start, end in zip(starts, ends, strict=True)
        ]

    @cached_property
    def _lines(self) -> list[int]:
        """In which line each token stands."""
        return list(accumulate((token.type in BREAKS for token in self.tokens), initial=self.line))


def passages(markdown: str) -> list[Passage]:
    """All passages in order; those of texts of usual length are kept, as their sources are."""
    return _kept(markdown) if len(markdown) <= LONGEST_KEPT else list(_passages(markdown))


@lru_cache(maxsize=MOST_KEPT)
def _kept(markdown: str) -> list[Passage]:
    return list(_passages(markdown))


def _passages(markdown: str) -> Iterator[Passage]:
    tag, boxes = "", []
    for token in PARSER.parse(GLUED.sub(r"\1 ", markdown)):
        if token.type == "blockquote_open":
            boxes.append(False)
        elif token.type == "blockquote_close":
            boxes.pop()
        elif token.type == "inline" and token.map:
            if boxes:
                boxes[-1] |= token.content.startswith(BOX)
            yield Passage(tag, token.map[0] + 1, token.content, all(boxes[-1:]), token.children or [])
        tag = token.tag


def _words(tokens: Sequence[Token]) -> str:
    """What is read out, pictures by their alternative texts: no code, no bare address, not the first line of a box."""
    said, is_bare = "", False
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            is_bare = token.type == "link_open" and token.markup == BARE
        elif token.type == "text" and not is_bare:
            said += token.content
        elif token.type in BREAKS:
            said += "\n"
        elif token.type == "image":
            said += _words(token.children or [])
    if box := KIND_OF_BOX.match(said):
        said = said[box.end() :]
    return " ".join(said.split())
