"""How hard a German text is to read: its sentences, words and syllables, and the first Wiener Sachtextformel."""

import re
from collections.abc import Sequence

LONG_WORD = 7
MANY_SYLLABLES = 3
LONGEST_ABBREVIATION = 40
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
NUCLEUS = re.compile(r"(?<!q)(?:aa|ee|oo|ie|ei|ai|ey|ay|au|äu|eu|oi|ou|[aeiouäöüyàáéèêó])", re.IGNORECASE)
"""What a syllable is heard by; two vowels in a row are one only where they are spoken as one."""
END = re.compile(r"(?<![.!?…])[.!?…]++[”“\"«‹’)\]]*(?=\s)")
BEGINNING = re.compile(r"\s+[„“\"»›(\[]*[A-ZÄÖÜ0-9]")
ABBREVIATED = re.compile(
    r"(?:^|[\s(„])(?:[A-Za-zÄÖÜäöü]|Abs|Art|Nr|Nrn|Dr|Prof|Str|Tel|Kap|Bd|Hrsg|Aufl|bzw|ca|vgl|ggf|evtl|inkl|zzgl"
    r"|sog|gem|max|min|Mio|Mrd|St|Fr|Hr|lfd|etc|usw)\.$"
)
ORDINAL = re.compile(r"(?:^|\b[a-zäöü]+ )\d{1,2}\.$")
MONTH = re.compile(r"\s+(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
PAUSE = re.compile(r"(?<=:)\s+(?=[„(]?[A-ZÄÖÜ])|(?<=;)\s+")


def words(text: str) -> list[str]:
    """The words of a text, parts of a hyphenated one by themselves; numbers are none."""
    return WORD.findall(text)


def syllables(word: str) -> int:
    """How many syllables a German word has, heard by its vowels."""
    return max(1, len(NUCLEUS.findall(word)))


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    found, start = [], 0
    for end in END.finditer(text):
        last = text[max(start, end.end() - LONGEST_ABBREVIATION) : end.end()]
        if BEGINNING.match(text, end.end()) and not _goes_on(last, text[end.end() : end.end() + LONGEST_ABBREVIATION]):
            found.append(text[start : end.end()].strip())
            start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def longest_stretch(sentence: str) -> int:
    """How many words readers take in without a pause: a semicolon is one, and a colon before another sentence."""
    return max(len(words(stretch)) for stretch in PAUSE.split(sentence))


def school_year(texts: Sequence[str]) -> float:
    """For which year of school sentences are written, from 4 to 15: the first Wiener Sachtextformel.

    Bamberger, R. and Vanecek, E.: Lesen – Verstehen – Lernen – Schreiben, Wien 1984. It sees the surface only.
    """
    counted = [words(sentence) for sentence in texts]
    every = [word for sentence in counted for word in sentence]
    if not every:
        return 0
    many = _percent(sum(syllables(word) >= MANY_SYLLABLES for word in every), len(every))
    long = _percent(sum(len(word) >= LONG_WORD for word in every), len(every))
    single = _percent(sum(syllables(word) == 1 for word in every), len(every))
    return formula(many=many, length=len(every) / len([one for one in counted if one]), long=long, single=single)


def formula(*, many: float, length: float, long: float, single: float) -> float:
    """By the percentages of words with many syllables, long words and those of one syllable, and words a sentence."""
    return 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * single - 0.875


def _goes_on(before: str, after: str) -> bool:
    """Whether a full stop ends no sentence: “z. B.”, “Abs. 2”, “am 1. Juni”."""
    if ABBREVIATED.search(before):
        return True
    return bool(ORDINAL.search(before) or (before[-2:-1].isdigit() and MONTH.match(after)))


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole
