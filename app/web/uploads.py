"""Which views take files; all others take only as much as a form can hold (R56)."""

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app, request

MOST_BYTES = 11 * 1024 * 1024
"""A file of 10 MiB, and the form around it."""
MOST_BYTES_OF_RECORDINGS = 501 * 1024 * 1024


def init_app(app: Flask) -> None:
    """Register before anything that reads a form."""
    app.before_request(_allow)


def takes_file(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view to which a file may be sent."""
    view.most_bytes = MOST_BYTES  # type: ignore[attr-defined]
    return view


def takes_recording(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view to which those who write courses may send films, and packs that hold some."""
    view.most_bytes = MOST_BYTES_OF_RECORDINGS  # type: ignore[attr-defined]
    return view


def _allow() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if most := getattr(view, "most_bytes", None):
        request.max_content_length = most
