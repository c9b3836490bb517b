"""The fairest lottery by counting out every team, to check the one that grows its teams."""

from itertools import product

import highspy
import numpy as np

from app.panels.lottery import Case, Seats


def every_team(case: Case) -> list[Seats]:
    """Every composition that keeps all quotas."""
    numbers = [range(case.volunteers[groups] + 1) for groups in case.classes]
    return [team for team in product(*numbers) if keeps(case, team)]


def keeps(case: Case, team: Seats) -> bool:
    """Whether a composition has its size and keeps each quota."""
    if sum(team) != case.size:
        return False
    for place, quota in enumerate(case.quotas):
        count = sum(seats for groups, seats in zip(case.classes, team, strict=True) if place in groups)
        if count < quota.least or (quota.most is not None and count > quota.most):
            return False
    return True


def smallest_chance(case: Case) -> float | None:
    """The best smallest chance, from one linear program over all teams; None where there is no team."""
    teams = every_team(case)
    if not teams:
        return None
    program = highspy.Highs()
    program.setOptionValue("output_flag", False)
    for _ in teams:
        program.addVar(0.0, 1.0)
    program.addVar(0.0, 1.0)
    program.changeColCost(len(teams), -1.0)
    everything = np.arange(len(teams), dtype=np.int32)
    program.addRow(1.0, 1.0, len(teams), everything, np.ones(len(teams)))
    columns = np.arange(len(teams) + 1, dtype=np.int32)
    for place, groups in enumerate(case.classes):
        factors = np.array([*(team[place] / case.volunteers[groups] for team in teams), -1.0])
        program.addRow(0.0, highspy.kHighsInf, len(columns), columns, factors)
    program.run()
    return -float(program.getInfo().objective_function_value)
