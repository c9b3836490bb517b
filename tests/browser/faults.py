"""What axe finds wrong with a page, and whether it runs out of the window."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page

DESK, PHONE = 1280, 320
AT_EACH_WIDTH = pytest.mark.parametrize("width", [DESK, pytest.param(PHONE, marks=pytest.mark.deep)])
"""On a desk, made narrow afterwards; opened on a phone and asked everything there by the long tests."""
AXE = (Path(__file__).parents[1] / "vendor/axe/axe.min.js").read_text(encoding="utf-8")
ALL_RULES = None
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
SPACE_RULES = ["target-size", "scrollable-region-focusable"]
SCHEMES = {"light": ALL_RULES, "dark": COLOUR_RULES}
"""What is asked in each; dark mode changes colours and nothing else."""
HERE = "typeof axe === 'object'"
RUN = """(rules) => axe.run(document, {resultTypes: ["violations"], preload: {assets: ["media"]},
    ...(rules && {runOnly: rules})})
  .then(found => found.violations.map(fault => fault.id + " " + fault.nodes[0].target))"""
TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth"


def faults_of(page: Page) -> list[str]:
    """The faults of the page as it stands there, in light and dark; those of a wide one also when it is made narrow."""
    _bring_axe(page)
    found, size = _faults(page, SCHEMES), page.viewport_size
    if size and size["width"] > PHONE:
        page.set_viewport_size({"width": PHONE, "height": 900})
        found += [fault.replace("light", "narrow", 1) for fault in _faults(page, {"light": SPACE_RULES})]
        page.set_viewport_size(size)
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


def _faults(page: Page, schemes: Mapping[str, list[str] | None]) -> list[str]:
    found = []
    for scheme, rules in schemes.items():
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {fault}" for fault in page.evaluate(RUN, rules)]
        if page.evaluate(TOO_WIDE) > 0:
            found.append(f"{scheme}: runs out of the window")
    return found
