"""The migrations make the tables that the models describe, twice is the same as once, and changes are refused."""

import datetime as dt
import os
import re
import runpy
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, create_engine, inspect, make_url, text

from app.db import Utc
from app.engine import engine_options
from app.schema import metadata
from tests.databases import URL_VARIABLE

ROOT = Path(__file__).parents[2]
APPEND_ONLY = ("activity", "booking_change", "read_audit", "statement")


@pytest.fixture(scope="module")
def migrated(backend, tmp_path_factory) -> Iterator[str]:
    """The address of a database that began without tables and was migrated."""
    with empty_database(backend, tmp_path_factory) as url:
        assert alembic(url, "upgrade", "head").returncode == 0
        yield url


def test_the_way_up_can_be_read_without_a_database_and_has_one_end():
    way = ScriptDirectory(ROOT / "migrations")

    assert len(way.get_heads()) == 1
    assert len(list(way.walk_revisions())) == len(list((ROOT / "migrations/versions").glob("*.py")))


@contextmanager
def empty_database(backend, tmp_path_factory) -> Iterator[str]:
    """The address of a database without tables, gone at the end."""
    if backend.name == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('migrations') / 'migrated.db'}"
        return
    server = make_url(os.environ[URL_VARIABLE])
    name = f"migrated_{secrets.token_hex(4)}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        admin.dispose()


def alembic(url: str, *arguments: str, umask: int = -1) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LOTSE_ENV": "development", "LOTSE_DATABASE_URL": url}
    command = [sys.executable, "-m", "alembic", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, umask=umask)


def test_nobody_else_may_read_a_database_file_that_migrations_make(tmp_path):
    file = tmp_path / "lotse.db"

    assert alembic(f"sqlite:///{file}", "upgrade", "+1", umask=0o022).returncode == 0
    assert file.stat().st_mode & 0o777 == 0o600


def test_migrations_make_exactly_what_the_models_describe_and_twice_changes_nothing(migrated):
    again, check = alembic(migrated, "upgrade", "head"), alembic(migrated, "check")

    assert (again.returncode, "Running upgrade" in again.stderr) == (0, False), again.stderr
    assert (check.returncode, check.stdout.strip()) == (0, "No new upgrade operations detected.")
    engine = create_engine(**engine_options(migrated))
    assert set(inspect(engine).get_table_names()) == {*metadata.tables, "alembic_version"}
    engine.dispose()


def test_a_migrated_database_keeps_every_condition_of_the_models(migrated, backend, tmp_path_factory):
    with empty_database(backend, tmp_path_factory) as made:
        engine = create_engine(**engine_options(made))
        metadata.create_all(engine)
        engine.dispose()

        assert _conditions(migrated) == _conditions(made)


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_a_migrated_database_refuses_to_change_what_is_append_only(migrated, table):
    with closing(_connect_without_keys(migrated)) as connection:
        connection.execute(_row_of(table))
        if not migrated.startswith("sqlite"):
            connection.execute("SET session_replication_role = origin")

        emptied = [] if migrated.startswith("sqlite") else [f"TRUNCATE {table} CASCADE"]
        for change in (f"UPDATE {table} SET id = 2", f"DELETE FROM {table}", *emptied):
            with pytest.raises((sqlite3.Error, psycopg.Error), match=f"{table} is append-only"):
                connection.execute(change)

        assert connection.execute(f"SELECT id FROM {table}").fetchall() == [(1,)]


def test_a_talk_of_before_keeps_what_its_profile_asked_for_also_where_a_new_version_has_moved_it_on(migrated):
    rows = {
        "target (profile_id, competence_id, level)": ["1, 1, 4", "1, 3, 2", "2, 2, 1"],
        "competence_link (from_id, to_id, kind, carries)": ["2, 3, 'replaced-by', true", "9, 3, 'related', false"],
        "agreed_level (talk_id, competence_id, level)": ["1, 1, 3", "1, 2, 3", "1, 9, 3"],
        "talk (id, person_id, proposed_by_id, profile_id, planned_on, proposed_at, record_number)": [
            "1, 1, 2, 1, '2026-01-01', '2026-01-01 00:00:00', 0"
        ],
    }
    step = runpy.run_path(str(ROOT / "migrations/versions/20261127_profile_text.py"))
    with closing(_connect_without_keys(migrated)) as connection:
        for table, values in rows.items():
            for row in values:
                connection.execute(f"INSERT INTO {table} VALUES ({row})")

        connection.execute(step["ASKED"])
        connection.execute(step["ASKED_OF_THE_NEXT_VERSION"])

        found = connection.execute("SELECT competence_id, target FROM agreed_level ORDER BY 1").fetchall()
    assert found == [(1, 4), (2, 2), (9, None)]


def _conditions(url: str) -> dict[str, set[tuple[str, str]]]:
    """By table the names of the conditions and what they say, without spaces, case and brackets around values."""
    engine = create_engine(**engine_options(url))
    inspector = inspect(engine)
    found = {
        name: {
            (check["name"], re.sub(r"[\s()]|::[a-z ]+|ARRAY|CHECK", "", check["sqltext"]).lower())
            for check in inspector.get_check_constraints(name)
        }
        for name in metadata.tables
    }
    engine.dispose()
    return found


def _connect_without_keys(url: str) -> sqlite3.Connection | psycopg.Connection:
    """A plain connection on which every statement is saved at once and foreign keys are not looked at."""
    if url.startswith("sqlite"):
        return sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    connection = psycopg.connect(url, autocommit=True)
    connection.execute("SET session_replication_role = replica")
    return connection


def _row_of(table: str) -> str:
    """A row with something in every required column."""
    columns = [column for column in metadata.tables[table].columns if not column.nullable]
    values = [_value(column) for column in columns]
    return f"INSERT INTO {table} ({', '.join(column.name for column in columns)}) VALUES ({', '.join(values)})"


def _value(column) -> str:
    if isinstance(column.type, Utc):
        return "'2026-01-01 00:00:00'"
    if isinstance(column.type, JSON):
        return "'{}'"
    if enums := getattr(column.type, "enums", None):
        return f"'{enums[0]}'"
    return {int: "1", dt.date: "'2026-01-01'"}.get(column.type.python_type, "'x'")
