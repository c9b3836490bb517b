"""The people of the demo city."""

import datetime as dt
from itertools import count
from random import Random

import pytest

import config
from app.demo import script, staff, tree
from app.people.rules import Grade, Role, UnitKind, leading_unit

SCRIPT = script.read(config.ROOT / "content")
TODAY = dt.date(2026, 11, 22)


def hire(employees: int = 600, seed: int = 1) -> staff.Staff:
    house = tree.grow(SCRIPT, employees, Random(seed))
    for number, unit in zip(count(1), house.walk(), strict=False):
        unit.path = f"{unit.parent.path if unit.parent else '/'}{number}/"
    hired = staff.hire(house, SCRIPT, TODAY, Random(seed))
    for number, employee in enumerate(hired.everybody, start=1):
        employee.id = number
    return hired


@pytest.fixture(scope="module")
def hired() -> staff.Staff:
    return hire()


def test_everybody_has_a_number_and_an_address_of_their_own(hired):
    numbers = [employee.number for employee in hired.everybody]
    addresses = [employee.email for employee in hired.everybody if employee.email]

    assert len(hired.everybody) == len(set(numbers)) == 600
    assert len(addresses) == len(set(addresses))
    assert all(address.isascii() and address.endswith("@stadt.example") for address in addresses)


def test_some_have_no_address_and_some_work_part_time(hired):
    without = sum(employee.email is None for employee in hired.everybody)
    part_time = sum(employee.percent < 100 for employee in hired.everybody)

    assert 60 < without < 240
    assert 100 < part_time < 300


def test_heads_have_the_grade_of_their_unit_and_the_mayor_heads_two(hired):
    grades = {staff.HEAD_OF[head.unit.kind] for head in hired.heads.values()}

    assert grades >= {Grade.HEAD_OF_DEPARTMENT, Grade.HEAD_OF_OFFICE, Grade.HEAD_OF_DIVISION, Grade.HEAD_OF_SECTION}
    assert all(head.job.grade is staff.HEAD_OF[head.unit.kind] for head in hired.heads.values())
    assert len(hired.heads) == len({head.id for head in hired.heads.values()}) + 1


def test_the_demos_leader_leads_about_12_directly_among_them_the_new_user(hired):
    heads = {path: head.id for path, head in hired.heads.items()}
    leader = hired.accounts["leitung"]
    led = [
        employee
        for employee in hired.everybody
        if leading_unit(employee.id, employee.unit.path, heads) == leader.unit.path
    ]

    assert leader.unit.kind is UnitKind.OFFICE
    assert 10 <= len(led) <= 14
    assert hired.accounts["beschaeftigte"] in led


def test_the_accounts_have_their_roles_and_addresses(hired):
    roles = {key: employee.role for key, employee in hired.accounts.items()}
    addresses = {key: employee.email for key, employee in hired.accounts.items()}

    assert roles == {
        "beschaeftigte": None,
        "leitung": None,
        "orga": Role.ORGANISER,
        "personalentwicklung": Role.HR,
        "redaktion": Role.HR,
        "administration": Role.ADMINISTRATOR,
        "datenschutz": Role.AUDITOR,
        "betriebshof": None,
        "neu": None,
    }
    assert addresses.pop("betriebshof") is None
    assert addresses == {key: f"{key}@stadt.example" for key in addresses}


def test_the_same_seed_hires_the_same_people_and_another_one_others():
    names = [[(one.given_name, one.family_name, one.number) for one in hire(150, seed).everybody] for seed in (1, 1, 2)]

    assert names[0] == names[1] != names[2]


@pytest.mark.parametrize("employees", [150, 2500])
def test_a_city_of_another_size_has_all_accounts(employees):
    assert len({employee.id for employee in hire(employees).accounts.values()}) == len(SCRIPT.accounts)
