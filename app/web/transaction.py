"""A request is one transaction: saved when the answer is below 400, undone otherwise."""

import sys
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, current_app, g, request, session

from app.db import begin_writing, db, only_read
from app.web.gate import READS

SWITCH_SECONDS = 0.0005


def init_app(app: Flask) -> None:
    """Register before anything that reads the database, and after what reads the form.

    A read would open a read-only transaction; a browser that sends slowly must not hold a writing one open. Threads
    take turns often: who holds the lock of some seats waits for its next turn after every statement, and all the
    others who want a seat wait with it.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    app.before_request(_begin)
    app.after_request(_finish)


def own(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view that writes in short transactions of its own: hashing a password must hold up nobody's booking."""
    view.has_own_transactions = True  # type: ignore[attr-defined]
    return view


def _begin() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    g.writes = bool(view) and request.method not in READS and not getattr(view, "has_own_transactions", False)
    if g.writes:
        begin_writing()
    elif request.method in READS:
        only_read()


def _finish(response: Response) -> Response:
    refused = response.status_code >= 400
    if g.get("writes") and not refused:
        db.session.commit()
    else:
        db.session.rollback()
    if refused:
        session.pop("_flashes", None)  # nothing was saved, so nothing may say it was
    return response
