"""The largest sum of points that any assignment can have, by linear programming."""

from collections import Counter

import highspy
import numpy as np

from app.events.rules.wishes import Option, points
from tests.events.wishes.cases import Case


def largest_sum(case: Case) -> float:
    """The optimum of the whole problem, all bands at once, with halves of people allowed: no assignment has more."""
    costs: list[float] = []
    starts, places, most = [0], [], []
    rows: dict[tuple[str, int, int], int] = {}

    def row(key: tuple[str, int, int], at_most: float) -> int:
        if key not in rows:
            rows[key] = len(most)
            most.append(at_most)
        return rows[key]

    times = Counter(option.topic for band in case.bands for option in band)
    for person, wishes in case.wishes.items():
        for number, band in enumerate(case.bands):
            for rank, option in enumerate(_ranked(wishes, band)):
                costs.append(points(rank))
                places += [row(("band", person, number), 1), row(("slot", option.slot, 0), option.seats)]
                if times[option.topic] > 1:
                    places.append(row(("topic", person, option.topic), 1))
                starts.append(len(places))
    return _solved(costs, starts, places, most)


def _ranked(wishes: list[int], band: list[Option]) -> list[Option]:
    return sorted((option for option in band if option.slot in wishes), key=lambda option: wishes.index(option.slot))


def _solved(costs: list[float], starts: list[int], places: list[int], most: list[float]) -> float:
    program = highspy.HighsLp()
    program.sense_ = highspy.ObjSense.kMaximize
    program.num_col_, program.num_row_ = len(costs), len(most)
    program.col_cost_ = np.array(costs)
    program.col_lower_, program.col_upper_ = np.zeros(len(costs)), np.ones(len(costs))
    program.row_lower_, program.row_upper_ = np.full(len(most), -highspy.kHighsInf), np.array(most, dtype=float)
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_, program.a_matrix_.index_ = np.array(starts), np.array(places)
    program.a_matrix_.value_ = np.ones(len(places))
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.passModel(program)
    highs.run()
    assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return highs.getInfo().objective_function_value
