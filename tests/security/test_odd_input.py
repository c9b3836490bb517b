"""Whatever is typed into an address or a form, the answer is never a mistake of ours (F15, F26)."""

import re
from itertools import cycle
from pathlib import Path

import pytest
from wtforms import Form
from wtforms.fields.core import UnboundField

from tests.security.expected import IN, ROWS, Row
from tests.security.world import World, words

APP = Path(__file__).parents[2] / "app"
ARGUMENT = re.compile(r"""request\.(?:args|form)\.(?:get|getlist)\(\s*["'](\w+)["']""")
NAME = re.compile(r'\bname="([\w-]+)"')


def _in(pattern: re.Pattern[str], suffix: str) -> set[str]:
    return {name for path in APP.rglob(f"*.{suffix}") for name in pattern.findall(path.read_text(encoding="utf-8"))}


def _of_forms(form: type[Form] = Form) -> set[str]:
    own = {name for name in dir(form) if isinstance(getattr(form, name), UnboundField)}
    return own.union(*(_of_forms(other) for other in form.__subclasses__()))


NAMES = {"page", "q", "next"} | _in(ARGUMENT, "py") | _in(NAME, "html") | _of_forms()
"""What the house reads from an address or a form, as its code says."""
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
def shown(world: World) -> set[str]:
    """The names of all fields on all pages, also of those that are made for each row of a list."""
    pages = "".join(
        words(world.ask("owner", "GET", world.path(row.endpoint, **row.url(world.things))))
        for row in ROWS
        if row.method == "GET" and row.endpoint != "web.show_asset"
    )
    return set(NAME.findall(pages))


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
def test_odd_input_is_answered(world, row):
    """All fields once, each with one of the oddest values; the long tests send each of all values to each field."""
    first = ASKED.index(row) % len(ODDEST)
    check(world, row, [dict(zip(sorted(NAMES), cycle(ODDEST[first:] + ODDEST[:first])))])


@pytest.mark.deep
@pytest.mark.parametrize("row", ASKED, ids=lambda row: row.id)
def test_all_odd_input_is_answered(world, shown, row):
    check(world, row, [dict.fromkeys(NAMES | shown, value) for value in ODD])
