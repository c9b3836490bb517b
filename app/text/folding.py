"""Folding: the form of a text in which it is searched, the same on every database; and a text without its edges."""

import re
import unicodedata

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
WORD = re.compile(r"[0-9a-z]+")
HYPHEN = re.compile("[-\u2010\u2011]")
MOST_WORDS = 8
UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Signs without width or ink, as they come along when something is copied from a page or a letter."""
EDGES = re.compile(rf"^[\s{UNSEEN}]+|[\s{UNSEEN}]+$")


def bare(text: str) -> str:
    """The text without blanks around it, also without those that nobody sees."""
    return EDGES.sub("", text)


def fold(text: str) -> str:
    """The text in plain lower-case letters, one blank between words: "Prüfung" becomes "pruefung"."""
    return _plain(_lower(text).translate(UMLAUTS))


def shadow(*texts: str) -> str:
    """What is stored beside a row to find it: each text folded both ways (ä as ae, and ä as a).

    A word with a hyphen also stands there without it: who looks for "email" finds "E-Mail".
    """
    written = _lower(" ".join(texts))
    both = " ".join([written, *(HYPHEN.sub("", word) for word in written.split() if HYPHEN.search(word))])
    ways = dict.fromkeys((_plain(both.translate(UMLAUTS)), _plain(both)))
    return " ".join(ways)


def words(query: str) -> list[str]:
    """The words that a search asks for, folded; a few at most, so that nobody can ask for a slow one."""
    return list(dict.fromkeys(fold(query).split()))[:MOST_WORDS]


def _lower(text: str) -> str:
    """Lower case, and one form for an umlaut, which some keyboards send as letter and dots."""
    return unicodedata.normalize("NFC", text).casefold()


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(STROKES))
    without_marks = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(WORD.findall(without_marks.casefold().translate(STROKES)))
