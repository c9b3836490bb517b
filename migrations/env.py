"""Runs migrations: the app tells the database and the tables; types are printed plainly."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, create_engine

import config
from app.db import DOCUMENT, LONG, Utc
from app.engine import engine_options
from app.schema import metadata


def render_item(kind: str, item: Any, _autogen: AutogenContext) -> str | Literal[False]:
    """Plain types in migrations, so that they need nothing of the app."""
    if kind == "type" and isinstance(item, Utc):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and item is LONG:
        return "LONG"
    if kind == "type" and item is DOCUMENT:
        return "DOCUMENT"
    return False


@contextmanager
def _made_anew(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by making it anew, during which the keys of others point nowhere: looked at in the end.

    The steps are those of https://www.sqlite.org/lang_altertable.html, section 7.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    database = connection.connection.driver_connection
    database.execute("PRAGMA foreign_keys = OFF")
    yield
    if broken := database.execute("PRAGMA foreign_key_check").fetchall():
        raise RuntimeError(f"Keys point nowhere: {broken[:5]}")
    database.execute("PRAGMA foreign_keys = ON")


def run() -> None:
    engine = create_engine(**engine_options(config.read()["DATABASE_URL"]))
    with engine.connect() as connection, _made_anew(connection):
        context.configure(
            connection=connection,
            target_metadata=metadata,
            render_as_batch=connection.dialect.name == "sqlite",
            render_item=render_item,
            compare_server_default=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
