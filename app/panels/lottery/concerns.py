"""Why a draw can't take place as it is: quotas that contradict each other, or that single a person out."""

from dataclasses import dataclass, replace

from app.panels.lottery.case import Case
from app.panels.lottery.program import ANY, Program
from app.panels.lottery.teams import Teams, is_possible
from app.panels.rules import Class, Quota

FEWEST_IN_GROUP = 5
"""A quota for fewer volunteers than these would be a quota for persons."""


@dataclass(frozen=True)
class Change:
    """A quota, and what it would have to be so that it goes."""

    quota: Quota
    wanted: Quota


@dataclass(frozen=True)
class Conflict:
    """Quotas that together can’t be kept, none of which could be left out, and the smallest change that would do."""

    quotas: tuple[Quota, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Singled:
    """Whom the quotas single out: groups that are too small, and classes that are drawn for sure or never."""

    small: tuple[tuple[Quota, int], ...] = ()
    always: tuple[Class, ...] = ()
    never: tuple[Class, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.small or self.always or self.never)


def small_groups(case: Case) -> tuple[tuple[Quota, int], ...]:
    """The quotas that ask for something of a group with fewer than five volunteers, with how many there are."""
    numbers = [(quota, case.volunteers_in(place)) for place, quota in enumerate(case.quotas)]
    return tuple((quota, number) for quota, number in numbers if number < FEWEST_IN_GROUP and _asks(quota, number))


def singled_out(case: Case) -> Singled:
    """Whom the quotas single out; the quotas must be possible."""
    if small := small_groups(case):
        return Singled(small)
    teams, always, never = Teams(case), [], []
    for place, groups in enumerate(case.classes):
        worth = [0.0] * len(case.classes)
        worth[place] = 1.0
        most = teams.best(worth)
        worth[place] = -1.0
        least = teams.best(worth)
        if most is not None and most[place] == 0:
            never.append(groups)
        if least is not None and least[place] == case.volunteers[groups]:
            always.append(groups)
    return Singled((), tuple(always), tuple(never))


def conflict(case: Case) -> Conflict | None:
    """The quotas that contradict each other; None where a team is possible."""
    if is_possible(case):
        return None
    return Conflict(_irreducible(case), _smallest_change(case))


def _asks(quota: Quota, number: int) -> bool:
    return quota.least > 0 or (quota.most is not None and quota.most < number)


def _irreducible(case: Case) -> tuple[Quota, ...]:
    """Leave out one demand after the other; those without which a team would be possible stay."""
    quotas = list(case.quotas)
    for place in range(len(quotas)):
        for nothing in ({"least": 0}, {"most": None}):
            less: Quota = replace(quotas[place], **nothing)
            tried = [*quotas[:place], less, *quotas[place + 1 :]]
            if less != quotas[place] and not is_possible(replace(case, quotas=tuple(tried))):
                quotas = tried
    return tuple(quota for quota in quotas if quota.is_binding)


def _smallest_change(case: Case) -> tuple[Change, ...]:
    """The fewest seats by which quotas must give way; none where there are fewer volunteers than seats."""
    program = Program()
    columns = [program.column({}, upper=case.volunteers[groups], whole=True) for groups in case.classes]
    program.row(dict.fromkeys(columns, 1.0), least=case.size, most=case.size)
    ways: list[tuple[int, int]] = []
    for place, quota in enumerate(case.quotas):
        fewer = program.column({}, upper=quota.least, cost=1.0, whole=True)
        more = program.column({}, upper=ANY if quota.most is not None else 0.0, cost=1.0, whole=True)
        members = {column: 1.0 for column, groups in zip(columns, case.classes, strict=True) if place in groups}
        program.row(members | {fewer: 1.0}, least=quota.least)
        program.row(members | {more: -1.0}, most=ANY if quota.most is None else quota.most)
        ways.append((fewer, more))
    found = program.solve()
    if found is None:
        return ()
    changes = []
    for quota, (fewer, more) in zip(case.quotas, ways, strict=True):
        less, extra = round(found.values[fewer]), round(found.values[more])
        wanted = replace(quota, least=quota.least - less, most=None if quota.most is None else quota.most + extra)
        if wanted != quota:
            changes.append(Change(quota, wanted))
    return tuple(changes)
