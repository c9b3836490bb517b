"""The database: one session per request, its transactions, the base of all models and their column types.

Everything else says `from app.db import db`; no other module imports the extension.
"""

import datetime as dt
import enum
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import iscoroutinefunction
from typing import Annotated, Any

from flask.sansio.app import App
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import (
    DDL,
    JSON,
    BigInteger,
    DateTime,
    Dialect,
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
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from app.engine import ONLY_READS, WRITING

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
