"""What may be said of a group, so that nothing follows about one of its people.

Whatever was released of a report forms groups that lie within each other or apart, never across. So all that anybody
can work out by adding and subtracting are the rests: what a group holds beyond the groups within it. Each rest is held
to the same two rules as a group by itself.
"""

import enum
from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

FLOOR = 5
"""So many people at least; no report can go below."""
OTHERWISE = 2
"""So many people at least said something else than most did; each of them knows their own answer."""
NOT_SAID = "not-said"
"""The value of those who did not say anything; it is nobody's answer."""

Counts = Mapping[str, int]


@dataclass(frozen=True)
class Report:
    """What is measured. What people said in it can't change; where it can, the period belongs into the key."""

    key: str
    floor: int = FLOOR

    def __post_init__(self) -> None:
        if self.floor < FLOOR:
            raise ValueError(f"no report describes fewer than {FLOOR} people")


@dataclass(frozen=True)
class Cell:
    """A group: who is in it, and how many of them said what. Without counts only its size is meant."""

    key: str
    members: AbstractSet[Hashable]
    counts: Counts | None = None


@dataclass(frozen=True)
class Entry:
    """What the ledger knows of a group: who was in it, and what was shown of it, if it was."""

    key: str
    members: AbstractSet[Hashable]
    counts: Counts | None = None
    is_shown: bool = True


class Verdict(enum.StrEnum):
    """What becomes of a cell."""

    SHOWN = "shown"
    TOO_SMALL = "too-small"
    TOO_CLOSE = "too-close"
    TOO_ALIKE = "too-alike"


def judge(cell: Cell, ledger: Sequence[Entry], floor: int = FLOOR) -> Verdict:
    """Whether the cell may be shown, given all that was worked out before.

    Groups that were too alike to be shown keep their distance too: whoever looks again after each answer must not see
    which answer it was that made the difference.
    """
    if len(cell.members) < floor:
        return Verdict.TOO_SMALL
    if any(_is_across(cell.members, entry.members) for entry in ledger):
        return Verdict.TOO_CLOSE
    shown = [entry for entry in ledger if entry.is_shown]
    new = Entry(cell.key, cell.members, cell.counts)
    if any(0 < len(people) < floor for family in (ledger, shown) for people, _ in _rests(new, family)):
        return Verdict.TOO_CLOSE
    return _verdict_on([(people, counts) for people, counts in _rests(new, shown) if counts is not None], floor)


def is_alike(counts: Counts, floor: int = FLOOR) -> bool:
    """Whether so few people said something, or so many of them the same, that one can tell what somebody said."""
    said = [number for value, number in counts.items() if value != NOT_SAID]
    return sum(said) < floor or sum(said) - max(said) < OTHERWISE


def _verdict_on(rests: Sequence[tuple[AbstractSet[Hashable], Counts]], floor: int) -> Verdict:
    changed = any(number < 0 or (number and not people) for people, counts in rests for number in counts.values())
    if changed:
        return Verdict.TOO_CLOSE
    alike = any(people and is_alike(counts, floor) for people, counts in rests)
    return Verdict.TOO_ALIKE if alike else Verdict.SHOWN


def _is_across(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> bool:
    """Whether two groups are the same, or share some people and each has others as well."""
    return one == other or not (one.isdisjoint(other) or one < other or other < one)


def _rests(new: Entry, family: Sequence[Entry]) -> list[tuple[AbstractSet[Hashable], Counts | None]]:
    """What can be worked out with the new group: its rest, and the rest of the group that it lies in."""
    within = [entry for entry in family if entry.members < new.members]
    found = [_rest(new, within)]
    around = [entry for entry in family if new.members < entry.members]
    if around:
        parent = min(around, key=lambda entry: len(entry.members))
        found.append(_rest(parent, [new, *(entry for entry in family if entry.members < parent.members)]))
    return found


def _rest(whole: Entry, parts: Sequence[Entry]) -> tuple[AbstractSet[Hashable], Counts | None]:
    """A group without the groups within it, and what its people said."""
    largest = [part for part in parts if not any(part.members < other.members for other in parts)]
    people = frozenset(whole.members).difference(*(part.members for part in largest))
    if whole.counts is None:
        return people, None
    values = {*whole.counts, *(value for part in largest for value in part.counts or ())}
    known = [part.counts or {} for part in largest]
    left = {value: whole.counts.get(value, 0) - sum(counts.get(value, 0) for counts in known) for value in values}
    return people, left
