"""Takes the pictures of the README: one for each main page, in the demo city, as the demo accounts see them.

Run it with `make screenshots`. It makes a city of its own in a temporary folder and walks through it in Chromium.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from app.demo.accounts import PASSWORD
from tests.browser.chromium import CHROMIUM, FLAGS

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "screenshots"
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 800}
COURSE = "/courses/data-collecting"


def main() -> None:
    """Make the city, take the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as city, sync_playwright() as playwright:
        address, work_off = city
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        employee = sign_in(browser, address, "beschaeftigte")
        prepare(employee, work_off)
        for name, path in {
            "home": "/",
            "catalogue": "/courses",
            "course": COURSE,
            "unit": f"{COURSE}/units/data-collecting-fields",
            "competences": "/competences",
            "self-assessment": "/competences/self-assessment",
            "proposal": "/plan/proposal#steps",
            "plan": "/plan#blocks",
            "talk": "/talks/1",
            "events": "/events",
            "event": "/events/1",
            "bookings": "/account/bookings",
        }.items():
            take(employee, name, path)
        take(sign_in(browser, address, "leitung"), "approvals", "/team/approvals")
        take(sign_in(browser, address, "personalentwicklung"), "studio", "/studio/frameworks/1")
        take(sign_in(browser, address, "orga"), "organise", "/events/1/organise")
        take(sign_in(browser, address, "beschaeftigte", PHONE), "home-phone", "/")
        browser.close()


def prepare(page: Page, work_off: Callable[[], None]) -> None:
    """What the employee has done so far: a goal, an assessment, a begun course, two bookings, and last a proposal."""
    page.goto("/competences/goal")
    page.get_by_role("button", name="Digitallotse").click()
    page.goto("/competences/self-assessment")
    for position, group in enumerate(page.get_by_role("main").get_by_role("group").all()):
        group.get_by_role("radio").nth(position % 3).check()
    page.get_by_role("button", name="Selbsteinschätzung speichern").click()
    page.goto(COURSE)
    page.get_by_role("main").get_by_role("button").first.click()
    for event, label in {"/events/1": "Platz sichern", "/events/2": "Platz anfragen"}.items():
        page.goto(event)
        page.get_by_role("button", name=label).click()
    page.goto("/plan/proposal")
    page.get_by_role("button", name=re.compile("Vorschlag erstellen|Neu erstellen")).first.click()
    work_off()


def take(page: Page, name: str, path: str) -> None:
    """One picture, of what stands in the window; a part of a page by its anchor."""
    page.goto(path)
    if "#" in path:
        page.locator(path[path.index("#") :]).evaluate("part => part.scrollIntoView()")
    page.screenshot(path=PICTURES / f"{name}.png")


def sign_in(browser: Browser, address: str, account: str, window: dict[str, int] = DESK) -> Page:
    """A window in which this demo account is signed in."""
    page = browser.new_context(base_url=address, viewport=window, locale="de-DE", reduced_motion="reduce").new_page()  # type: ignore[arg-type]
    page.goto("/sign-in")
    page.locator("#identifier").fill(f"{account}@stadt.example")
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url(lambda url: "/sign-in" not in url)
    return page


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of a server on a new demo city, and what does the long work that pages have asked for."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "LOTSE_ENV": "development",
        "LOTSE_DEMO": "1",
        "LOTSE_DATABASE_URL": f"sqlite:///{folder / 'city.db'}",
        "LOTSE_BASE_URL": address,
    }
    python = [sys.executable, "-m"]
    flask = [*python, "flask", "--app", "wsgi"]
    for command in ([*python, "alembic", "upgrade", "head"], [*flask, "content", "sync"], [*flask, "demo", "load"]):
        run(command, environment)
    server = subprocess.Popen([*flask, "web", "run", "--port", str(port)], cwd=ROOT, env=environment)  # noqa: S603
    try:
        _wait_for(address)
        yield address, lambda: run([*flask, "jobs", "run-once", "work-off-tasks"], environment)
    finally:
        server.terminate()
        server.wait()


def run(command: list[str], environment: dict[str, str]) -> None:
    """Run one of our own commands to its end."""
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)  # noqa: S603 - our own


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{address}/healthz").close()  # noqa: S310 - our own server
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the server did not answer")


if __name__ == "__main__":
    main()
