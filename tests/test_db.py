"""The file of an SQLite database belongs to Lotse alone, whoever makes it."""

import os
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from app.engine import engine_options


@pytest.fixture
def open_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def write_into(url):
    engine = create_engine(**engine_options(url))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE one (id INTEGER)"))
        yield
    engine.dispose()


@pytest.mark.usefixtures("open_umask")
def test_the_database_file_and_its_log_are_private_from_the_first_connection_on(tmp_path):
    for _ in write_into(f"sqlite:///{tmp_path / 'lotse.db'}"):
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}

    assert modes == {"lotse.db": 0o600, "lotse.db-wal": 0o600, "lotse.db-shm": 0o600}


@pytest.mark.usefixtures("open_umask")
def test_the_mode_of_a_file_that_is_there_is_left_to_its_owner(tmp_path):
    file = tmp_path / "lotse.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE other (id INTEGER)")
    file.chmod(0o640)

    for _ in write_into(f"sqlite:///{file}"):
        assert file.stat().st_mode & 0o777 == 0o640


def test_a_database_in_memory_makes_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    for _ in write_into("sqlite://"):
        assert list(tmp_path.iterdir()) == []
