"""The units in the order of the tree, and as lines to choose from."""

import pytest

from app.people.models import OrgUnit
from app.people.tree import in_tree_order, indented

HALL = OrgUnit(id=1, path="/1/", name="Rathaus")
CULTURE, BUILDING = OrgUnit(id=2, path="/1/2/", name="Kultur"), OrgUnit(id=3, path="/1/3/", name="Bauen")
MUSEUM, ROADS = OrgUnit(id=4, path="/1/2/4/", name="Museum"), OrgUnit(id=5, path="/1/3/5/", name="Zufahrten")
ALL = [MUSEUM, ROADS, CULTURE, HALL, BUILDING]


@pytest.mark.parametrize("units", [ALL, ALL[::-1]])
def test_each_unit_stands_below_the_one_it_belongs_to(units):
    assert in_tree_order(iter(units)) == [HALL, BUILDING, ROADS, CULTURE, MUSEUM]


def test_of_two_units_with_one_name_each_keeps_what_lies_below_it():
    one, other = OrgUnit(id=6, path="/6/", name="Amt"), OrgUnit(id=7, path="/7/", name="Amt")
    below_one, below_other = OrgUnit(id=8, path="/6/8/", name="Z"), OrgUnit(id=9, path="/7/9/", name="A")

    assert in_tree_order([below_other, other, below_one, one]) == [one, below_one, other, below_other]


def test_the_depth_is_counted_from_the_highest_of_them():
    assert indented([CULTURE, MUSEUM]) == [(2, "Kultur"), (4, "– Museum")]
    assert indented([]) == []
