"""From every released schema the way up to today's is safe: nothing is lost, and the product can read it (R35)."""

import re
import sqlite3
from collections import Counter
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import create_engine, func, select

from app.engine import engine_options
from app.schema import metadata
from tests.migrations.dump import DUMPS
from tests.migrations.test_migrations import alembic, empty_database

RELEASED = sorted({file.name.split(".")[0] for file in DUMPS.glob("*.sql")})
MADE_FROM_OTHERS = {"taken_time"}
"""Tables whose rows a migration makes out of those there are."""
INSERT = re.compile(r"^INSERT INTO (?:public\.)?\"?(\w+)\"? ", re.MULTILINE)


def test_there_is_a_dump_of_each_released_schema_for_both_databases():
    assert RELEASED != []
    assert {file.name for file in DUMPS.iterdir()} == {
        f"{name}.{database}.sql" for name in RELEASED for database in ("sqlite", "postgresql")
    }


@pytest.mark.parametrize(
    "name",
    [name if name == RELEASED[-1] else pytest.param(name, marks=pytest.mark.deep) for name in RELEASED],
)
def test_a_released_schema_goes_up_without_losing_a_row(backend, tmp_path_factory, name):
    dump = (DUMPS / f"{name}.{backend.name}.sql").read_text(encoding="utf-8")
    with empty_database(backend, tmp_path_factory) as url:
        _load(url, dump)

        upgraded, check = alembic(url, "upgrade", "head"), alembic(url, "check")

        assert (upgraded.returncode, check.returncode) == (0, 0), upgraded.stderr + check.stderr
        written = {table: count for table, count in Counter(INSERT.findall(dump)).items() if table in metadata.tables}
        made = MADE_FROM_OTHERS - written.keys()
        assert {table: count for table, count in _rows(url).items() if table not in made} == written


def _load(url: str, dump: str) -> None:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            connection.executescript(dump)
        return
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(dump)


def _rows(url: str) -> dict[str, int]:
    engine = create_engine(**engine_options(url))
    with engine.connect() as connection:
        counts = {
            name: connection.scalar(select(func.count()).select_from(table)) for name, table in metadata.tables.items()
        }
    engine.dispose()
    return {name: count for name, count in counts.items() if count}
