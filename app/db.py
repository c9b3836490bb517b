"""The database: one session per request, the base of all models, their column types, and the locking of SQLite.

Everything else says `from app.db import db`; no other module imports the extension.
"""

import datetime as dt
import enum
import os
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from inspect import iscoroutinefunction
from typing import Annotated, Any
from weakref import WeakSet

from flask.sansio.app import App
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import (
    DDL,
    JSON,
    BigInteger,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Enum,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    event,
    select,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

LOCK_WAIT_SECONDS = 3
READ_COMMITTED: WeakSet[Engine] = WeakSet()
"""The engines that were seen to run their transactions at this level."""
WRITING = {"begins": "IMMEDIATE"}
ONLY_READS = "only reads"
ASK_AGAIN_SECONDS = (0.001, 0.005)
LOCK_STATES = {"55P03", "40P01"}
"""PostgreSQL: waited too long for a lock, or each for the other."""


class Database(SQLAlchemy):
    """The extension without its asynchronous half, which would start an event loop at the end of every request."""

    def init_app(self, app: App) -> None:
        super().init_app(app)
        app.teardown_appcontext_funcs[:] = [f for f in app.teardown_appcontext_funcs if not iscoroutinefunction(f)]


db = Database(session_options={"expire_on_commit": False})


class Utc(TypeDecorator[dt.datetime]):
    """An aware moment, stored in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone can't be stored")
        moment = value.astimezone(dt.UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


LONG = BigInteger().with_variant(Integer, "sqlite")
DOCUMENT = JSON().with_variant(JSONB, "postgresql")
FOLDED = String().with_variant(String(collation="C"), "postgresql")
"""Plain letters and blanks, which both databases then compare and order alike."""
pk = Annotated[int, mapped_column(LONG, primary_key=True)]
UtcDateTime = Annotated[dt.datetime, mapped_column(Utc)]


def to(target: str, *, on_delete: str | None = None) -> ForeignKey:
    """A key to another table, by name, so that lower packages need no import of upper ones."""
    return ForeignKey(f"{target}.id", ondelete=on_delete)


class Base(DeclarativeBase):
    """The base of every model: enums by value, aware moments, named constraints."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        int: LONG,
        dt.datetime: Utc,
        dict[str, Any]: DOCUMENT,
        list[str]: DOCUMENT,
        list[dict[str, Any]]: DOCUMENT,
        enum.StrEnum: Enum(
            enum.StrEnum,
            values_callable=lambda kinds: [kind.value for kind in kinds],
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
    }


def append_only(table: Table) -> None:
    """Let the database refuse every change of the table's rows; only erasure, through its switch, may delete.

    The switch is a row in `erasure_switch`, written and removed inside the erasing transaction, so that no other
    transaction ever sees it. Migrations use the same statements.
    """
    for dialect in ("sqlite", "postgresql"):
        for statement in append_only_ddl(table.name, dialect):
            event.listen(table, "after_create", _ddl(statement).execute_if(dialect=dialect))


def _ddl(statement: str) -> DDL:
    return DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]


def append_only_ddl(table: str, dialect: str) -> list[str]:
    """The statements that make a table append-only on this database."""
    refuse = f"{table} is append-only"
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{refuse}'); END",
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, '{refuse}'); END",
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "  # noqa: S608
            f"WHEN NOT EXISTS (SELECT 1 FROM erasure_switch) BEGIN SELECT RAISE(ABORT, '{refuse}'); END",
        ]
    return [
        f"CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "  # noqa: S608
        f"IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasure_switch) THEN RETURN OLD; END IF; "
        f"RAISE EXCEPTION '{refuse}'; END $$",
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only()",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_append_only()",
    ]


class ErasureSwitch(Base):
    """Holds a row only inside a transaction that erases; the append-only triggers look here."""

    __tablename__ = "erasure_switch"

    id: Mapped[pk]


def ask_for_tables() -> None:
    """One small question to the database; raises OperationalError or ProgrammingError without it or its tables."""
    db.session.execute(select(ErasureSwitch.id))


def begin_writing() -> None:
    """Start the session's transaction as one that will write.

    SQLite takes its write lock now, since two transactions that read before they write would sell one seat twice.
    """
    db.session.info.pop(ONLY_READS, None)
    db.session.connection(execution_options=WRITING)


def only_read() -> None:
    """Let the session's transactions read and nothing else, from its next one on: the database refuses to write."""
    db.session.info[ONLY_READS] = True


def is_lock_wait(error: BaseException) -> bool:
    """Whether the database only said that somebody else was writing for too long: the next try may do it."""
    if not isinstance(error, OperationalError):
        return False
    return getattr(error.orig, "sqlstate", None) in LOCK_STATES or "database is locked" in str(error.orig)


@contextmanager
def short_transaction() -> Iterator[Session]:
    """A transaction of its own, committed at the end; inside a writing one, that one, which is committed later."""
    if db.session.in_transaction() and "begins" in db.session.connection().get_execution_options():
        yield db.session
        return
    with db.sessionmaker() as session:
        session.connection(execution_options=WRITING)
        yield session
        session.commit()


@contextmanager
def piece_of_work() -> Iterator[None]:
    """A piece of long work in the session of the context: begun as one that writes, saved at its end, or undone."""
    db.session.rollback()
    begin_writing()
    try:
        yield
        db.session.commit()
    finally:
        db.session.rollback()


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
