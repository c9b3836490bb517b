"""Runs migrations: the app tells the database and the tables; types are printed plainly."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import create_engine

import config
from app.db import DOCUMENT, LONG, Utc, engine_options
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


def run() -> None:
    engine = create_engine(**engine_options(config.read()["DATABASE_URL"]))
    with engine.connect() as connection:
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
