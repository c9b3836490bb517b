"""What somebody typed whose sign-in had ended: carried in the page where they sign in again, then sent (R18)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from flask import current_app, request
from werkzeug.exceptions import HTTPException

from app.web.redirects import own_path

PREFIX = "typed-"
TARGET = "target"
MOST_BYTES = 200_000
NEVER = re.compile("csrf_token|password|passwort", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """Where a form was sent to, and its fields in their order."""

    target: str
    fields: tuple[tuple[str, str], ...]

    @property
    def is_too_much(self) -> bool:
        """Whether it is more than a page should carry."""
        return sum(len(name.encode()) + len(value.encode()) for name, value in self.fields) > MOST_BYTES

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The hidden fields that carry it, under names that no field of the sign-in has."""
        return [(TARGET, self.target), *((f"{PREFIX}{name}", value) for name, value in self.fields)]


def of_this_form() -> Typed | None:
    """What this request sends."""
    return _typed(request.full_path.rstrip("?"), request.form.items(multi=True))


def carried() -> Typed | None:
    """What the page carried on which somebody signs in again."""
    fields = request.form.items(multi=True)
    named = ((name.removeprefix(PREFIX), value) for name, value in fields if name.startswith(PREFIX))
    typed = _typed(request.form.get(TARGET), named)
    return None if typed is None or typed.is_too_much else typed


def _typed(target: str | None, fields: Iterable[tuple[str, str]]) -> Typed | None:
    path = own_path(target)
    if path is None or not _takes_forms(urlsplit(path).path):
        return None
    return Typed(path, tuple((name, value) for name, value in fields if not NEVER.search(name)))


def _takes_forms(path: str) -> bool:
    """Whether a form for people who are signed in is sent to this path."""
    adapter = current_app.create_url_adapter(request)
    if adapter is None:
        return False
    try:
        endpoint, _values = adapter.match(unquote(path), method="POST")
    except HTTPException:
        return False
    return getattr(current_app.view_functions[endpoint], "policy", None) is not None
