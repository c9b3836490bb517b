"""Who sees the studio and changes models; asked of viewers that no database knows."""

import datetime as dt

import pytest

from app.competences import access
from app.people.models import Person
from app.people.rules import Role
from app.people.viewer import Viewer


@pytest.mark.parametrize(
    ("scopes", "sees", "edits"),
    [
        ({Role.HR: frozenset({"/"})}, True, True),
        ({Role.HR: frozenset({"/1/2/"})}, True, False),
        ({Role.ORGANISER: frozenset({"/"}), Role.ADMINISTRATOR: frozenset({"/"})}, False, False),
        ({}, False, False),
    ],
)
def test_hr_of_a_part_sees_the_studio_and_hr_of_the_whole_house_edits_models(scopes, sees, edits):
    viewer = Viewer(Person(id=1), dt.date(2026, 11, 24), scopes=scopes)

    assert access.can_see_studio(viewer) is sees
    assert access.can_edit_models(viewer) is edits
