"""The org tree of the demo city."""

from random import Random

import pytest

import config
from app.demo import script, tree
from app.people.rules import UnitKind

SCRIPT = script.read(config.ROOT / "content")
SIZES = [150, 600, 2500, 10_000]


def grow(employees: int, seed: int = 1) -> tree.Unit:
    return tree.grow(SCRIPT, employees, Random(seed))


def seats(unit: tree.Unit) -> int:
    return sum(part.staff + part.is_headed for part in unit.walk())


@pytest.mark.parametrize("employees", SIZES)
def test_the_tree_has_a_seat_for_each_employee(employees):
    house = grow(employees)

    assert seats(house) - 1 == employees  # the mayor heads the house and the first department


@pytest.mark.parametrize("employees", SIZES)
def test_below_the_house_there_are_four_levels(employees):
    assert {unit.kind for unit in grow(employees).walk()} == set(UnitKind)


def test_a_small_city_has_fewer_offices_and_a_large_one_more_sections():
    small, default, large = ([unit.kind for unit in grow(size).walk()] for size in (150, 600, 10_000))

    assert small.count(UnitKind.OFFICE) < default.count(UnitKind.OFFICE) == large.count(UnitKind.OFFICE) == 26
    assert default.count(UnitKind.SECTION) < 60 < 300 < large.count(UnitKind.SECTION)


@pytest.mark.parametrize("employees", SIZES)
def test_no_unit_is_without_people_and_no_section_is_a_crowd(employees):
    sections = [unit for unit in grow(employees).walk() if unit.kind is UnitKind.SECTION]

    assert all(unit.staff + unit.is_headed >= 1 for unit in grow(employees).walk() if unit.kind is not UnitKind.HOUSE)
    assert max(unit.staff for unit in sections) <= 32


@pytest.mark.parametrize("employees", [600, 10_000])
def test_the_office_of_the_demos_leader_has_40_people_in_a_city_of_any_size(employees):
    office = next(unit for unit in grow(employees).walk() if unit.short_name == tree.LEADERS_OFFICE)

    assert seats(office) == 40
    assert [division.is_headed for division in office.below] == [True, True, False]


def test_shares_add_up_to_the_total():
    assert tree.shares(10, [1, 1, 1]) == [4, 3, 3]
    assert tree.shares(7, [5, 1, 1]) == [5, 1, 1]
