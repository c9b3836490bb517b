"""Whatever is typed into an address or a form, the answer is never a mistake of ours (F15, F26)."""

import re
from itertools import cycle
from pathlib import Path

import pytest

from tests.security.expected import IN, ROWS, Row
from tests.security.world import World, words

APP = Path(__file__).parents[2] / "app"
ARGUMENT = re.compile(r"""request\.(?:args|form)\.(?:get|getlist)\(\s*["'](\w+)["']""")
NAMES = {"page", "q", "next"} | {
    name for path in APP.rglob("*.py") for name in ARGUMENT.findall(path.read_text(encoding="utf-8"))
}
ODDEST = (str(10**30), "a\x00b", "9999-12", '"><script>alert(1)</script>', "'; --")
ODD = (
    *ODDEST,
    "",
    "0",
    "-1",
    "1e308",
    "NaN",
    "٣",
    "0001-01-01",
    "9999-12-31",
    "2026-13",
    "\u202eabc",
    "\ufffe",
    "🦜" * 20,
    "%",
    "_",
    "\\",
    "{{ 7*7 }}",
    "x" * 20_000,
    "//evil.example",
)


@pytest.fixture(scope="module")
def fields(world: World) -> set[str]:
    """The names of all fields on all pages."""
    shown = "".join(
        words(world.ask("owner", "GET", world.path(row.endpoint, **row.url(world.things))))
        for row in ROWS
        if row.method == "GET" and row.endpoint != "web.show_asset"
    )
    return set(re.findall(r'name="([\w-]+)"', shown)) | NAMES


def statuses(world: World, method: str, path: str, values: list[dict[str, str]], actor: str) -> dict[str, int]:
    found = {}
    for value in values:
        if method == "GET":
            response = world.ask(actor, "GET", path, query_string=value)
        else:
            response = world.ask(actor, "POST", path, value)
        if response.status_code >= 500 or "<script>alert" in words(response):
            found[ascii(value)[:60]] = response.status_code
    return found


ASKED = [row for row in ROWS if IN in row.cells.values() and not row.note]


def check(world: World, row: Row, values: list[dict[str, str]]) -> None:
    actor = next(actor for actor in ("owner", *row.cells) if row.cells[actor] == IN)
    path = world.path(row.endpoint, **row.url(world.things))

    found = statuses(world, row.method, path, values, actor)
    if row.endpoint == "auth.sign_out":
        world.sign_in_again()

    assert found == {}


@pytest.mark.parametrize("row", ASKED, ids=lambda row: row.id)
def test_odd_input_is_answered(world, fields, row):
    """All fields once, each with one of the oddest values; the long tests send each of all values to each field."""
    first = ASKED.index(row) % len(ODDEST)
    check(world, row, [dict(zip(sorted(fields), cycle(ODDEST[first:] + ODDEST[:first])))])


@pytest.mark.deep
@pytest.mark.parametrize("row", ASKED, ids=lambda row: row.id)
def test_all_odd_input_is_answered(world, fields, row):
    check(world, row, [dict.fromkeys(fields, value) for value in ODD])
