"""How a German text reads: how hard it is, its longest sentences, words to avoid, quotation marks and spaces."""

import re
from collections.abc import Iterator
from textwrap import shorten

from flask_babel import format_decimal
from flask_babel import gettext as _

from app.content.findings.finding import Entry, Finding, Kind, Text
from app.content.passages import Passage
from app.content.style import Avoided
from app.text.readability import longest_stretch, school_year, sentences, words

FEWEST_WORDS = 100
"""A shorter text says too little about how hard it is."""
LONGEST_BEGINNING = 100
"""So much of a sentence is enough to find it."""
SENTENCE_END = (".", "!", "?", "…", ":", "“", "”", "»", ")")
IN_QUOTATION = re.compile(r"„[^“”]*[“”]|»[^«]*«")
SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
MARKS = {"„“": re.compile("[„]"), "»«": re.compile("»\\w"), "“”": re.compile(r"“\w"), '""': re.compile(r'(?<!\d)"')}


def readability(text: Text) -> Iterator[Finding]:
    """The text as a whole is no harder than the house wants it."""
    if not text.is_german:
        return
    read = [sentence for entry in _prose(text) for sentence in sentences(entry.text)]
    if sum(len(words(sentence)) for sentence in read) < FEWEST_WORDS:
        return
    found, most = school_year(read), text.style.school_year_of(text.course)
    if round(found, 1) > most:
        sentence = _(
            "The text is hard to read: %(found)s by the Wiener Sachtextformel, %(most)s at most. "
            "Use shorter sentences and simpler words.",
            found=format_decimal(found, "0.0"),
            most=most,
        )
        yield text.hint(text.source.body_line, Kind.READABILITY, sentence)


def long_sentences(text: Text) -> Iterator[Finding]:
    """A sentence is short enough to be understood at once."""
    for entry in _prose(text) if text.is_german else ():
        for one in sentences(entry.text):
            number = longest_stretch(one)
            if number > text.style.sentence_words:
                sentence = _(
                    "A sentence of %(number)s words; make two of it: “%(sentence)s”",
                    number=number,
                    sentence=shorten(one, LONGEST_BEGINNING, placeholder=" …"),
                )
                yield text.hint(entry.line, Kind.SENTENCE, sentence)


def avoided_words(text: Text) -> Iterator[Finding]:
    """What the house says in other words; what stands in quotation marks is somebody else's, or an example."""
    if not text.is_german:
        return
    entries = _read(text)
    for avoided in text.style.avoided:
        pattern = re.compile(rf"\b{re.escape(avoided.word)}\b")
        for entry in entries:
            if avoided.word in entry.text:
                yield from _avoided(text, entry, avoided, pattern)


def quotation_marks(text: Text) -> Iterator[Finding]:
    """One kind of quotation marks in a file."""
    if not text.is_german:
        return
    lines = {kind: [entry.line for entry in _read(text) if marks.search(entry.text)] for kind, marks in MARKS.items()}
    kinds = sorted((kind for kind in lines if lines[kind]), key=lambda kind: len(lines[kind]), reverse=True)
    for kind in kinds[1:]:
        sentence = _(
            "The text has two kinds of quotation marks, %(most)s and %(other)s. Write %(most)s.",
            most=kinds[0],
            other=kind,
        )
        yield text.hint(lines[kind][0], Kind.QUOTATION, sentence)


def double_spaces(text: Text) -> Iterator[Finding]:
    """One space between words."""
    marked = [
        Entry(text.line(passage), line)
        for passage in text.passages
        if not passage.is_in_table
        for line in passage.written.split("\n")
    ]
    for entry in [*text.entries, *marked]:
        if found := SPACES.search(entry.text):
            around = entry.text[max(found.start() - 15, 0) : found.end() + 15]
            yield text.hint(
                entry.line, Kind.SPACE, _("Two spaces follow each other; remove one: “%(around)s”", around=around)
            )


def _avoided(text: Text, entry: Entry, avoided: Avoided, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for one in sentences(IN_QUOTATION.sub("", entry.text)):
        if pattern.search(one) and not (avoided.beside and avoided.beside in one):
            sentence = _(
                "Better “%(better)s” than “%(word)s”: %(because)s",
                better=avoided.better,
                word=avoided.word,
                because=avoided.because,
            )
            yield text.hint(entry.line, Kind.WORD, sentence)


def _read(text: Text) -> list[Entry]:
    """All that people read, but for tables and what others wrote."""
    return [*text.entries, *(Entry(text.line(passage), passage.text) for passage in _own(text))]


def _prose(text: Text) -> list[Entry]:
    """What is written in sentences, outside of pictures."""
    entries = [Entry(text.line(one), one.prose) for one in _own(text) if not one.depth]
    return [entry for entry in entries if entry.text.endswith(SENTENCE_END)]


def _own(text: Text) -> list[Passage]:
    """Passages in which the house speaks; cells of tables compare wordings."""
    return [one for one in text.passages if one.is_own and not one.is_in_table]
