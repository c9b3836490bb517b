"""The draw: from the published list and a public seed to the people drawn, the same on every machine.

Nothing but SHA-256 decides. The list says which compositions are possible and how many tickets each has; the seed picks
a ticket, then within each class those whose pseudonym comes first when it is mixed with the seed.
"""

import datetime as dt
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.lots import in_order, sha256
from app.panels.rules.groups import Quota

VERSION = 1
TICKETS = 10**9

Class = tuple[int, ...]
"""Everybody who belongs to the same groups; the draw treats them alike."""


@dataclass(frozen=True)
class Composition:
    """A possible team: how many of each class, and how many tickets it has."""

    seats: Mapping[Class, int]
    tickets: int


@dataclass(frozen=True)
class DrawList:
    """What is published before the draw, as a hash, and read by those who check it."""

    title: str
    size: int
    quotas: tuple[Quota, ...]
    seed_source: str
    seed_on: dt.date
    volunteers: Mapping[str, Class]
    compositions: tuple[Composition, ...] = ()

    @property
    def classes(self) -> dict[Class, list[str]]:
        """The pseudonyms of each class, in order."""
        found: dict[Class, list[str]] = {}
        for pseudonym, groups in sorted(self.volunteers.items()):
            found.setdefault(groups, []).append(pseudonym)
        return found

    @property
    def text(self) -> str:
        """The list as a text, always the same for the same list."""
        return json.dumps(_written(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    @property
    def hash(self) -> str:
        """The SHA-256 of the text."""
        return sha256(self.text)

    @property
    def chances(self) -> dict[Class, Fraction]:
        """The exact chance of everybody in a class."""
        everybody, classes = sum(one.tickets for one in self.compositions), self.classes
        return {
            groups: Fraction(
                sum(one.tickets * one.seats.get(groups, 0) for one in self.compositions), everybody * len(names)
            )
            for groups, names in classes.items()
        }

    def chance_of(self, pseudonym: str) -> Fraction | None:
        """The chance of one volunteer; None for somebody who is not on the list."""
        return self.chances[self.volunteers[pseudonym]] if pseudonym in self.volunteers else None

    @property
    def smallest_chance(self) -> Fraction:
        """The chance of whoever has the smallest."""
        return min(self.chances.values())


def drawn(paper: DrawList, seed: str) -> list[str]:
    """The pseudonyms that this seed draws."""
    prefix = f"{paper.hash} {seed}"
    ticket = int(sha256(f"{prefix} composition"), 16) % sum(one.tickets for one in paper.compositions)
    for composition in paper.compositions:
        if ticket < composition.tickets:
            break
        ticket -= composition.tickets
    return sorted(
        name
        for groups, names in paper.classes.items()
        for name in in_order(names, prefix)[: composition.seats.get(groups, 0)]
    )


def order_of_replacement(paper: DrawList, seed: str, out: Collection[str]) -> list[str]:
    """Everybody who was not drawn and is not out, in the order in which the seed lets them move up."""
    return in_order(paper.volunteers.keys() - set(out), f"{paper.hash} {seed} replacement")


def tickets(weights: Sequence[float]) -> list[int]:
    """Whole tickets for chances that add up to one, as near to them as can be; together always the same number."""
    everything = sum(weights)
    exact = [max(0.0, weight) / everything * TICKETS for weight in weights]
    whole = [int(one) for one in exact]
    by_rest = sorted(range(len(exact)), key=lambda place: (whole[place] - exact[place], place))
    for place in by_rest[: TICKETS - sum(whole)]:
        whole[place] += 1
    return whole


def read(text: str) -> DrawList:
    """The list that a text says."""
    found = json.loads(text)
    return DrawList(
        title=found["title"],
        size=found["size"],
        quotas=tuple(Quota(one["name"], one["least"], one["most"]) for one in found["quotas"]),
        seed_source=found["seed"]["source"],
        seed_on=dt.date.fromisoformat(found["seed"]["on"]),
        volunteers={name: _class(key) for name, key in found["volunteers"].items()},
        compositions=tuple(
            Composition({_class(key): number for key, number in one["seats"].items()}, one["tickets"])
            for one in found["compositions"]
        ),
    )


def _written(paper: DrawList) -> dict[str, object]:
    return {
        "version": VERSION,
        "title": paper.title,
        "size": paper.size,
        "seed": {"source": paper.seed_source, "on": paper.seed_on.isoformat()},
        "quotas": [{"name": one.name, "least": one.least, "most": one.most} for one in paper.quotas],
        "volunteers": {name: _key(groups) for name, groups in paper.volunteers.items()},
        "compositions": [
            {"tickets": one.tickets, "seats": {_key(groups): number for groups, number in one.seats.items() if number}}
            for one in paper.compositions
        ],
    }


def _key(groups: Class) -> str:
    return " ".join(str(place) for place in groups)


def _class(key: str) -> Class:
    return tuple(int(place) for place in key.split())
