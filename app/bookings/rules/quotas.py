"""Quotas: how many seats a group may have at most."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.people.rules import Grade

T = TypeVar("T")


@dataclass(frozen=True)
class Group:
    """Whom a quota counts: those of a unit and all below it, of a grade, or of both at once."""

    unit_id: int | None
    grade: Grade | None

    @property
    def name(self) -> str:
        """The name of its pool."""
        return "-".join(str(one) for one in ("quota", self.unit_id, self.grade) if one is not None)

    def includes(self, unit_path: str, grade: Grade | None) -> bool:
        """Whether it counts somebody of this unit and grade."""
        is_of_unit = self.unit_id is None or f"/{self.unit_id}/" in unit_path
        return is_of_unit and (self.grade is None or self.grade is grade)


def servable(line: Iterable[tuple[T, frozenset[int]]], room: Mapping[int, int]) -> Iterator[T]:
    """Who of a line can be given a seat, in its order, if there are enough: whose quotas still have room for them.

    The line holds each booking, or its lot, with its quotas. A quota without an entry in `room` is not limited.
    """
    left = dict(room)
    for booking, quotas in line:
        if all(left.get(quota, 1) > 0 for quota in quotas):
            for quota in quotas & left.keys():
                left[quota] -= 1
            yield booking
