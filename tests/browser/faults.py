"""What axe finds wrong with a page, and whether it runs out of the window."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

Scheme = Literal["light", "dark"]
DESK, PHONE = 1280, 320
AT_EACH_WIDTH = pytest.mark.parametrize(
    "width", [pytest.param(DESK, marks=pytest.mark.deep), pytest.param(PHONE, marks=pytest.mark.deep)]
)
"""By the long tests: on a desk in the light, made narrow afterwards; on a phone, and in the dark."""
AXE = (Path(__file__).parents[1] / "vendor/axe/axe.min.js").read_text(encoding="utf-8")
ALL_RULES = None
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""What dark mode changes, and nothing else."""
HERE = "typeof axe === 'object'"
RUN = """(rules) => axe.run(document, {resultTypes: ["violations"], preload: {assets: ["media"]},
    ...(rules && {runOnly: rules})})
  .then(found => found.violations.map(fault => fault.id + " " + fault.nodes[0].target))"""
TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth"


def faults_of(page: Page) -> list[str]:
    """The faults of the page as it stands there: of one on a desk in the light, and whether it can be made narrow.

    One on a phone is asked in the dark too, and once more in the dark on a desk.
    """
    size = page.viewport_size
    assert size
    is_narrow = size["width"] <= PHONE
    _bring_axe(page)
    found = _faults(page, "light", ALL_RULES)
    found += _faults(page, "dark", COLOUR_RULES) if is_narrow else []
    page.set_viewport_size({"width": DESK if is_narrow else PHONE, "height": 900})
    found += _faults(page, "dark", COLOUR_RULES) if is_narrow else _overflow(page, "narrow")
    page.set_viewport_size(size)
    return found


def faults_on_the_way(page: Page) -> list[str]:
    """All faults of a page in a story, which no long test opens again."""
    size = page.viewport_size
    assert size
    page.set_viewport_size({"width": PHONE, "height": 900})
    found = faults_of(page)
    page.set_viewport_size(size)
    page.emulate_media(color_scheme="light")
    return found


def faults_on(ways: Iterable[tuple[Page, str]], width: int) -> dict[str, list[str]]:
    """The faults of each page at this width, by its path; each window goes where it is told."""
    found = {}
    for page, path in ways:
        page.set_viewport_size({"width": width, "height": 900})
        if faults := faults_at(page, path):
            found[path] = faults
    return found


def faults_at(page: Page, path: str, status: int = 200) -> list[str]:
    """The faults of the page at this address; one that says that there is none has no other faults."""
    answer = page.goto(path)
    assert answer
    return [*([] if answer.status == status else [f"answers {answer.status}"]), *faults_of(page)]


def _bring_axe(page: Page) -> None:
    """Once for a window: to the pages it opens later axe comes with them, and the browser has it compiled."""
    if not page.evaluate(HERE):
        page.context.add_init_script(AXE)
        page.evaluate(AXE)


def _faults(page: Page, scheme: Scheme, rules: list[str] | None) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    return [f"{scheme}: {fault}" for fault in page.evaluate(RUN, rules)] + _overflow(page, scheme)


def _overflow(page: Page, where: str) -> list[str]:
    return [f"{where}: runs out of the window"] if page.evaluate(TOO_WIDE) > 0 else []
