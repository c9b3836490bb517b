"""The org tree of the city: which units there are, and how many people work in each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from app.demo.script import Department, Division, Office, Script
from app.people.rules import UnitKind

LEADERS_OFFICE = "33"
LEADERS_OFFICE_SIZE = 40
SMALLEST_OFFICE = 14
SMALLEST_TEAM = {UnitKind.OFFICE: 8, UnitKind.DIVISION: 4}
LARGEST_SECTION = 26
OWN_SHARE = {UnitKind.OFFICE: 0.15, UnitKind.DIVISION: 0.08}
MOST_OWN = 8
VACANT_SHARE = 0.06
BELOW = {UnitKind.OFFICE: UnitKind.DIVISION, UnitKind.DIVISION: UnitKind.SECTION}
OF_THE_TOP = {"secretariat": 1}
OF_AN_OFFICE = {"clerk": 3, "secretariat": 2, "trainees": 1}


@dataclass(eq=False)
class Unit:
    """A planned unit: how many work directly in it beside its head, and at what kind of work."""

    kind: UnitKind
    name: str
    short_name: str
    parent: "Unit | None" = None
    staff: int = 0
    is_headed: bool = True
    kind_of_work: Mapping[str, int] = field(default_factory=dict)
    below: list["Unit"] = field(default_factory=list)
    id: int = 0
    path: str = ""

    @property
    def office(self) -> "Unit":
        """The office that the unit is or belongs to; itself above the offices."""
        unit = self
        while unit.kind in {UnitKind.DIVISION, UnitKind.SECTION} and unit.parent:
            unit = unit.parent
        return unit

    def walk(self) -> Iterator["Unit"]:
        """The unit and all below it, from the top."""
        yield self
        for unit in self.below:
            yield from unit.walk()


def grow(script: Script, employees: int, chance: Random) -> Unit:
    """The house with as many seats as there are employees: departments, offices, divisions, sections.

    The mayor also heads the first department. The office that the demo's leader heads keeps its size in every city,
    and one of its divisions has no head.
    """
    house = Unit(UnitKind.HOUSE, script.name, script.name)
    house.below = [_department(department, house) for department in script.departments]
    offices = _kept(script.departments, employees)
    top = 1 + (len(house.below) - 1) + len(house.below)
    fixed = min(LEADERS_OFFICE_SIZE, employees // 4)
    others = [office for office in offices if office.short != LEADERS_OFFICE]
    sizes = dict(zip(others, shares(employees - top - fixed, [office.weight for office in others]), strict=True))
    for department, planned in zip(script.departments, house.below, strict=True):
        for office in (office for office in department.offices if office in offices):
            unit = Unit(UnitKind.OFFICE, office.title, office.short, planned, kind_of_work=office.kind_of_work)
            _fill(unit, sizes.get(office, fixed), office.divisions, chance)
            planned.below.append(unit)
    _vacate(house, chance)
    return house


def shares(total: int, weights: Sequence[float]) -> list[int]:
    """The total in whole parts as the weights say; what rounding leaves goes to the largest remainders."""
    exact = [total * weight / sum(weights) for weight in weights]
    whole = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda n: (whole[n] - exact[n], n))
    for position in by_remainder[: total - sum(whole)]:
        whole[position] += 1
    return whole


def _department(department: Department, house: Unit) -> Unit:
    return Unit(
        UnitKind.DEPARTMENT, department.title, f"Dez. {department.short}", house, staff=1, kind_of_work=OF_THE_TOP
    )


def _kept(departments: Sequence[Department], employees: int) -> set[Office]:
    """The offices that a city of this size has: the accounts' and then the largest, at least one a department."""
    offices = [office for department in departments for office in department.offices]
    needed = {LEADERS_OFFICE, "10", "11", "16", "30", "70"}
    largest = {max(department.offices, key=lambda office: office.weight).short for department in departments}
    by_size = sorted(offices, key=lambda office: (office.short not in needed | largest, -office.weight, office.short))
    return set(by_size[: max(len(needed | largest), employees // SMALLEST_OFFICE)])


def _fill(unit: Unit, size: int, parts: Sequence[Division | str], chance: Random) -> None:
    """Give a unit of this size, its head included, its own staff and the units below it."""
    smallest = SMALLEST_TEAM.get(unit.kind, size)
    parts = _numbered(parts, size) if unit.kind is UnitKind.DIVISION else parts
    number = min(len(parts), (size - 2) // smallest) if parts else 0
    if number < 2:
        unit.staff = size - 1
        return
    unit.staff = max(1, min(MOST_OWN, round(size * OWN_SHARE[unit.kind])))
    sizes = shares(size - 1 - unit.staff, [chance.uniform(0.9, 1.1) for _ in range(number)])
    for part, below in zip(parts, sizes, strict=False):
        title, parts_below = (part, ()) if isinstance(part, str) else (part.title, part.sections)
        short = f"{unit.short_name}.{len(unit.below) + 1}"
        made = Unit(BELOW[unit.kind], title, short, unit, kind_of_work=unit.kind_of_work)
        _fill(made, below, parts_below, chance)
        unit.below.append(made)
    if unit.kind is UnitKind.OFFICE:
        unit.kind_of_work = OF_AN_OFFICE


def _numbered(parts: Sequence[Division | str], size: int) -> Sequence[Division | str]:
    """In a large division each section is several: "Wohngeld 1", "Wohngeld 2"."""
    times = -(-size // (LARGEST_SECTION * max(1, len(parts))))
    return parts if times < 2 else [f"{part} {number}" for part in parts for number in range(1, times + 1)]


def _vacate(house: Unit, chance: Random) -> None:
    for unit in house.walk():
        if unit.kind in BELOW.values() and unit.office.short_name != LEADERS_OFFICE:
            unit.is_headed = chance.random() >= VACANT_SHARE
        elif unit.short_name == LEADERS_OFFICE and unit.below:
            unit.below[-1].is_headed = False
    for unit in house.walk():
        unit.staff += not unit.is_headed
