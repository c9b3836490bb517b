"""Who moves up when somebody leaves: the first in the order of the seed with whom the quotas are kept."""

from collections import Counter
from collections.abc import Sequence, Set

from app.panels.lottery.case import Case
from app.panels.lottery.teams import is_possible
from app.panels.rules import Class, Quota, left_over, section


def next_up(
    order: Sequence[tuple[str, Class]], quotas: Sequence[Quota], inside: Sequence[Set[int]], seats: int
) -> str | None:
    """The first with whom the rest of the seats can still be filled as the quotas ask.

    Where that is possible with nobody, the first of those with whom least is missing; None: there is nobody left.
    """
    classes = sorted({groups for _, groups in order})
    fitting = {groups for groups in classes if _fits(groups, order, quotas, inside, seats)}
    if not fitting and classes:
        faults = {groups: _faults(quotas, [*inside, set(groups)]) for groups in classes}
        fitting = {groups for groups in classes if faults[groups] == min(faults.values())}
    return next((name for name, groups in order if groups in fitting), None)


def _fits(
    groups: Class, order: Sequence[tuple[str, Class]], quotas: Sequence[Quota], inside: Sequence[Set[int]], seats: int
) -> bool:
    counts = Counter(group for one in inside for group in one)
    limits = [(counts[group], quotas[group].most) for group in groups]
    if any(most is not None and count >= most for count, most in limits):
        return False
    others = Counter(other for _, other in order)
    others[groups] -= 1
    rest = Case.of(seats - 1, left_over(quotas, [*inside, set(groups)]), others.elements())
    return is_possible(rest)


def _faults(quotas: Sequence[Quota], inside: Sequence[Set[int]]) -> int:
    found = section(0, quotas, inside)
    return sum(gap.number for gap in (*found.missing, *found.exceeded))
