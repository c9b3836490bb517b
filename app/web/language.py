"""Which language a page speaks: the one this browser chose, German otherwise. The only set-up of Flask-Babel."""

from flask import Flask, has_request_context, request
from flask_babel import Babel

from app.text.language import LANGUAGES, TRANSLATIONS

COOKIE = "language"


def init_app(app: Flask) -> None:
    """Let templates and messages be translated."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Berlin"
    Babel(app, default_locale="de", locale_selector=_choose)


def _choose() -> str:
    chosen = request.cookies.get(COOKIE, "de") if has_request_context() else "de"
    return chosen if chosen in LANGUAGES else "de"
