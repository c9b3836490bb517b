"""The fairest lottery over all possible teams: the smallest chance is as large as possible, then the next smallest.

After Flanigan, Gölz, Gupta, Hennig and Procaccia: Fair algorithms for selecting citizens’ assemblies, Nature 596
(2021), 548-552. There are far too many teams to write down, so the linear program over them begins with a few; its
prices say which team would help those most who have least (an integer program finds it), until no team would.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.panels.lottery.case import Case, Seats
from app.panels.lottery.program import Program, Solution
from app.panels.lottery.teams import Teams
from app.panels.rules import Composition, tickets

PRECISION = 1e-8
SLACK = 1e-8
"""What a chance that is settled may lose again, since solutions are not exact."""
MOST_SECONDS = 15.0
"""How long the chances above the smallest are evened out further; the smallest itself takes the time it needs."""
Progress = Callable[[int, int], None]


class Impossible(Exception):
    """No team keeps all quotas."""


@dataclass(frozen=True)
class Lottery:
    """Teams with their shares, and the smallest chance that anybody has."""

    teams: tuple[Seats, ...]
    shares: tuple[float, ...]
    smallest: float

    def compositions(self, case: Case) -> tuple[Composition, ...]:
        """The same with whole tickets, as they are written on the list."""
        parts = zip(self.teams, tickets(self.shares), strict=True)
        return tuple(
            Composition({groups: seats for groups, seats in zip(case.classes, team, strict=True) if seats}, number)
            for team, number in sorted(parts)
            if number
        )


def fairest(case: Case, *, progress: Progress | None = None, seconds: float = MOST_SECONDS) -> Lottery:
    """The lottery whose smallest chance is as large as possible, then the next smallest, and so on."""
    until = time.monotonic() + seconds
    lottery, smallest, settled = _Lottery(case), None, 0
    while settled < len(case.classes) and (smallest is None or time.monotonic() < until):
        found = lottery.grow()
        smallest = -found.cost if smallest is None else smallest
        settled += lottery.settle(found)
        if progress:
            progress(settled, len(case.classes))
    return lottery.result(smallest or 0.0)


class _Lottery:
    """The linear program over the teams known so far: a column for each team, a row for each class."""

    def __init__(self, case: Case) -> None:
        self._sizes = [case.volunteers[groups] for groups in case.classes]
        self._teams, self._known, self._settled = Teams(case), dict[Seats, int](), set[int]()
        self._program = Program()
        self._all = self._program.row({}, least=1.0, most=1.0)
        self._rows = [self._program.row({}, least=0.0) for _ in self._sizes]
        self._floor = self._program.column(dict.fromkeys(self._rows, -1.0), upper=1.0, cost=-1.0)
        for place in range(len(self._sizes)):
            worth = [1.0 if place == other else 0.0 for other in range(len(self._sizes))]
            self._take(self._teams.best(worth))

    def grow(self) -> Solution:
        """The best lottery over all teams: those that would make it better are taken in one by one."""
        while True:
            found = self._solved()
            worth = [found.prices[row] / size for row, size in zip(self._rows, self._sizes, strict=True)]
            team = self._teams.best(worth)
            gain = sum(one * seats for one, seats in zip(worth, team or (), strict=True)) + found.prices[self._all]
            if gain <= PRECISION or not self._take(team):
                return found

    def settle(self, found: Solution) -> int:
        """Settle the chance of those who can’t have more; returns how many classes that are."""
        open_rows = [place for place in range(len(self._rows)) if place not in self._settled]
        prices = {place: found.prices[self._rows[place]] for place in open_rows}
        highest = max(prices.values())
        tight = [place for place, price in prices.items() if price > max(PRECISION, highest * 1e-6)] or open_rows
        for place in tight:
            self._program.factor(self._rows[place], self._floor, 0.0)
            self._program.bound(self._rows[place], least=max(0.0, -found.cost - SLACK))
        self._settled.update(tight)
        return len(tight)

    def result(self, smallest: float) -> Lottery:
        """The teams that have a share."""
        found = self._solved()
        used = [(team, found.values[column]) for team, column in self._known.items() if found.values[column] > SLACK]
        return Lottery(tuple(team for team, _ in used), tuple(share for _, share in used), smallest)

    def _solved(self) -> Solution:
        found = self._program.solve()
        if found is None:
            raise ArithmeticError("the program over the teams has no solution")
        return found

    def _take(self, team: Seats | None) -> bool:
        """Take a team in; whether it is new."""
        if team is None:
            raise Impossible
        if team in self._known:
            return False
        self._known[team] = self._program.column({self._all: 1.0, **self._chances(team)})
        return True

    def _chances(self, team: Sequence[int]) -> dict[int, float]:
        """What a team brings to each class: the share of the class that is in it."""
        parts = zip(self._rows, team, self._sizes, strict=True)
        return {row: seats / size for row, seats, size in parts if seats}
