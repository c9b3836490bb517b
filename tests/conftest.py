"""Fixtures: the application on both databases, a client that reads pages strictly, the cast, and the letters sent."""

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select
from werkzeug.test import TestResponse

import config
from app.db import db
from app.factory import create_app
from app.notifications.models import Mail
from app.people.models import Person
from app.web import memory
from tests import make, network
from tests.compiled import CompiledTemplates
from tests.databases import FORGETFUL, URL_VARIABLE, Postgresql, Server, Sqlite
from tests.markup import Reader

T = TypeVar("T")
SMALL_MEMORY_KIB = 8
LONG_STORIES = (
    "tests/browser/",
    "tests/cli/",
    "tests/jobs/",
    "tests/security/test_forms.py",
    "tests/bookings/test_race.py",
    "tests/soak/test_soak.py",
)
TEMPLATES_VARIABLE = "TEST_COMPILED_TEMPLATES"
MARKUP = Reader()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--only", choices=["sqlite", "postgresql"], help="run the tests on this database only")


def pytest_configure(config: pytest.Config) -> None:
    """Start one PostgreSQL and make one folder of templates for all workers, in the process that starts them."""
    gc.disable()
    is_worker = hasattr(config, "workerinput")
    if not is_worker:
        _leave_behind_the_settings_of_whoever_runs_this()
        os.environ |= network.pass_on()
        folder = os.environ[TEMPLATES_VARIABLE] = tempfile.mkdtemp(prefix="lotse-templates-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    if not is_worker and URL_VARIABLE not in os.environ and config.getoption("--only") != "sqlite":
        server = Server.start(*FORGETFUL)
        os.environ[URL_VARIABLE] = server.url
        config.add_cleanup(lambda: os.environ.pop(URL_VARIABLE))
        config.add_cleanup(server.stop)


def _leave_behind_the_settings_of_whoever_runs_this() -> None:
    """A database or a mail server that somebody works with is none for tests."""
    for name in [name for name in os.environ if name.startswith("LOTSE_")]:
        del os.environ[name]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "backend" in metafunc.fixturenames:
        only = metafunc.config.getoption("--only")
        both: list[Any] = ["sqlite", "postgresql"]
        if metafunc.definition.get_closest_marker("any_database"):
            both[1] = pytest.param("postgresql", marks=pytest.mark.deep)
        metafunc.parametrize("backend", [only] if only else both, indirect=True, scope="session")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what takes seconds first, so that no worker begins a long story when the others have nothing left."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG_STORIES))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Thousands of tests are kept until the end; the collector need not look through them again and again."""
    gc.enable()
    memory.settle()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what the long tests measured."""
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        for name, value in report.user_properties:
            if name == "figures" and report.when == "call":
                terminalreporter.write_line(f"{report.nodeid}: {value}")


def settings(url: str, **other: Any) -> dict[str, Any]:
    """The settings of a test: development, on this database."""
    read = config.read({"LOTSE_ENV": "development", "LOTSE_DATABASE_URL": url, "LOTSE_OPERATOR": "Stadt Probe"})
    own = {
        "PASSWORD_MEMORY_KIB": SMALL_MEMORY_KIB,
        "FILES": files_folder(),
        "COMPILED_TEMPLATES": compiled_templates(),
        "TESTING": True,
    }
    return read | own | other


@cache
def compiled_templates() -> CompiledTemplates | None:
    """Those of this run of tests; outside of one none are kept."""
    folder = os.environ.get(TEMPLATES_VARIABLE)
    return CompiledTemplates(folder) if folder else None


@cache
def files_folder() -> Path:
    """Where this process of tests keeps files; gone with it."""
    folder = Path(tempfile.mkdtemp(prefix="lotse-files-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@pytest.fixture(scope="session")
def backend(request: pytest.FixtureRequest) -> Iterator[Sqlite | Postgresql]:
    """A database of one kind; `reset()` makes it empty."""
    worker = getattr(request.config, "workerinput", {"workerid": "main"})["workerid"]
    database = {"sqlite": Sqlite, "postgresql": Postgresql}[request.param](worker)
    yield database
    database.close()


@pytest.fixture(scope="session")
def built(backend: Sqlite | Postgresql) -> Iterator[Flask]:
    app = create_app(settings(backend.url))
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(built: Flask, backend: Sqlite | Postgresql) -> Flask:
    """The application on an empty database."""
    backend.reset()
    return built


@pytest.fixture
def context(app: Flask) -> Iterator[None]:
    """An open application context, for tests of actions and queries; never together with `client`."""
    with app.test_request_context():
        yield


@pytest.fixture
def saved(app: Flask) -> Callable[..., Any]:
    """`saved(make.course, title="…")`: make rows and commit them, before the client asks."""

    def save(maker: Callable[..., T], *things: object, **named: object) -> T:
        with app.test_request_context():
            made = maker(*things, **named)
            db.session.commit()
            return made

    return save


@pytest.fixture
def cast(saved: Callable[..., Any]) -> SimpleNamespace:
    """Ada learns, Max leads her, Lin runs learning, Zoe is from elsewhere."""
    return saved(make.cast)  # type: ignore[no-any-return]


class StrictClient(FlaskClient):
    """Parses every HTML page strictly, and can be somebody. Of a test that runs on both databases it reads one half."""

    @property
    def reads_pages(self) -> bool:
        """Whether this is the half: the pages of both databases are the same."""
        return str(self.application.config["DATABASE_URL"]).startswith("sqlite")

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.data and self.reads_pages:
            text = response.get_data(as_text=True)
            is_part = "HX-Request" in response.request.headers and not text.lstrip().startswith("<!doctype")
            MARKUP.read(text, is_part=is_part)
        return response

    def sign_in(self, person: Person) -> "StrictClient":
        """Be this person from now on."""
        with self.application.test_request_context():
            token = make.sign_in(person)
            db.session.commit()
        with self.session_transaction() as session:
            session.clear()
            session["_user_id"] = token
        return self


@pytest.fixture
def client(app: Flask) -> StrictClient:
    """A browser without a person; CSRF tokens are not asked for here, tests of their own do."""
    app.test_client_class = StrictClient
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    assert isinstance(client, StrictClient)
    return client


@pytest.fixture
def queries(app: Flask) -> Iterator[list[str]]:
    """The statements that the database was asked."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def letters(app: Flask) -> SimpleNamespace:
    """`letters.kinds(person)`: the kinds of the mails queued for somebody, oldest first."""

    def kinds(person: Person) -> list[str]:
        with app.app_context():
            found = db.session.scalars(select(Mail).where(Mail.person_id == person.id).order_by(Mail.id))
            return [mail.kind.value for mail in found]

    return SimpleNamespace(kinds=kinds)
