"""Seats by lot: the list that is fixed before the draw, and the order in which a public seed puts it."""

import datetime as dt
import enum
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from app.bookings.rules.giving import Leaving, given
from app.bookings.rules.sealing import opened
from app.lots import sha256
from app.people.rules import Grade

VERSION = 4
"""Since 3 a list says who counts in which quota; with an older one the seats can't be found where there are any.

Since 4 it is silent about small groups, and says whether people can wait.
"""
TO_FIX = dt.timedelta(hours=12)
"""How long people have at least to fix the list, between the end of sign-up and the day of the seed."""
ONE, WITH_BONUS = 1, 2
"""How many tickets somebody has; two where the lot has fallen on others at an earlier date that counts."""
UNDRAWN = 1_000_000
"""The rank of whoever was in no draw: behind everybody who was, since there are fewer of those."""


class DrawStage(enum.StrEnum):
    """Where a draw stands: its seed announced, its list fixed, its seed known, all its seats given."""

    ANNOUNCED = "announced"
    FIXED = "fixed"
    DRAWN = "drawn"
    DONE = "done"


def can_be_fixed(closes_at: dt.datetime, known_from: dt.datetime) -> bool:
    """Whether there is time for the list between the end of sign-up and the moment from which the seed may be known."""
    return closes_at + TO_FIX <= known_from


@dataclass(frozen=True)
class Limited:
    """A group that may have so many seats at most, as a list says it."""

    unit: str | None
    grade: Grade | None
    most: int


@dataclass(frozen=True)
class LotList:
    """What is fixed before the draw: published as a hash, and read by those who check it."""

    title: str
    seats: int | None
    seed_source: str
    seed_on: dt.date
    tickets: Mapping[str, int]
    """How many tickets each pseudonym has."""
    quotas: Sequence[Limited] = ()
    counted: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """In which of the quotas each pseudonym counts, by their places; who counts in none is left out, as is who is
    sealed."""
    sealed: str | None = None
    """The hash of what says where the others count."""
    bonus_from: str | None = None
    has_waitlist: bool = True

    @property
    def text(self) -> str:
        """The list as a text, always the same for the same list."""
        said = {
            "version": VERSION,
            "title": self.title,
            "seats": self.seats,
            "waitlist": self.has_waitlist,
            "seed": {"source": self.seed_source, "on": self.seed_on.isoformat()},
            "tickets": dict(self.tickets),
            "quotas": [asdict(one) for one in self.quotas],
            "sealed": self.sealed,
            "counted": {name: list(places) for name, places in self.counted.items()},
            "bonus_from": self.bonus_from,
        }
        return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def quotas_on(text: str) -> list[Limited]:
    """The quotas that hold for a draw, as its list says them."""
    said = json.loads(text).get("quotas", [])
    return [Limited(one["unit"], Grade(one["grade"]) if one["grade"] else None, one["most"]) for one in said]


def sealed_on(text: str) -> str | None:
    """The hash of what a list is silent about, if there is anything."""
    found: str | None = json.loads(text).get("sealed")
    return found


def drawn_order(text: str, seed: str) -> list[str]:
    """The pseudonyms of a list's text in the order of the draw.

    Each ticket has a number, the SHA-256 of the hash of the list, the seed, the pseudonym and the ticket's place among
    those of the pseudonym; the lowest number of each pseudonym says its place.
    """
    prefix = f"{sha256(text)} {seed}"
    tickets: dict[str, int] = json.loads(text)["tickets"]
    lowest = {name: min(sha256(f"{prefix} {name} {n}") for n in range(1, most + 1)) for name, most in tickets.items()}
    return sorted(lowest, key=lowest.__getitem__)


def drawn_seats(
    text: str, seed: str, leavings: Iterable[Leaving], *, sealed: str | None = None, seats: int | None = None
) -> list[str] | None:
    """Whose the seats are by a list's text and a seed: the first of the order, as far as seats and quotas allow.

    Who leaves before their turn is passed over, the seat of who leaves later goes to the first who can have it. `seats`
    are those that there were in the end, if more were added. None where neither the list nor what is sealed says who
    counts in which quota.
    """
    said = json.loads(text)
    room = {place: one.most for place, one in enumerate(quotas_on(text))}
    if room and "counted" not in said:
        return None
    counted: dict[str, list[int]] = said.get("counted", {}) | (opened(sealed) if sealed else {})
    line = [(name, frozenset(counted.get(name, ()))) for name in drawn_order(text, seed)]
    return given(
        line, room, said["seats"] if seats is None else seats, leavings, has_waitlist=said.get("waitlist", True)
    )
