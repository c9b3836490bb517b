"""Which views take files; all others take only as much as a form can hold (R56)."""

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app, request

MOST_BYTES = 11 * 1024 * 1024
"""A file of 10 MiB, and the form around it."""


def init_app(app: Flask) -> None:
    """Register before anything that reads a form."""
    app.before_request(_allow)


def takes_file(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view to which a file may be sent."""
    view.takes_file = True  # type: ignore[attr-defined]
    return view


def _allow() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "takes_file", False):
        request.max_content_length = MOST_BYTES
