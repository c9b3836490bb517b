"""Which language a page speaks: the one this browser chose, German otherwise. The only set-up of Flask-Babel."""

from functools import cache

from babel.support import NullTranslations
from flask import Flask, has_request_context, request
from flask_babel import Babel, get_translations

from app.text.language import LANGUAGES, TRANSLATIONS, language

COOKIE = "language"


def init_app(app: Flask) -> None:
    """Let templates and messages be translated."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Berlin"
    Babel(app, default_locale="de", locale_selector=_choose)
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda text: _catalogue(language()).ugettext(text),
        ngettext=lambda one, many, number: _catalogue(language()).ungettext(one, many, number),
        newstyle=True,
    )


@cache
def _catalogue(_language: str) -> NullTranslations:
    """The translations of the current language, found once: a page asks for a hundred words."""
    return get_translations()


def _choose() -> str:
    chosen = request.cookies.get(COOKIE, "de") if has_request_context() else "de"
    return chosen if chosen in LANGUAGES else "de"
