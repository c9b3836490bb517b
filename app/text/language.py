"""The language of the page or letter that is being made."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import g
from flask_babel import force_locale, get_locale  # noqa: TID251 - this is the place

LANGUAGES = ("de", "en")
TRANSLATIONS = Path(__file__).parent.parent / "translations"


def language() -> str:
    """The code, `de` or `en`; kept for the request, since a page asks for it with every word."""
    try:
        kept: str = g.language
    except AttributeError:
        kept = g.language = _asked()
    except RuntimeError:
        return "de"
    return kept


@contextmanager
def speaking(wanted: str) -> Iterator[None]:
    """Speak this language for a while: letters and notices speak that of the person who gets them."""
    before = g.pop("language", None)
    try:
        with force_locale(wanted):
            yield
    finally:
        g.pop("language", None)
        if before:
            g.language = before


def _asked() -> str:
    locale = get_locale()
    return str(locale.language) if locale else "de"
