"""The compositions that keep all quotas, as a small integer program."""

from collections.abc import Sequence

from app.panels.lottery.case import Case, Seats
from app.panels.lottery.program import ANY, Program


class Teams:
    """Every composition that keeps the quotas; asked for the one that is worth most."""

    def __init__(self, case: Case) -> None:
        self._program = Program()
        self._columns = [self._program.column({}, upper=case.volunteers[groups], whole=True) for groups in case.classes]
        self._program.row(dict.fromkeys(self._columns, 1.0), least=case.size, most=case.size)
        for place, quota in enumerate(case.quotas):
            terms = {column: 1.0 for column, groups in zip(self._columns, case.classes, strict=True) if place in groups}
            self._program.row(terms, least=quota.least, most=ANY if quota.most is None else quota.most)

    def best(self, worth: Sequence[float]) -> Seats | None:
        """The composition that is worth most, where each seat of a class is worth so much; None: there is none."""
        self._program.cost({column: -one for column, one in zip(self._columns, worth, strict=True)})
        found = self._program.solve()
        return tuple(round(found.values[column]) for column in self._columns) if found else None


def is_possible(case: Case) -> bool:
    """Whether any team keeps all quotas."""
    if case.size == 0 and not case.volunteers:
        return all(quota.least == 0 for quota in case.quotas)
    return Teams(case).best([0.0] * len(case.classes)) is not None
