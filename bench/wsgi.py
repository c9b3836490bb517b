"""What the server runs: the application as in production, with the floor page beside it.

With BENCH_COUNT=1 each answer names the number of its SQL statements; the timed runs go without.
"""

import os
import threading
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import event

from app.db import db
from app.factory import create_app
from bench import floor
from bench.load import HEADER

OF_TRANSACTIONS = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT")

counted = threading.local()


def count_statements(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Count the statements of each request, without those that only begin and end transactions."""
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", _note)

    def counting(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        counted.statements = 0

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            return start_response(status, [*headers, (HEADER, str(counted.statements))], *error)

        return application(environ, start)

    return counting


def _note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
    if not statement.upper().startswith(OF_TRANSACTIONS):
        counted.statements = getattr(counted, "statements", 0) + 1


app = create_app()
app.register_blueprint(floor.bp)
if os.environ.get("BENCH_COUNT") == "1":
    app.wsgi_app = count_statements(app.wsgi_app)  # type: ignore[method-assign]
