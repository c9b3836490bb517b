"""Folding: the form of a text in which it is searched, the same on every database."""

import re
import unicodedata

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
WORD = re.compile(r"[0-9a-z]+")
MOST_WORDS = 8


def fold(text: str) -> str:
    """The text in plain lower-case letters, one blank between words: "Prüfung" becomes "pruefung"."""
    return _plain(text.casefold().replace("ß", "ss").translate(UMLAUTS))


def shadow(*texts: str) -> str:
    """What is stored beside a row to find it: each text folded both ways (ä as ae, and ä as a)."""
    both = " ".join(texts).casefold()
    ways = dict.fromkeys((_plain(both.translate(UMLAUTS)), _plain(both)))
    return " ".join(ways)


def words(query: str) -> list[str]:
    """The words that a search asks for, folded; a few at most, so that nobody can ask for a slow one."""
    return list(dict.fromkeys(fold(query).split()))[:MOST_WORDS]


def _plain(text: str) -> str:
    without_marks = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(WORD.findall(without_marks))
