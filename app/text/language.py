"""The language of the page or letter that is being made."""

from pathlib import Path

from flask_babel import get_locale

LANGUAGES = ("de", "en")
TRANSLATIONS = Path(__file__).parent.parent / "translations"


def language() -> str:
    """The code: `de` or `en`."""
    locale = get_locale()
    return str(locale.language) if locale else "de"
