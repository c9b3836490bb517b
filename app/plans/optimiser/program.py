"""An integer program that grows: columns and rows by name of nothing but their numbers, solved by HiGHS.

One thread and a fixed seed, so that the same program always has the same answer.
"""

import math
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import highspy
import numpy as np

INFINITE = highspy.kHighsInf
ENDED = highspy.HighsModelStatus
OPTIONS: dict[str, bool | int | float | str] = {
    "threads": 1,
    "random_seed": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.99,
}
"""All objectives are whole numbers, so a gap below one is none."""
IMPOSSIBLE = frozenset({ENDED.kInfeasible, ENDED.kUnboundedOrInfeasible})
MARGIN = 1e-3
"""Prices and the bound of the relaxed program are not exact."""


@dataclass(frozen=True)
class Solution:
    """A solution: the value of each column, the objective, and the least that any solution can have."""

    values: list[float]
    objective: int
    bound: int
    is_proven: bool

    def has(self, column: int) -> bool:
        """Whether a yes-or-no column says yes."""
        return self.values[column] > 0.5


class _Silent(highspy.Highs):
    """HiGHS greets on the console as soon as it listens for callbacks, so it is told to be silent before that."""

    def enableCallbacks(self) -> None:  # noqa: N802 - its name there
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class OutOfTime(Exception):
    """The time is over, and there is no solution yet."""


class Infeasible(Exception):
    """No solution keeps all rows."""


class Program:
    """Rows and columns; `deadline` is a moment of `time.monotonic`, after which the best known solution counts."""

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self._highs = _Silent()  # type: ignore[no-untyped-call]  # its only untyped call
        for name, value in OPTIONS.items():
            self._highs.setOptionValue(name, value)
        self._uppers: list[float] = []
        self._integer: list[bool] = []
        self._costs = np.zeros(0)
        self._known = 0
        self._rows: list[tuple[float, float, Mapping[int, float]]] = []

    def column(self, upper: float = 1, *, integer: bool = True) -> int:
        """A new column from 0 to `upper`."""
        self._uppers.append(upper)
        self._integer.append(integer)
        return len(self._uppers) - 1

    def row(self, terms: Mapping[int, float], *, most: float = INFINITE, least: float = -INFINITE) -> None:
        """The sum of the terms lies between the two."""
        self._rows.append((least, most, terms))

    def minimise(self, costs: Mapping[int, float], least: int | None = None) -> Solution:
        """The best solution, or the best known when the time is over; none costs less than `least`.

        In the relaxed program, without whole numbers, each column has a price: a solution that uses it costs at least
        so much more. What costs little is therefore looked for among few columns, and what isn't found there doesn't
        exist; then it may cost a little more, with more columns, until nothing better can be anywhere.
        """
        self._write()
        self._cost(costs)
        relaxed, prices = self._relaxed()
        first, width, best = math.ceil(relaxed - MARGIN), 0, None
        least = first if least is None else max(least, first)
        while best is None or best.objective > least:
            most = first + width if best is None else best.objective - 1
            is_whole = self._leave_out(prices, most - relaxed + MARGIN)
            found = self._found(best)
            if found is not None:
                best = found if best is None or found.objective < best.objective else best
                if not found.is_proven:
                    return replace(best, bound=least, is_proven=False)
            if is_whole:
                break
            least, width = max(least, most + 1), 2 * width + 1
        if best is None:
            raise Infeasible
        return best

    def _cost(self, costs: Mapping[int, float]) -> None:
        self._costs = np.zeros(len(self._uppers))
        for column, cost in costs.items():
            self._costs[column] = cost
        self._highs.changeColsCost(len(self._costs), _numbers(self._costs), self._costs)

    def _relaxed(self) -> tuple[float, np.ndarray]:
        """The least that any solution costs, and the price of each column."""
        self._leave_out(np.zeros(len(self._uppers)), 0)
        self._highs.setOptionValue("presolve", "on")
        self._highs.setOptionValue("solve_relaxation", True)
        status = self._run()
        self._highs.setOptionValue("solve_relaxation", False)
        if status in IMPOSSIBLE:
            raise Infeasible
        if status not in (ENDED.kOptimal, ENDED.kModelEmpty):
            raise OutOfTime
        prices = np.array(self._highs.getSolution().col_dual)
        return self._highs.getInfo().objective_function_value, prices

    def _leave_out(self, prices: np.ndarray, most: float) -> bool:
        """Keep columns whose price is higher where they are; whether there are none.

        Presolving takes longer than it saves, unless many are left out.
        """
        uppers, whole = np.array(self._uppers, dtype=float), np.array(self._integer, dtype=bool)
        is_none, is_full = whole & (prices > most), whole & (prices < -most)
        lowest, highest = np.where(is_full, uppers, 0.0), np.where(is_none, 0.0, uppers)
        self._highs.changeColsBounds(len(uppers), _numbers(uppers), lowest, highest)
        left_out = np.count_nonzero(is_none | is_full)
        self._highs.setOptionValue("presolve", "on" if left_out * 5 > len(uppers) else "off")
        return not left_out

    def _found(self, best: Solution | None) -> Solution | None:
        """The best among the columns that are left; none if there is none. If the time ends, the best known counts.

        HiGHS forgets what it knows: a solution with columns that are left out now would mislead it.
        """
        self._highs.clearSolver()
        status = self._run()
        if status in IMPOSSIBLE:
            return None
        if self._highs.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            if best is None:
                raise OutOfTime
            return replace(best, is_proven=False)
        values = self._highs.getSolution().col_value
        exact = [round(value) if whole else value for value, whole in zip(values, self._integer, strict=True)]
        objective = round(sum(cost * value for cost, value in zip(self._costs, exact, strict=True)))
        return Solution(exact, objective, objective, status in (ENDED.kOptimal, ENDED.kModelEmpty))

    def _run(self) -> highspy.HighsModelStatus:
        left = max(0.0, self.deadline - time.monotonic())
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + left)
        self._highs.run()
        return self._highs.getModelStatus()

    def _write(self) -> None:
        new = range(self._known, len(self._uppers))
        if new:
            count = len(new)
            nothing, no_values = np.zeros(0, dtype=np.int32), np.zeros(0)
            uppers = np.array(self._uppers[self._known :], dtype=float)
            starts = np.zeros(count, dtype=np.int32)
            self._highs.addCols(count, np.zeros(count), np.zeros(count), uppers, 0, starts, nothing, no_values)
            whole = np.array([column for column in new if self._integer[column]], dtype=np.int32)
            kinds = np.full(len(whole), int(highspy.HighsVarType.kInteger), dtype=np.uint8)
            self._highs.changeColsIntegrality(len(whole), whole, kinds)
            self._known = len(self._uppers)
        for least, most, terms in self._rows:
            columns, factors = _arrays(terms.items())
            self._highs.addRow(least, most, len(columns), columns, factors)
        self._rows.clear()


def _numbers(columns: np.ndarray) -> np.ndarray:
    return np.arange(len(columns), dtype=np.int32)


def _arrays(terms: Iterable[tuple[int, float]]) -> tuple[np.ndarray, np.ndarray]:
    pairs = list(terms)
    return np.array([one for one, _ in pairs], dtype=np.int32), np.array([factor for _, factor in pairs], dtype=float)
