"""What a draw is about: how many seats, the quotas, and how many volunteers there are of each class."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.panels.rules import Class, Quota

Seats = tuple[int, ...]
"""A composition: how many of each class, in the order of `Case.classes`."""


@dataclass(frozen=True)
class Case:
    """Volunteers of one class are alike for the quotas, so that only their number counts."""

    size: int
    quotas: tuple[Quota, ...]
    volunteers: Mapping[Class, int]

    @classmethod
    def of(cls, size: int, quotas: Iterable[Quota], volunteers: Iterable[Class]) -> "Case":
        """The case of these volunteers, each given by the groups they belong to."""
        counts = Counter(volunteers)
        return cls(size, tuple(quotas), {groups: counts[groups] for groups in sorted(counts)})

    @cached_property
    def classes(self) -> tuple[Class, ...]:
        """The classes, always in the same order."""
        return tuple(sorted(self.volunteers))

    @cached_property
    def number(self) -> int:
        """How many volunteers there are."""
        return sum(self.volunteers.values())

    def volunteers_in(self, group: int) -> int:
        """How many volunteers belong to a group."""
        return sum(number for groups, number in self.volunteers.items() if group in groups)
