"""How far somebody is from what a profile asks for."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.competences.rules.profile import IMPORTANT, USUAL


@dataclass(frozen=True)
class Gap:
    """How far a person is from what a profile asks for in one competence."""

    competence: int
    target: int
    current: int | None
    weight: int = USUAL

    @property
    def size(self) -> int:
        """Missing levels; what nobody has said anything about counts as 0."""
        return max(0, self.target - (self.current or 0))


def gaps(targets: Mapping[int, int], held: Mapping[int, int], important: Collection[int] = ()) -> list[Gap]:
    """What a profile asks for against what a person holds, widest gap first, then higher target first."""
    found = [
        Gap(competence, level, held.get(competence), IMPORTANT if competence in important else USUAL)
        for competence, level in targets.items()
    ]
    return sorted(found, key=lambda gap: (-gap.size, -gap.target, gap.competence))


def coverage(found: Iterable[Gap]) -> float:
    """The share of the targets' levels that is reached, important ones counted double; 1.0 without targets."""
    rows = list(found)
    asked = sum(gap.weight * gap.target for gap in rows)
    return 1 - sum(gap.weight * gap.size for gap in rows) / asked if asked else 1.0


@dataclass(frozen=True)
class Axis:
    """The average of an area's competences, today and as the goal asks for."""

    label: str
    current: float
    target: float
    max: int


def averages(levels: Iterable[tuple[str, int, int]], highest: int) -> list[Axis]:
    """The average of each area, from rows of (area, target, level), in their order.

    With a target, more than the target doesn't count, so that one competence can't hide the gap of another.
    """
    by_area: dict[str, list[tuple[int, int]]] = {}
    for area, target, held in levels:
        by_area.setdefault(area, []).append((target, min(held, target) if target else held))
    return [
        Axis(area, _average(held for _, held in rows), _average(target for target, _ in rows), highest)
        for area, rows in by_area.items()
    ]


def _average(numbers: Iterable[int]) -> float:
    found = list(numbers)
    return round(sum(found) / len(found), 1)
