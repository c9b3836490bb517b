"""A page, or only the part of it that an enhanced request asked for."""

from flask import render_template, request


def render(page: str, *, fragment: str | None = None, **values: object) -> str:
    """The page; for htmx, which names itself in a header, the fragment alone."""
    wanted = fragment if fragment and request.headers.get("HX-Request") == "true" else page
    return render_template(wanted, **values)
