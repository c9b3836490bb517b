"""The engine below `app.db`: how it connects, how SQLite takes turns, and that a look can't write."""

import os
import random
import sqlite3
import time
from contextlib import suppress
from typing import Any
from weakref import WeakSet

from sqlalchemy import Connection, Dialect, Engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

LOCK_WAIT_SECONDS = 3
READ_COMMITTED: WeakSet[Engine] = WeakSet()
"""The engines that were seen to run their transactions at this level."""
WRITING = {"begins": "IMMEDIATE"}
ONLY_READS = "only reads"
ASK_AGAIN_SECONDS = (0.001, 0.005)


def engine_options(url: str) -> dict[str, Any]:
    """How to connect to this database."""
    if make_url(url).get_backend_name() == "sqlite":
        return {"url": url, "connect_args": {"timeout": LOCK_WAIT_SECONDS, "cached_statements": 512}}
    return {
        "url": url,
        "isolation_level": "READ COMMITTED",
        "pool_pre_ping": True,
        "pool_use_lifo": True,  # the connection that was used last has the most prepared
        "connect_args": {"options": f"-c lock_timeout={LOCK_WAIT_SECONDS}s -c timezone=UTC"},
    }


@event.listens_for(Engine, "do_connect")
def _make_private_file(dialect: Dialect, _record: object, where: list[Any], _options: dict[str, Any]) -> None:
    """Whatever makes the file of an SQLite database, nobody else on this machine may read it.

    A file that is there is not even opened: closing it would give up the locks that this process has on it.
    """
    if dialect.name == "sqlite" and not where[0].startswith((":memory:", "file:")):
        with suppress(OSError):
            os.close(os.open(where[0], os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: object) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON"):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        if connection.get_execution_options().get("begins"):
            _wait_for_turn(connection.connection.cursor())
        else:
            connection.exec_driver_sql("BEGIN")
    elif connection.engine not in READ_COMMITTED:
        _assert_read_committed(connection)


def _wait_for_turn(cursor: Any) -> None:
    """Begin to write as soon as nobody else does. All who wait ask equally often, so that all get their turn.

    SQLite's own waiting asks ever more rarely: who has waited longest has the worst chance, and some wait in vain.
    """
    until = time.monotonic() + LOCK_WAIT_SECONDS
    cursor.execute("PRAGMA busy_timeout = 0")
    try:
        while not _has_begun(cursor, until):
            time.sleep(random.uniform(*ASK_AGAIN_SECONDS))  # noqa: S311 - to take turns, not to keep a secret
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {LOCK_WAIT_SECONDS * 1000}")


def _has_begun(cursor: Any, until: float) -> bool:
    try:
        cursor.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error) or time.monotonic() > until:
            raise OperationalError("BEGIN IMMEDIATE", None, error) from error
        return False
    return True


def _assert_read_committed(connection: Connection) -> None:
    """Refuse a database where a count under a lock would not see what was committed while waiting for the lock.

    Under REPEATABLE READ the count after FOR UPDATE reads the old snapshot and oversells.
    """
    (level,) = connection.connection.cursor().execute("SHOW transaction_isolation").fetchone()
    connection.connection.rollback()
    if level != "read committed":
        raise RuntimeError(f"PostgreSQL must run transactions at READ COMMITTED, not {level}")
    READ_COMMITTED.add(connection.engine)


@event.listens_for(Session, "after_begin")
def _begin_to_read(session: Session, _transaction: object, connection: Connection) -> None:
    if ONLY_READS in session.info:
        _let_write(connection.connection.driver_connection, may=False)


@event.listens_for(Engine, "rollback")
def _end_reading(connection: Connection) -> None:
    """End with COMMIT what can't have written: at a ROLLBACK psycopg forgets every statement that it has prepared."""
    if connection.dialect.name == "postgresql" and not connection.invalidated:
        driver = connection.connection.driver_connection
        if driver and driver.read_only:
            with suppress(type(driver).Error):
                driver.commit()


@event.listens_for(Engine, "checkin")
def _let_the_next_write(connection: Any, _record: object) -> None:
    if connection is not None:
        _let_write(connection, may=True)


def _let_write(driver: Any, *, may: bool) -> None:
    if isinstance(driver, sqlite3.Connection):
        driver.execute(f"PRAGMA query_only = {'OFF' if may else 'ON'}")
    else:
        driver.read_only = not may
