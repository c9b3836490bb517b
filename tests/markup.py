"""Whether a page is HTML without faults; a parser that knows them all is slow, so each shape of a page is read once."""

import re

import html5lib

ODD = r"<>&\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\U0010ffff"
WORDS = re.compile(rf">[^{ODD}]*?[^\s{ODD}][^{ODD}]*<")
VALUES = re.compile(rf'(?<!type)="[^"{ODD}]*"')
"""What a parser can't stumble over: words and values of plain letters, but for the type of a field in a table."""


class Reader:
    """Reads pages strictly, those of a shape that was read before no second time."""

    def __init__(self) -> None:
        self.known: set[int] = set()

    def read(self, text: str, *, is_part: bool = False) -> None:
        """Raise html5lib's ParseError where the page has a fault."""
        shape = hash((is_part, WORDS.sub(">x<", VALUES.sub('=""', text))))
        if shape in self.known:
            return
        parser = html5lib.HTMLParser(strict=True)
        if is_part:
            parser.parseFragment(text)
        else:
            parser.parse(text)
        self.known.add(shape)
