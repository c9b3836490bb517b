"""An integer program that grows: columns and rows by name of nothing but their numbers, solved by HiGHS.

One thread and a fixed seed, so that the same program always has the same answer.
"""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import highspy
import numpy as np

INFINITE = highspy.kHighsInf
ENDED = highspy.HighsModelStatus
OPTIONS: dict[str, bool | int | float | str] = {
    "threads": 1,
    "random_seed": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.99,
    "presolve": "off",
}
"""All objectives are whole numbers, so a gap below one is none. Presolving takes longer than what it saves here."""


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
        self._known = 0
        self._rows: list[tuple[float, float, Mapping[int, float]]] = []
        self._last: list[float] | None = None

    def column(self, upper: float = 1, *, integer: bool = True) -> int:
        """A new column from 0 to `upper`."""
        self._uppers.append(upper)
        self._integer.append(integer)
        return len(self._uppers) - 1

    def row(self, terms: Mapping[int, float], *, most: float = INFINITE, least: float = -INFINITE) -> None:
        """The sum of the terms lies between the two."""
        self._rows.append((least, most, terms))

    def minimise(self, costs: Mapping[int, float]) -> Solution:
        """The best solution, or the best known when the time is over."""
        self._write()
        everything = np.zeros(len(self._uppers))
        for column, cost in costs.items():
            everything[column] = cost
        count = len(self._uppers)
        self._highs.changeColsCost(count, np.arange(count, dtype=np.int32), everything)
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise OutOfTime
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + left)
        if self._last is not None:
            self._highs.setSolution(len(self._last), np.arange(len(self._last), dtype=np.int32), np.array(self._last))
        self._highs.run()
        return self._solution()

    def _solution(self) -> Solution:
        status = self._highs.getModelStatus()
        if status in (ENDED.kInfeasible, ENDED.kUnboundedOrInfeasible):
            raise Infeasible
        info = self._highs.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            raise OutOfTime
        values = list(self._highs.getSolution().col_value)
        self._last = [round(value) if whole else value for value, whole in zip(values, self._integer, strict=True)]
        proven = status in (ENDED.kOptimal, ENDED.kModelEmpty)
        objective = round(info.objective_function_value)
        bound = objective if proven else int(np.ceil(max(info.mip_dual_bound, -1e12) - 1e-6))
        return Solution(self._last, objective, bound, proven)

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
            self._last = None
        for least, most, terms in self._rows:
            columns, factors = _arrays(terms.items())
            self._highs.addRow(least, most, len(columns), columns, factors)
        self._rows.clear()


def _arrays(terms: Iterable[tuple[int, float]]) -> tuple[np.ndarray, np.ndarray]:
    pairs = list(terms)
    return np.array([one for one, _ in pairs], dtype=np.int32), np.array([factor for _, factor in pairs], dtype=float)
