"""A real browser on a real server: the demo city in a file of its own for each test, Debian's Chromium."""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from waitress import wasyncore
from waitress.server import BaseWSGIServer, create_server

from app import clock
from app.db import db
from app.factory import create_app
from app.jobs.schedule import HANDLERS
from app.tasks import actions as tasks
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.conftest import SMALL_MEMORY_KIB, settings

ROOT = Path(__file__).parents[2]
PASSWORD = "Lindenfurt-2026"
PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)


FILES = "files"
"""The folder beside a city in which its files lie."""


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The demo city of 600 people, made once for all workers: the first one builds it, the others wait."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    file, unfinished = shared / "city.db", shared / "unfinished.db"
    with (shared / "city.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            _build_city(unfinished)
            unfinished.rename(file)
    return file


def _build_city(file: Path) -> None:
    """By the same commands as `make run`."""
    environment = os.environ | {
        "LOTSE_ENV": "development",
        "LOTSE_DEMO": "1",
        "LOTSE_DATABASE_URL": f"sqlite:///{file}",
        "LOTSE_FILES": str(file.with_name(FILES)),
        "LOTSE_PASSWORD_MEMORY_KIB": str(SMALL_MEMORY_KIB),
    }
    flask = [sys.executable, "-m", "flask", "--app", "wsgi"]
    for command in (
        [sys.executable, "-m", "alembic", "upgrade", "head"],
        [*flask, "content", "sync"],
        [*flask, "demo", "load"],
    ):
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


@pytest.fixture
def site(city: Path, tmp_path: Path) -> Iterator[SimpleNamespace]:
    """A server on a fresh copy of the city: `site.url`, and `site.app` to look into the database."""
    file = tmp_path / "city.db"
    shutil.copyfile(city, file)
    files = shutil.copytree(city.with_name(FILES), tmp_path / FILES)
    app = create_app(settings(f"sqlite:///{file}", TESTING=False, DEMO=True, FILES=files))
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield SimpleNamespace(url=f"http://127.0.0.1:{server.effective_port}", app=app)
    _stop(server)
    thread.join()
    with app.app_context():
        db.engine.dispose()


def _stop(server: BaseWSGIServer) -> None:
    """Lets the server's own loop close its sockets: closed from here, they would go under its `select`."""
    server.task_dispatcher.shutdown()
    with contextlib.suppress(OSError):  # a loop that was awake has closed them before it could be woken
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))


@pytest.fixture
def midday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The house lies where it is about noon: what begins in half an hour begins today."""
    ahead = 12 - clock.now().hour
    monkeypatch.setattr(clock, "HOUSE", ZoneInfo(f"Etc/GMT{-ahead:+d}"))  # these names count westwards


@pytest.fixture
def work_off(site: SimpleNamespace) -> Callable[[], int]:
    """What the jobs process does with the queue of long work, now."""

    def work_off_() -> int:
        with site.app.app_context():
            return tasks.work_off(HANDLERS)

    return work_off_


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, site: SimpleNamespace) -> Iterator[Callable[..., Page]]:
    """`open_page(script=False, width=320, scheme="dark")`: a new window in English; complaints fail the test."""
    contexts, complaints = [], []

    def open_(*, script: bool = True, width: int = 1280, scheme: str = "light", language: str = "en") -> Page:
        context = chromium.new_context(
            base_url=site.url,
            java_script_enabled=script,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
        )
        context.add_cookies([{"name": "language", "value": language, "url": site.url}])
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if _is_complaint(message.text) else None)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


def _is_complaint(text: str) -> bool:
    return "Content Security Policy" in text or "Uncaught" in text


@pytest.fixture
def sign_in() -> Callable[[Page, str], Page]:
    """`sign_in(page, "leitung")`, or by personnel number: as a person would, by the form."""

    def sign_in_(page: Page, account: str) -> Page:
        page.goto("/sign-in")
        page.locator("#identifier").fill(account if account.isdigit() else f"{account}@stadt.example")
        page.locator("#password").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button").click()
        page.wait_for_url("**/")
        return page

    return sign_in_
