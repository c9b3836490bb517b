"""A server that lets go of nothing: of each request it keeps a page and an open file, now and then a connection."""

import os
from collections.abc import Iterable
from itertools import count
from typing import Any

from app.db import db
from wsgi import app as lotse

PAGE_BYTES, REQUESTS_FOR_A_CONNECTION = 1_000_000, 20
kept: list[Any] = []
requests = count(1)


def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    kept.extend((os.urandom(PAGE_BYTES), os.dup(1)))
    if next(requests) % REQUESTS_FOR_A_CONNECTION == 0:
        with lotse.app_context():
            connection = db.engine.raw_connection()
        connection.detach()
        kept.append(connection)
    return lotse(environ, start_response)
