"""The filters of the catalogue as its page shows them: what can be ticked, what is set, and what would help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from flask import request
from flask_babel import gettext as _

from app.courses import labels
from app.courses.queries.catalogue import Choice
from app.courses.rules import FILTERS, IN_HOUSE, Found, Wanted
from app.web.formats import day

IN_ADDRESS = ("q", *FILTERS, "since", "until")
FOLDED = ("target", "competence", "level", "provider", "language")
"""Groups that are long or seldom needed: folded until one of their choices is ticked, and without empty choices."""
ONE_IS_NONE = ("provider", "language")
"""Groups in which there is nothing to choose as long as all courses have the same value."""
MOST_WAYS_OUT = 3


@dataclass(frozen=True)
class Group:
    """A group of filters: its name in the address, its title, what its values are called, can be ticked, and are."""

    name: str
    title: str
    words: Mapping[str, str]
    options: Sequence[tuple[str, str, int | None]]
    ticked: Sequence[str]
    is_folded: bool = False


@dataclass(frozen=True)
class Chip:
    """A filter that is set: its group in the address, what it says, and the address without it."""

    name: str
    text: str
    url: str


@dataclass(frozen=True)
class WayOut:
    """What to drop where nothing is found, how many courses there are then, and the address."""

    text: str
    count: int
    url: str


def groups(asked: Wanted, facets: Mapping[str, Sequence[Choice]]) -> list[Group]:
    """The groups with their choices in order."""
    named: list[tuple[str, str, Mapping[Any, object]]] = [
        ("format", _("How you learn"), labels.FORMATS),
        ("date", _("Dates"), labels.DATES),
        ("topic", _("Topic"), labels.TOPICS),
        ("length", _("Length"), labels.LENGTHS),
        ("target", _("Who it is for"), labels.TARGET_GROUPS),
        ("competence", _("Competence"), _by_label(facets["competence"])),
        ("level", _("Leads to level"), {one.value: _("Level %(number)s", number=one.value) for one in facets["level"]}),
        ("provider", _("Provider"), _by_label(_providers(facets["provider"]))),
        ("language", _("Language"), labels.LANGUAGE_NAMES),
    ]
    made = (_group(name, title, words, facets[name], asked) for name, title, words in named)
    return [group for group in made if group.ticked or len(group.options) > (group.name in ONE_IS_NONE)]


def chips(asked: Wanted, shown: Sequence[Group]) -> list[Chip]:
    """What is set, in the order of the page."""
    found = []
    for group in shown:
        for value in group.ticked:
            found.append(Chip(group.name, group.words.get(value, value), _without((group.name, value))))
    for name, moment, said in (("since", asked.since, _("from %(day)s")), ("until", asked.until, _("until %(day)s"))):
        if moment:
            found.append(Chip("date", said % {"day": day(moment)}, _without(name)))
    return found


def ways_out(set_now: Sequence[Chip], found: Found) -> list[WayOut]:
    """What to drop so that there are courses again, the most helpful first."""
    texts: dict[str, list[str]] = {}
    for chip in set_now:
        texts.setdefault(chip.name, []).append(chip.text)
    ways = [WayOut(", ".join(said), found.without[name], _without(*_names(name))) for name, said in texts.items()]
    return sorted((way for way in ways if way.count), key=lambda way: -way.count)[:MOST_WAYS_OUT]


def _group(name: str, title: str, words: Mapping[Any, object], choices: Sequence[Choice], asked: Wanted) -> Group:
    """Dates are counted only where some are asked for: with thousands of sessions that is the dearest of all."""
    counts = {choice.value: choice.count for choice in choices}
    ticked = [str(value) for value in getattr(asked, name)]
    is_long = name in FOLDED
    labelled = {str(value): str(word) for value, word in words.items()}
    is_counted = name != "date" or asked.asks_for_dates
    options = [
        (value, label, counts[value] if is_counted else None)
        for value, label in labelled.items()
        if value in counts and (counts[value] or not is_long or value in ticked)
    ]
    return Group(name, title, labelled, options, ticked, is_long and not ticked)


def _by_label(choices: Sequence[Choice]) -> dict[str, str]:
    return {choice.value: choice.label for choice in sorted(choices, key=lambda one: one.label.casefold())}


def _providers(choices: Sequence[Choice]) -> list[Choice]:
    return [
        Choice(one.value, _("Your administration") if one.value == IN_HOUSE else one.value, one.count)
        for one in choices
    ]


def _names(group: str) -> tuple[str, ...]:
    """What a group is called in the address."""
    return ("date", "since", "until") if group == "date" else (group,)


def _without(*gone: str | tuple[str, str]) -> str:
    """The address of the page with its words and filters but these: all of a name, or one with its value."""
    said = [pair for pair in request.args.items(multi=True) if pair[0] in IN_ADDRESS and pair[1]]
    kept = [pair for pair in said if pair not in gone and pair[0] not in gone]
    return f"{quote(request.path)}?{urlencode(kept)}" if kept else quote(request.path)
