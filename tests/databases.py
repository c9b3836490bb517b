"""The two databases that every test runs on: SQLite in a file in memory, and PostgreSQL on a socket."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from app.engine import engine_options
from app.schema import metadata

FAST = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path(tempfile.gettempdir())
BINARIES = Path("/usr/lib/postgresql")
URL_VARIABLE = "TEST_DATABASE_URL"
PORT = "5432"


class Sqlite:
    """A file in memory, emptied before each test."""

    name = "sqlite"

    def __init__(self, worker: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=f"lotse-{worker}-", dir=FAST))
        self.url = f"sqlite:///{self.folder / 'test.db'}"
        engine = create_engine(**engine_options(self.url))
        metadata.create_all(engine)
        engine.dispose()
        self._admin = sqlite3.connect(self.folder / "test.db", check_same_thread=False)
        tables = [name for name in metadata.tables if name != "erasure_switch"]
        deletions = "; ".join(f'DELETE FROM "{name}"' for name in [*tables, "erasure_switch"])
        self._empty = f"BEGIN IMMEDIATE; INSERT INTO erasure_switch DEFAULT VALUES; {deletions}; COMMIT"

    def reset(self) -> None:
        """Make the database empty; keys are not looked at here, and the switch lets what is append-only go."""
        self._admin.executescript(self._empty)

    def close(self) -> None:
        self._admin.close()
        shutil.rmtree(self.folder)


class Postgresql:
    """A database of the worker's own, emptied before each test."""

    name = "postgresql"

    def __init__(self, worker: str) -> None:
        server = make_url(os.environ[URL_VARIABLE])
        self.database = f"lotse_{worker}"
        self._admin = create_engine(server, isolation_level="AUTOCOMMIT")
        with self._admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {self.database}"))
            connection.execute(text(f"CREATE DATABASE {self.database}"))
        self.url = server.set(database=self.database).render_as_string(hide_password=False)
        self._engine = create_engine(**engine_options(self.url))
        metadata.create_all(self._engine)
        tables = "; ".join(f'DELETE FROM "{name}"' for name in metadata.tables)
        self._empty = f"SET LOCAL session_replication_role = replica; {tables}"

    def reset(self) -> None:
        """Make the database empty; triggers and keys look away meanwhile."""
        with self._engine.begin() as connection:
            connection.exec_driver_sql(self._empty)

    def close(self) -> None:
        self._engine.dispose()
        self._admin.dispose()


@dataclass
class Server:
    """A PostgreSQL server in a temporary folder, reached by a socket, run as user postgres where we are root."""

    folder: Path
    binaries: Path

    @classmethod
    def start(cls, *settings: str, within: Path = FAST) -> "Server":
        versions = sorted(BINARIES.glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
        if not versions:
            raise SystemExit(f"PostgreSQL is missing: apt install postgresql, or set {URL_VARIABLE}")
        server = cls(Path(tempfile.mkdtemp(prefix="lotse-pg-", dir=within)), versions[0])
        if os.geteuid() == 0:
            shutil.chown(server.folder, "postgres", "postgres")
        server.run("initdb", "-D", f"{server.folder}/data", "-A", "trust", "-U", "postgres", "--no-sync")
        options = " ".join(
            f"-c {setting}"
            for setting in (
                "listen_addresses=''",
                f"unix_socket_directories={server.folder}",
                "max_connections=120",
                *settings,
            )
        )
        server.run("pg_ctl", "-D", f"{server.folder}/data", "-w", "-l", f"{server.folder}/log", "-o", options, "start")
        return server

    @property
    def url(self) -> str:
        return f"postgresql://postgres@/postgres?host={self.folder}&port={PORT}"

    def stop(self) -> None:
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def run(self, binary: str, *arguments: str) -> None:
        as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [*as_postgres, str(self.binaries / binary), *arguments], check=True, capture_output=True, cwd="/"
        )


FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""For tests that never pull the plug."""
