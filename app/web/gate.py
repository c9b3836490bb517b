"""What no request may be: sent by another site, or holding what no database stores. Refused before any work (R8)."""

from collections.abc import Iterator
from itertools import chain

from flask import Flask, abort, current_app, request
from werkzeug.routing import IntegerConverter

READS = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITES = frozenset({"same-origin", "none"})


class RowNumber(IntegerConverter):
    """`<int:…>` in a URL: a number that a row can have, so that a longer one is a page that does not exist."""

    regex = r"\d{1,18}"


def init_app(app: Flask) -> None:
    """Register before blueprints, and before anything that opens a transaction."""
    app.url_map.converters["int"] = RowNumber
    app.before_request(_refuse_other_sites)
    app.before_request(_refuse_null_characters)


def _refuse_other_sites() -> None:
    """A second wall beside the CSRF token: browsers say which site a request comes from."""
    if request.method in READS:
        return
    site = request.headers.get("Sec-Fetch-Site", "none")
    origin = request.headers.get("Origin")
    if site not in OWN_SITES or (origin and origin not in _own_origins()):
        abort(400)


def _own_origins() -> set[str]:
    return {current_app.config["BASE_URL"], request.host_url.rstrip("/")}


def _refuse_null_characters() -> None:
    if any("\x00" in text for text in chain([request.path], _typed())):
        abort(400)


def _typed() -> Iterator[str]:
    """Names and values of the address and of the form, which is read here, before a transaction is open."""
    for values in (request.args, request.form):
        for name, value in values.items(multi=True):
            yield name
            yield value
