"""The list of words that mean the same, as it is written: a line for each group, with = between the words."""

from dataclasses import dataclass

from app.text.folding import bare, words

MOST_LINES, MOST_OF_A_LINE, LONGEST_WORD = 500, 10, 60


@dataclass(frozen=True)
class BadLine(Exception):
    """A line that is no group of words; counted from 1."""

    number: int


def groups(text: str) -> list[list[str]]:
    """The groups of a list; raises BadLine where fewer than two words stand in a line, or something is too long."""
    found: list[list[str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not bare(line):
            continue
        group = [bare(word) for word in line.split("=")]
        is_good = 2 <= len(group) <= MOST_OF_A_LINE and all(len(one) <= LONGEST_WORD and words(one) for one in group)
        if not is_good or len(found) == MOST_LINES:
            raise BadLine(number)
        found.append(group)
    return found
