"""How the seats of a draw were given, one after the other, while some of the lots left: the same again."""

import math
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Leaving(NamedTuple):
    """Somebody withdrew, gave the seat back, or could not have one: once so many lots were decided."""

    lot: str
    decided: int


@dataclass
class _Seats:
    """Those that are free, in all and of each quota, and who has the others."""

    free: float
    room: dict[int, int]
    held: dict[str, frozenset[int]] = field(default_factory=dict)

    def take(self, lot: str, quotas: frozenset[int]) -> bool:
        """Let a lot have a seat; False where there is none for it."""
        has_room = self.free > 0 and all(self.room.get(quota, 1) > 0 for quota in quotas)
        if has_room:
            self._count(quotas, -1)
            self.held[lot] = quotas
        return has_room

    def give_back(self, lot: str) -> None:
        """Free the seat of a lot."""
        self._count(self.held.pop(lot), +1)

    def _count(self, quotas: frozenset[int], number: int) -> None:
        self.free += number
        for quota in quotas & self.room.keys():
            self.room[quota] += number


def given(
    line: Sequence[tuple[str, frozenset[int]]],
    room: Mapping[int, int],
    seats: int | None,
    leavings: Iterable[Leaving],
    *,
    has_waitlist: bool = True,
) -> list[str]:
    """Who has a seat in the end, in the order of the line, which holds each lot with its quotas.

    `leavings` stand in the order in which they happened. A seat that somebody gives back goes at once to the first of
    those who wait and whose quotas have room: it depends on the moment who that is.
    """
    now, waiting, gone = _Seats(math.inf if seats is None else seats, dict(room)), dict[str, frozenset[int]](), set()
    coming = deque(leavings)
    for decided in range(len(line) + 1):
        while coming and coming[0].decided <= decided:
            lot = coming.popleft().lot
            gone.add(lot)
            waiting.pop(lot, None)
            if lot in now.held:
                now.give_back(lot)
                waiting = {name: quotas for name, quotas in waiting.items() if not now.take(name, quotas)}
        for lot, quotas in line[decided : decided + 1]:
            if lot not in gone and not now.take(lot, quotas) and has_waitlist:
                waiting[lot] = quotas
    return [lot for lot, _ in line if lot in now.held]
