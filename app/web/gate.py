"""What no request may be: sent by another site, or holding what no database stores. Seen to before any work (R8)."""

from itertools import chain

from flask import Flask, abort, current_app, request
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.routing import IntegerConverter

READS = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITES = frozenset({"same-origin", "none"})
NO_TEXT = dict.fromkeys([*range(9), *range(14, 32), 0xFFFE, 0xFFFF]) | {11: " ", 12: " "}
"""Characters that databases or spreadsheets can't hold, as they come along when pasted: left out, or a blank."""


class RowNumber(IntegerConverter):
    """`<int:…>` in a URL: a number that a row can have, so that a longer one is a page that does not exist."""

    regex = r"\d{1,18}"


def init_app(app: Flask) -> None:
    """Register before blueprints, and before anything that opens a transaction."""
    app.url_map.converters["int"] = RowNumber
    app.before_request(_refuse_other_sites)
    app.before_request(_refuse_null_characters)
    app.before_request(_leave_out_what_is_no_text)


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
    """In an address, where nobody has typed them."""
    if any("\x00" in text for text in chain([request.path], *request.args.items(multi=True))):
        abort(400)


def _leave_out_what_is_no_text() -> None:
    """In a form, so that nothing else that was typed is lost. It is read here, before a transaction is open."""
    typed = list(request.form.items(multi=True))
    text = [(name.translate(NO_TEXT), value.translate(NO_TEXT)) for name, value in typed]
    if text != typed:
        request.form = ImmutableMultiDict(text)
