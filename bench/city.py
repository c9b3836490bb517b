"""The example city: built once for each schema, content and size, and copied for each run, so that runs are alike."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, make_url
from sqlalchemy.schema import CreateTable

from app.engine import engine_options
from app.schema import metadata
from tests.databases import Server

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "var" / "bench"
DISK = Path("/var/tmp")
MAKERS = ("content", "app/cli", "app/content", "app/demo")
DURABLE = ("fsync=on", "synchronous_commit=on", "shared_buffers=256MB")


@dataclass(frozen=True)
class City:
    """How large the city is, and from which seed it grows."""

    employees: int = 10_000
    courses: int = 200
    events: int = 50
    seed: int = 1

    @property
    def size(self) -> str:
        """People and courses, as the kept copy is named."""
        return f"{self.employees}-{self.courses}"

    @property
    def key(self) -> str:
        """What the kept copy is named by: anything that would make another city makes another name."""
        made_by = hashlib.sha256(repr(self).encode())
        for table in metadata.sorted_tables:
            made_by.update(str(CreateTable(table)).encode())
        for file in sorted(file for folder in MAKERS for file in (ROOT / folder).rglob("*.*")):
            if file.suffix != ".pyc":
                made_by.update(file.read_bytes())
        return made_by.hexdigest()[:12]


@contextmanager
def copy_of(city: City, database: str) -> Iterator[tuple[str, Server | None]]:
    """The address of a fresh copy of the city on this kind of database, and the server where there is one."""
    if database == "sqlite":
        with _sqlite_copy(city) as url:
            yield url, None
    else:
        with _postgresql_copy(city) as copy:
            yield copy


@contextmanager
def _sqlite_copy(city: City) -> Iterator[str]:
    """The address of a fresh copy of the city in an SQLite file."""
    kept = KEPT / f"city-{city.size}-{city.key}.db"
    KEPT.mkdir(parents=True, exist_ok=True)
    if not kept.exists():
        with tempfile.TemporaryDirectory(dir=KEPT) as folder:
            made = Path(folder) / "city.db"
            _build(city, f"sqlite:///{made}")
            with sqlite3.connect(made) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            _forget_others(f"{city.size}-*.db")
            made.rename(kept)
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        copy = Path(folder) / "run.db"
        shutil.copyfile(kept, copy)
        copy.chmod(0o600)
        yield f"sqlite:///{copy}"


@contextmanager
def _postgresql_copy(city: City) -> Iterator[tuple[str, Server]]:
    """The address of a fresh copy of the city on a durable PostgreSQL of its own, and the server."""
    kept = KEPT / f"city-{city.size}-{city.key}.dump"
    KEPT.mkdir(parents=True, exist_ok=True)
    server = Server.start(*DURABLE, within=DISK)
    try:
        url = make_url(server.url)
        _command(server, "createdb", "lotse")
        own = url.set(database="lotse").render_as_string(hide_password=False)
        if kept.exists():
            _restore(server, kept)
        else:
            _build(city, own)
            _forget_others(f"{city.size}-*.dump")
            kept.write_bytes(_command(server, "pg_dump", "--format=custom", "--compress=1", "lotse"))
        _command(server, "psql", "-c", "VACUUM ANALYZE", "-c", "CHECKPOINT", "lotse")
        yield own, server
    finally:
        server.stop()


def settings(url: str, port: int) -> dict[str, str]:
    """The environment of a production start on this machine, without TLS."""
    return {
        "LOTSE_ENV": "production",
        "LOTSE_BASE_URL": f"http://127.0.0.1:{port}",
        "LOTSE_ALLOW_HTTP": "1",
        "LOTSE_SECRET_KEY": "the-bench-is-not-a-secret-0123456789",
        "LOTSE_DATABASE_URL": url,
        "LOTSE_OPERATOR": "Stadt Lindenfurt",
    }


def flask(url: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run one of the application's commands on this database."""
    return subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", *arguments],
        env=os.environ | settings(url, 8000) | more,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


def _build(city: City, url: str) -> None:
    print(f"building a city of {city.employees} (kept in {KEPT.relative_to(ROOT)})", flush=True)
    engine = create_engine(**engine_options(url))
    metadata.create_all(engine)
    engine.dispose()
    sizes = [f"--{name}={getattr(city, name)}" for name in ("employees", "courses", "events", "seed")]
    for arguments in (("content", "sync"), ("demo", "load", *sizes)):
        done = flask(url, *arguments, LOTSE_ENV="development", LOTSE_DEMO="1")
        if done.returncode:
            raise SystemExit(f"flask {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")


def _forget_others(kind: str) -> None:
    """Cities of the same size with earlier tables or contents are never asked for again."""
    for other in KEPT.glob(f"city-{kind}"):
        other.unlink()


def _restore(server: Server, kept: Path) -> None:
    with kept.open("rb") as dump:
        _command(server, "pg_restore", "--dbname=lotse", "--no-owner", stdin=dump.fileno())


def _command(server: Server, binary: str, *arguments: str, stdin: int | None = None) -> bytes:
    """Run one of PostgreSQL's own programs on the server."""
    place = ["--host", str(server.folder), "--username", "postgres"]
    command = [str(server.binaries / binary), *place, *arguments]
    return subprocess.run(command, check=True, stdin=stdin, stdout=subprocess.PIPE).stdout
