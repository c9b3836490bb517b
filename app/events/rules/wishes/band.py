"""The best seats in one time band, exactly: a minimum-cost flow along shortest chains of moves.

People come in one after the other. Each takes the chain that adds most: a seat that is free, or a seat whose holder
moves on to another slot, and so on, until somebody finds a free seat or goes without. As each chain is the best there
is, so are the seats at the end (successive shortest paths; whole numbers, so nothing is rounded). The order in which
people come in decides nothing but ties.
"""

import heapq
from collections.abc import Mapping, Sequence

FREE = -1
"""Instead of a slot: goes without a seat."""
NEVER = float("inf")


def fill(values: Sequence[Mapping[int, int]], seats: Sequence[int | None]) -> list[int | None]:
    """The slot of each person such that the sum of values is as large as it can be; None: better without a seat.

    A person's `values` name the slots that are possible for them, by place in `seats`; to go without is worth 0.
    """
    band = _Band(values, seats)
    for person in range(len(values)):
        band.admit(person)
    return [None if slot == FREE else slot for slot in band.places]


class _Band:
    """Who sits where so far, and for each pair of slots whose move between them costs least."""

    def __init__(self, values: Sequence[Mapping[int, int]], seats: Sequence[int | None]) -> None:
        self.values = values
        self.left = [NEVER if number is None else number for number in seats]
        self.places = [FREE] * len(values)
        self.moves: list[dict[int, list[tuple[int, int]]]] = [{} for _ in seats]

    def admit(self, person: int) -> None:
        """Let one more person in, with the moves of others that this is worth."""
        costs, came_from = self._cheapest(person)
        end = min((slot for slot in costs if slot == FREE or self.left[slot] > 0), key=lambda slot: (costs[slot], slot))
        if end != FREE:
            self.left[end] -= 1
        while end in came_from:
            before = came_from[end]
            mover = self.moves[before][end][0][1]
            self._place(mover, end)
            end = before
        self._place(person, end)

    def _place(self, person: int, slot: int) -> None:
        self.places[person] = slot
        if slot == FREE:
            return
        values, moves = self.values[person], self.moves[slot]
        for other, value in values.items():
            if other != slot:
                heapq.heappush(moves.setdefault(other, []), (values[slot] - value, person))
        heapq.heappush(moves.setdefault(FREE, []), (values[slot], person))

    def _cheapest(self, person: int) -> tuple[dict[int, float], dict[int, int]]:
        """What it costs until each slot holds one person more, and from where that person comes (Bellman and Ford)."""
        costs: dict[int, float] = {FREE: 0, **{slot: -value for slot, value in self.values[person].items()}}
        came_from: dict[int, int] = {}
        steps = [
            (slot, other, cost)
            for slot in range(len(self.left))
            if not self.left[slot]
            for other, cost in self._open_moves(slot)
        ]
        is_moving = True
        while is_moving:
            is_moving = False
            for slot, other, cost in steps:
                if slot in costs and costs[slot] + cost < costs.get(other, NEVER):
                    costs[other], came_from[other], is_moving = costs[slot] + cost, slot, True
        return costs, came_from

    def _open_moves(self, slot: int) -> list[tuple[int, int]]:
        """To each other slot the cheapest move of somebody who sits here now."""
        found = []
        for other, heap in self.moves[slot].items():
            while heap and self.places[heap[0][1]] != slot:
                heapq.heappop(heap)
            if heap:
                found.append((other, heap[0][0]))
        return found
