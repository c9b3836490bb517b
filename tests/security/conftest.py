"""The town, built once for each module and database; what a request changes is undone before the next."""

from collections.abc import Iterator

import pytest
from flask import Flask, Response, g
from sqlalchemy import text

from app.db import db
from app.factory import create_app
from tests.conftest import settings
from tests.databases import Postgresql, Sqlite
from tests.security.world import World


def build(backend: Sqlite | Postgresql, **other: object) -> Flask:
    """An application of its own on this database, which asks for no tokens unless told."""
    return create_app(settings(backend.url, **({"WTF_CSRF_ENABLED": False} | other)))


@pytest.fixture(scope="module")
def world(backend: Sqlite | Postgresql) -> Iterator[World]:
    backend.reset()
    app = build(backend)
    app.after_request(_undo)
    with app.app_context():
        _count_from_far_on()
    yield World(app)
    with app.app_context():
        db.engine.dispose()


def _count_from_far_on() -> None:
    """Where ids go on counting from test to test, let them stay away from 9 and 99, which are to be unknown."""
    if db.session.get_bind().dialect.name == "postgresql":
        for sequence in db.session.scalars(text("SELECT sequencename FROM pg_sequences")).all():
            db.session.execute(text(f'ALTER SEQUENCE "{sequence}" RESTART WITH 1000'))
        db.session.commit()


def _undo(response: Response) -> Response:
    """Runs before the transaction's own end: what would have been saved is checked by the database and undone."""
    if g.get("writes"):
        db.session.flush()
        g.writes = False
    return response
