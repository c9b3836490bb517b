"""The integer program by itself, against trying every solution there is."""

import itertools
import math
from random import Random

import pytest

from app.plans.optimiser.program import Infeasible, Program

COLUMNS = 9
EVERYTHING = list(itertools.product((0, 1), repeat=COLUMNS))


def value(terms, solution):
    return sum(factor * solution[column] for column, factor in terms.items())


def terms(rng, lowest):
    return {column: rng.randint(lowest, 9) for column in rng.sample(range(COLUMNS), rng.randint(2, COLUMNS))}


def least(rows, costs):
    kept = [one for one in EVERYTHING if all(low <= value(row, one) <= high for row, low, high in rows)]
    return min((value(costs, one) for one in kept), default=None)


def minimised(program, costs):
    try:
        found = program.minimise(costs)
    except Infeasible:
        return None
    assert found.is_proven
    assert found.objective == found.bound == value(costs, found.values)
    return found.objective


@pytest.mark.parametrize("seed", range(60))
def test_each_answer_is_the_best_while_rows_are_added_and_costs_change(seed):
    rng, program, rows = Random(seed), Program(math.inf), []
    for _ in range(COLUMNS):
        program.column()
    for _ in range(6):
        row = terms(rng, 0)
        low, high = (rng.randint(0, 6), math.inf) if rng.random() < 0.6 else (-math.inf, rng.randint(5, 20))
        rows.append((row, low, high))
        program.row(row, least=low, most=high)
        costs = terms(rng, -9)

        assert minimised(program, costs) == least(rows, costs), rows


def test_what_is_known_to_be_the_least_is_taken_at_its_word_and_no_more():
    program = Program(math.inf)
    columns = [program.column() for _ in range(3)]
    program.row(dict.fromkeys(columns, 2.0), least=3)

    costs = dict(zip(columns, (3, 4, 5), strict=True))

    assert [program.minimise(costs, known).objective for known in (None, 5, 7)] == [7, 7, 7]
