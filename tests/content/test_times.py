"""The time of day is written one way in the whole house: 08:30 Uhr, as on its pages."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXTS = [*sorted((ROOT / "content").rglob("*.md")), *ROOT.glob("app/translations/de/*/*.po")]
OTHERWISE = re.compile(r"\b\d{1,2}\.\d{2}(?: (?:bis|und) \S+)? Uhr|\b\d:\d{2}\b")

pytestmark = pytest.mark.any_database


def test_no_text_writes_the_time_of_day_another_way():
    found = {path.name: times for path in TEXTS if (times := OTHERWISE.findall(path.read_text(encoding="utf-8")))}

    assert found == {}


@pytest.mark.parametrize("time", ["8.30 Uhr", "8.30 bis 9.00 Uhr", "8:30 Uhr"])
def test_another_way_is_found(time):
    assert OTHERWISE.findall(f"Um {time} geht es los.") == [time.removesuffix(" Uhr") if ":" in time else time]
