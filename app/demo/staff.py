"""The people of the city: who works where, as what, who leads, and who is whom among the accounts."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from app.demo.script import Account, JobTitle, Script
from app.demo.tree import Unit
from app.people.rules import Grade, Role, UnitKind
from app.text.folding import fold

HEAD_OF = {
    UnitKind.HOUSE: Grade.HEAD_OF_DEPARTMENT,
    UnitKind.DEPARTMENT: Grade.HEAD_OF_DEPARTMENT,
    UnitKind.OFFICE: Grade.HEAD_OF_OFFICE,
    UnitKind.DIVISION: Grade.HEAD_OF_DIVISION,
    UnitKind.SECTION: Grade.HEAD_OF_SECTION,
}
LEADERSHIP = ("leadership", "heads-of-office")
OF_A_DEPARTMENT = "Dezernat"
PART_TIME = (50, 60, 65, 75, 80)
STEM = 6
FITTING_IS_LIKELIER_BY = 12
LONGEST_SERVICE_DAYS = 30 * 365
PLAIN_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})


@dataclass(eq=False)
class Employee:
    """An invented person in a seat."""

    unit: Unit
    job: JobTitle
    given_name: str
    family_name: str
    number: str
    entered_on: dt.date
    percent: int = 100
    email: str | None = None
    leaves_on: dt.date | None = None
    role: Role | None = None
    account: str | None = None
    id: int = 0


@dataclass(frozen=True)
class Staff:
    """Everybody, and who heads which unit by its path."""

    everybody: Sequence[Employee]
    heads: Mapping[str, Employee]
    accounts: Mapping[str, Employee] = field(default_factory=dict)


def hire(house: Unit, script: Script, today: dt.date, chance: Random) -> Staff:
    """Somebody for each seat of the house, and the people of the accounts in the seats that suit them."""
    names = _Names(script, chance)
    everybody = [_employee(unit, job, names, script, today, chance) for unit, job in _seats(house, script, chance)]
    numbers = chance.sample(range(110_000, 990_000), len(everybody))
    for employee, number in zip(everybody, numbers, strict=True):
        employee.number = str(number)
    heads = _heads(house, everybody)
    accounts = {account.key: _cast(account, everybody, heads, script) for account in script.accounts}
    for account in script.accounts:
        if account.days_here is not None:
            accounts[account.key].entered_on = today - dt.timedelta(days=account.days_here)
    _give_addresses(everybody, script)
    return Staff(everybody, heads, accounts)


def _seats(house: Unit, script: Script, chance: Random) -> Iterator[tuple[Unit, JobTitle]]:
    leading = {job.grade: job for family in LEADERSHIP for job in script.families[family].jobs}
    for unit in house.walk():
        if unit.is_headed and unit is not house:
            yield unit, leading[HEAD_OF[unit.kind]]
        jobs, weights = _jobs_of(unit, script)
        for job in chance.choices(jobs, cum_weights=weights, k=unit.staff) if unit.staff else ():
            yield unit, job


def _jobs_of(unit: Unit, script: Script) -> tuple[Sequence[JobTitle], Sequence[float]]:
    """The jobs of a unit's kinds of work; a title that shares a word with the name of the unit is likelier."""
    jobs = [job for family in unit.kind_of_work for job in script.families[family].jobs if _suits(job, unit)]
    names = fold(f"{unit.name} {unit.parent.name if unit.parent else ''}").split()
    stems = {name[:STEM] for name in names if len(name) >= STEM}
    weights = [
        unit.kind_of_work[job.family]
        / len(script.families[job.family].jobs)
        * (FITTING_IS_LIKELIER_BY if _fits(job, stems) else 1)
        for job in jobs
    ]
    return jobs, list(accumulate(weights))


def _suits(job: JobTitle, unit: Unit) -> bool:
    return unit.kind is UnitKind.DEPARTMENT or OF_A_DEPARTMENT not in job.title


def _fits(job: JobTitle, stems: Collection[str]) -> bool:
    return any(word[:STEM] in stems for word in fold(job.title).split() if len(word) >= STEM)


def _employee(unit: Unit, job: JobTitle, names: "_Names", script: Script, today: dt.date, chance: Random) -> Employee:
    family = script.families[job.family]
    given, surname = names.draw()
    is_new = chance.random() < 0.03
    served = chance.randint(1, 150) if is_new else round(chance.betavariate(1.2, 2.4) * LONGEST_SERVICE_DAYS) + 150
    employee = Employee(unit, job, given, surname, "", today - dt.timedelta(days=served))
    if chance.random() < family.part_time:
        employee.percent = chance.choice(PART_TIME)
    employee.email = "wanted" if chance.random() < family.email else None
    if chance.random() < 0.01:
        employee.leaves_on = today + dt.timedelta(days=chance.randint(30, 300))
    return employee


def _heads(house: Unit, everybody: Sequence[Employee]) -> dict[str, Employee]:
    """The head of each headed unit by path; the first department's is the mayor, who also heads the house."""
    heads = {employee.unit.path: employee for employee in everybody if employee.job.family in LEADERSHIP}
    return {house.path: heads[house.below[0].path]} | heads


def _cast(account: Account, everybody: Sequence[Employee], heads: Mapping[str, Employee], script: Script) -> Employee:
    """Put the person of an account into a seat of the office."""
    there = [employee for employee in everybody if employee.unit.office.short_name == account.office]
    if account.heads:
        employee = heads[there[0].unit.office.path]
    else:
        free = [employee for employee in there if employee.job.family not in LEADERSHIP and employee.account is None]
        at_top = [employee for employee in free if employee.unit.kind is UnitKind.OFFICE]
        employee = (at_top if account.at_top else free)[0]
        employee.job = next(job for job in script.families[account.family].jobs if job.title == account.job)
    employee.given_name, employee.family_name, employee.account = account.given_name, account.family_name, account.key
    employee.role = Role(account.role) if account.role else None
    employee.number = account.number or employee.number
    employee.email = None if account.number else f"{account.key}@{script.domain}"
    employee.percent, employee.leaves_on = 100, None
    return employee


def _give_addresses(everybody: Sequence[Employee], script: Script) -> None:
    taken: dict[str, int] = {}
    for employee in everybody:
        if employee.email is None or employee.account:
            continue
        name = ".".join(_plain(part) for part in (employee.given_name, employee.family_name))
        taken[name] = taken.get(name, 0) + 1
        employee.email = f"{name}{taken[name] if taken[name] > 1 else ''}@{script.domain}"


def _plain(name: str) -> str:
    return fold(name.casefold().translate(PLAIN_LETTERS)).replace(" ", "-")


class _Names:
    """Given and family names by chance, the family names that stand first more often."""

    def __init__(self, script: Script, chance: Random) -> None:
        self._script, self._chance = script, chance
        self._weights = list(accumulate(1 / (rank + 12) for rank in range(len(script.family_names))))

    def draw(self) -> tuple[str, str]:
        """The name of somebody new."""
        given = self._chance.choice(self._script.given_names)
        return given, self._chance.choices(self._script.family_names, cum_weights=self._weights)[0]
