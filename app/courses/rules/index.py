"""The catalogue as sets of numbers: which courses a word, a part of one, a typo and each filter stand for.

A set of courses is a whole number with a bit for each course, in the order in which the catalogue lists them: all of it
fits into a few megabytes, and what matches several words and filters is a few operations on such numbers. The answers
don't depend on the database.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice, takewhile
from operator import and_, or_

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from app.courses.rules.catalogue import When
from app.courses.rules.search import FACETS, Dated, Wanted
from app.text.folding import fold

SHORTEST_PART = 4
"""Letters that a part of a compound has at least, and a word that is taken for mistyped."""
LONG = 7
LINKS = ("", "s", "es", "n", "en")
"""What German puts between the parts of a compound."""
MOST_NEAR = 20
"""How many words at the same distance are compared by how common they are."""


@dataclass(frozen=True)
class Entry:
    """A course that is offered: its texts, folded for the search, its value of each filter, and where it leads."""

    id: int
    search_title: str
    search_text: str
    spellings: tuple[str, ...]
    values: Mapping[str, Sequence[str]]
    outcomes: Sequence[tuple[str, int]] = ()


@dataclass(frozen=True)
class Meaning:
    """What a typed word stands for: the courses, and the word that was looked for where it stands nowhere."""

    courses: int
    instead: str | None = None


@dataclass(frozen=True)
class Found:
    """What matches: the courses in order, what each choice would leave, what would be there without each filter.

    `replaced` are the words instead of which others were looked for.
    """

    ids: Sequence[int]
    counts: Mapping[str, Mapping[str, int]]
    without: Mapping[str, int]
    replaced: Mapping[str, str]


class Index:
    """The courses that are offered, ready to be searched."""

    def __init__(self, entries: Iterable[Entry], synonyms: Iterable[Sequence[str]] = ()) -> None:
        ordered = sorted(entries, key=lambda entry: (entry.search_title, entry.id))
        self._ids = [entry.id for entry in ordered]
        self._all = (1 << len(ordered)) - 1
        self._words = _gathered(entry.search_text.split() for entry in ordered)
        self._titles = _gathered(entry.search_title.split() for entry in ordered)
        self._number = {entry.id: number for number, entry in enumerate(ordered)}
        self._outcomes = _led_to(ordered)
        self._levels = sorted({level for levels in self._outcomes.values() for level in levels})
        self._filters = {facet: _gathered(entry.values[facet] for entry in ordered) for facet in FACETS}
        self._spelling = {fold(word): word for entry in ordered for word in entry.spellings}
        self._in_order = sorted(self._words)
        self._long_words = [word for word in self._in_order if len(word) >= SHORTEST_PART]
        self._synonyms = _synonyms(synonyms)

    def find(self, wanted: Wanted, dates: Collection[Dated] = (), today: dt.date = dt.date.min) -> Found:
        """What matches all words and in each filter one of the ticks; courses with all words in their title first.

        Competence and level must be those of one outcome, and all that is said of dates that of one date.
        """
        meanings = {word: self._meaning(word) for word in wanted.words}
        matches = {facet: self._ticked(facet, getattr(wanted, facet)) for facet in FACETS}
        matches["outcome"] = self._leading(wanted.competence, wanted.level)
        matches["date"] = self._taking_place(wanted, dates, today)
        matches["words"] = 0 if wanted.finds_nothing else self._all_of(one.courses for one in meanings.values())
        others = {name: self._all_of(found for other, found in matches.items() if other != name) for name in matches}
        found = self._all_of(matches.values())
        in_title = self._all_of(self._standing_in(self._titles, word) for word in wanted.words)
        ids = [self._ids[number] for part in (found & in_title, found & ~in_title) for number in _numbers(part)]
        replaced = {word: one.instead for word, one in meanings.items() if one.instead}
        left = {facet: _sizes(choices, others[facet]) for facet, choices in self._filters.items()}
        left |= {name: _sizes(choices, others["outcome"]) for name, choices in self._outcomes_left(wanted).items()}
        any_date = {when.value: self._taking_place(wanted.with_date(when), dates, today) for when in When}
        left["date"] = _sizes(any_date, others["date"])
        without = {name: courses.bit_count() for name, courses in others.items()} | {
            "competence": (self._leading((), wanted.level) & others["outcome"]).bit_count(),
            "level": (self._leading(wanted.competence, ()) & others["outcome"]).bit_count(),
        }
        return Found(ids, left, without, replaced)

    def _leading(self, keys: Collection[str], levels: Collection[int]) -> int:
        """The courses that lead to one of these levels in one of these competences; none named means any."""
        if not keys and not levels:
            return self._all
        named = (self._outcomes.get(key, {}) for key in keys or self._outcomes)
        return reduce(
            or_, (courses for one in named for level, courses in one.items() if not levels or level in levels), 0
        )

    def _outcomes_left(self, wanted: Wanted) -> dict[str, dict[str, int]]:
        """For each competence the courses that lead to one of the wanted levels in it, and the other way round."""
        return {
            "competence": {key: self._leading((key,), wanted.level) for key in self._outcomes},
            "level": {str(level): self._leading(wanted.competence, (level,)) for level in self._levels},
        }

    def _taking_place(self, wanted: Wanted, dates: Iterable[Dated], today: dt.date) -> int:
        """The courses with a date as wanted."""
        if not wanted.asks_for_dates:
            return self._all
        fitting = {date.course_id for date in dates if date.fits(wanted, today)}
        return reduce(or_, (1 << self._number[one] for one in fitting if one in self._number), 0)

    def _meaning(self, word: str) -> Meaning:
        same = [self._containing(other) for other in self._synonyms.get(word, ())]
        if courses := reduce(or_, same, self._containing(word)):
            return Meaning(courses)
        if len(word) < SHORTEST_PART:
            return Meaning(0)
        if courses := self._compound(word):
            return Meaning(courses)
        near = self._nearest(word)
        return Meaning(self._words[near], self._spelling.get(near, near)) if near else Meaning(0)

    def _containing(self, text: str) -> int:
        """The courses in which all these words stand, also as parts of others."""
        return self._all_of(self._standing_in(self._words, word) for word in text.split())

    def _compound(self, word: str) -> int:
        """The courses with words that begin like both parts of a compound, the longest first part that gives some."""
        for end in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            rest = word[end:]
            lasts = (rest[len(link) :] for link in LINKS if rest.startswith(link))
            second = reduce(or_, (self._beginning(last) for last in lasts if len(last) >= SHORTEST_PART), 0)
            if courses := second and second & self._beginning(word[:end]):
                return courses
        return 0

    def _beginning(self, start: str) -> int:
        """The courses with a word that begins so."""
        first = bisect_left(self._in_order, start)
        known = takewhile(lambda word: word.startswith(start), islice(self._in_order, first, None))
        return reduce(or_, (self._words[word] for word in known), 0)

    def _nearest(self, word: str) -> str | None:
        """The known word with the fewest mistakes, at most one, from seven letters two; the commonest of several.

        Counted by optimal string alignment: a letter too many, too few, another, or two exchanged.
        """
        most = 2 if len(word) >= LONG else 1
        near = extract(word, self._long_words, scorer=OSA.distance, score_cutoff=most, limit=MOST_NEAR)
        ranked = sorted((mistakes, -self._words[known].bit_count(), known) for known, mistakes, _ in near)
        return ranked[0][2] if ranked else None

    def _ticked(self, facet: str, values: Sequence[str]) -> int:
        if not values:
            return self._all
        return reduce(or_, (self._filters[facet].get(str(value), 0) for value in values))

    def _all_of(self, sets: Iterable[int]) -> int:
        return reduce(and_, sets, self._all)

    @staticmethod
    def _standing_in(words: Mapping[str, int], part: str) -> int:
        return reduce(or_, (courses for word, courses in words.items() if part in word), 0)


def _gathered(values: Iterable[Iterable[str]]) -> dict[str, int]:
    """For each value the courses that have it."""
    found: dict[str, int] = {}
    for number, ones in enumerate(values):
        for value in set(ones):
            found[value] = found.get(value, 0) | 1 << number
    return found


def _led_to(entries: Iterable[Entry]) -> dict[str, dict[int, int]]:
    """For each competence and level the courses that lead there."""
    found: dict[str, dict[int, int]] = {}
    for number, entry in enumerate(entries):
        for key, level in entry.outcomes:
            levels = found.setdefault(key, {})
            levels[level] = levels.get(level, 0) | 1 << number
    return found


def _sizes(choices: Mapping[str, int], others: int) -> dict[str, int]:
    """How many courses each choice would leave of these."""
    return {value: (courses & others).bit_count() for value, courses in choices.items()}


def _synonyms(groups: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """For each word the others of its group, folded; a group may hold several words as one."""
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        folded = [fold(word) for word in group]
        for word in folded:
            found[word] = (*found.get(word, ()), *(other for other in folded if other != word))
    return found


def _numbers(courses: int) -> Iterator[int]:
    """The numbers of the bits that are set, ascending."""
    return (number for number, bit in enumerate(reversed(bin(courses)[2:])) if bit == "1")
