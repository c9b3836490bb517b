"""What belongs to no domain: assets, the health check, the gallery, and a person's choice of language and theme."""

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from app.db import ask_for_tables
from app.text.language import LANGUAGES
from app.web import assets
from app.web.gallery import sample_form
from app.web.language import COOKIE as LANGUAGE_COOKIE
from app.web.policy import public
from app.web.redirects import own_path

THEMES = ("system", "light", "dark")
THEME_COOKIE = "theme"
A_YEAR = 31_536_000

bp = Blueprint("web", __name__, template_folder="templates")


@bp.get("/assets/<hash>/<path:name>")
@public
def show_asset(hash: str, name: str) -> Response:
    return assets.answer(name, hash)


@bp.get("/healthz")
@public
def show_health() -> Response:
    """The process runs."""
    return current_app.response_class("ok\n", mimetype="text/plain")


@bp.get("/readyz")
@public
def show_readiness() -> Response:
    """The process can reach its database, and the tables are there."""
    ask_for_tables()
    return current_app.response_class("ok\n", mimetype="text/plain")


@bp.get("/_components")
@public
def components() -> str:
    return render_template("web/components.html", form=sample_form())


@bp.post("/language")
@public
def set_language() -> AnyResponse:
    chosen = request.form.get("language", "")
    if chosen in LANGUAGES:
        current_app.extensions["lotse.remember_language"](chosen)
    return _remember(LANGUAGE_COOKIE, chosen, LANGUAGES)


@bp.post("/theme")
@public
def set_theme() -> AnyResponse:
    return _remember(THEME_COOKIE, request.form.get("theme", ""), THEMES)


def chosen_theme() -> str:
    """The theme that this browser chose, or the system's."""
    theme = request.cookies.get(THEME_COOKIE, "system")
    return theme if theme in THEMES else "system"


def _remember(cookie: str, value: str, allowed: tuple[str, ...]) -> AnyResponse:
    response = make_response(redirect(own_path(request.form.get("next")) or "/", 303))
    if value in allowed:
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        response.set_cookie(cookie, value, max_age=A_YEAR, secure=secure, httponly=True, samesite="Lax")
    return response
