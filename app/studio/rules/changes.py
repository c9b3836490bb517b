"""What is different between two editions, as people read it: line by line, and within a line word by word."""

import difflib
import enum
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

AROUND = 2
WORDS = re.compile(r"\s+|\w+|[^\w\s]")
ALIKE = 0.5
LONGEST_COMPARED = 2000


class Tone(enum.StrEnum):
    """What a line is: the same in both, only in the earlier one, only in the later one, or lines left out."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"
    GAP = "gap"


@dataclass(frozen=True)
class Line:
    """A line of a comparison, in pieces of which some are marked."""

    tone: Tone
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Changed:
    """A file that is different, with its lines; new or gone as a whole, where one edition does not have it."""

    path: str
    lines: tuple[Line, ...]
    is_new: bool
    is_gone: bool


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[Changed]:
    """The files that are different, in order of name."""
    return [
        Changed(path, tuple(_lines(before.get(path, ""), after.get(path, ""))), path not in before, path not in after)
        for path in sorted({*before, *after})
        if before.get(path) != after.get(path)
    ]


def _lines(before: str, after: str) -> Iterator[Line]:
    old, new = before.splitlines(), after.splitlines()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for place, group in enumerate(matcher.get_grouped_opcodes(AROUND)):
        if place:
            yield Line(Tone.GAP, ())
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (_plain(Tone.SAME, line) for line in old[i1:i2])
            else:
                yield from _replaced(old[i1:i2], new[j1:j2])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Lines that follow each other in pairs are compared word by word, as long as they are alike."""
    if len(old) != len(new):
        yield from (_plain(Tone.GONE, line) for line in old)
        yield from (_plain(Tone.NEW, line) for line in new)
        return
    for one, other in zip(old, new, strict=True):
        yield from _compared(one, other)


def _compared(old: str, new: str) -> Iterator[Line]:
    here, there = WORDS.findall(old), WORDS.findall(new)
    matcher = difflib.SequenceMatcher(None, here, there, autojunk=False)
    if len(here) + len(there) > LONGEST_COMPARED or matcher.ratio() < ALIKE:
        yield _plain(Tone.GONE, old)
        yield _plain(Tone.NEW, new)
        return
    codes = matcher.get_opcodes()
    yield Line(Tone.GONE, tuple(("".join(here[a:b]), tag != "equal") for tag, a, b, _, _ in codes if a < b))
    yield Line(Tone.NEW, tuple(("".join(there[a:b]), tag != "equal") for tag, _, _, a, b in codes if a < b))


def _plain(tone: Tone, line: str) -> Line:
    return Line(tone, ((line, False),))
