"""A linear program that grows by rows and columns, solved by HiGHS with one thread and a fixed seed."""

from collections.abc import Mapping
from dataclasses import dataclass

import highspy
import numpy as np

ANY = highspy.kHighsInf
ENDED = highspy.HighsModelStatus
OPTIONS: dict[str, bool | int | float | str] = {
    "threads": 1,
    "random_seed": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 1e-9,
}
WHOLE = highspy.HighsVarType.kInteger


@dataclass(frozen=True)
class Solution:
    """The value of each column, the price of each row, and what the whole costs."""

    values: list[float]
    prices: list[float]
    cost: float


class _Silent(highspy.Highs):
    """HiGHS greets on the console as soon as it listens for callbacks, so it is told to be silent before that."""

    def enableCallbacks(self) -> None:  # noqa: N802 - its name there
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Program:
    """Costs are made as small as possible; prices say what a row more would cost, where no column is whole."""

    def __init__(self) -> None:
        self._highs = _Silent()  # type: ignore[no-untyped-call]  # its only untyped call
        for name, value in OPTIONS.items():
            self._highs.setOptionValue(name, value)
        self._columns = self._rows = 0

    def column(self, terms: Mapping[int, float], *, upper: float = ANY, cost: float = 0.0, whole: bool = False) -> int:
        """A new column from 0 to `upper`, with its terms in the rows that are there."""
        rows, factors = _arrays(terms)
        self._highs.addCol(cost, 0.0, upper, len(rows), rows, factors)
        if whole:
            self._highs.changeColIntegrality(self._columns, WHOLE)
        self._columns += 1
        return self._columns - 1

    def row(self, terms: Mapping[int, float], *, least: float = -ANY, most: float = ANY) -> int:
        """The sum of the terms lies between the two."""
        columns, factors = _arrays(terms)
        self._highs.addRow(least, most, len(columns), columns, factors)
        self._rows += 1
        return self._rows - 1

    def bound(self, row: int, *, least: float = -ANY, most: float = ANY) -> None:
        """Let a row lie between other two."""
        self._highs.changeRowBounds(row, least, most)

    def factor(self, row: int, column: int, factor: float) -> None:
        """Let a column count otherwise in a row."""
        self._highs.changeCoeff(row, column, factor)

    def cost(self, costs: Mapping[int, float]) -> None:
        """What the columns cost from now on; those not named cost nothing."""
        for column in range(self._columns):
            self._highs.changeColCost(column, costs.get(column, 0.0))

    def solve(self) -> Solution | None:
        """The cheapest solution; None where nothing keeps all rows."""
        self._highs.run()
        if self._highs.getModelStatus() != ENDED.kOptimal:
            return None
        found = self._highs.getSolution()
        cost = self._highs.getInfo().objective_function_value
        return Solution(list(found.col_value), list(found.row_dual), cost)


def _arrays(terms: Mapping[int, float]) -> tuple[np.ndarray, np.ndarray]:
    return np.array(list(terms), dtype=np.int32), np.array(list(terms.values()), dtype=float)
