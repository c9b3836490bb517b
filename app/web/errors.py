"""Error pages: what happened, and what to do next."""

import logging
from urllib.parse import urlsplit

from flask import Flask, current_app, g, redirect, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError, OperationalError
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response

from app.db import db, is_lock_wait
from app.errors import Refused
from app.web.policy import Missing
from app.web.redirects import own_path

log = logging.getLogger(__name__)
Answer = tuple[str, int] | Response


def init_app(app: Flask) -> None:
    """Answer every error with a page of ours."""
    app.register_error_handler(HTTPException, explain)
    app.register_error_handler(Refused, _refuse)
    app.register_error_handler(OperationalError, _try_again)
    app.register_error_handler(DataError, _does_not_fit)
    app.register_error_handler(OverflowError, _does_not_fit)
    app.register_error_handler(Exception, _apologise)


def explain(error: HTTPException) -> Answer:
    """The page for an error of HTTP."""
    if isinstance(error, SecurityError):
        sentence = _("Lotse does not answer at this address.")
        return current_app.response_class(f"{sentence}\n", 400, mimetype="text/plain")
    code = error.code or 500
    if code == 405 and (above := _page_above()):
        return redirect(above)
    if code >= 500:
        return _page_without_database(code, *_sentences().get(code, _sentences()[500]))
    if isinstance(error, Missing):
        return _page(code, error.sentence, error.advice)
    if isinstance(error, CSRFError):
        title = _("This page was open for too long")
        advice = _("Nothing was saved. Go back and copy what you typed, then reload the page and send it again.")
    else:
        title, advice = _sentences().get(code, _sentences()[500])
    return _page(code, title, advice)


def _refuse(refused: Refused) -> Answer:
    came_from = urlsplit(request.referrer or "")
    back = own_path(came_from.path) if came_from.netloc == request.host else None
    return render_template("errors/refused.html", sentence=refused.sentence, back=back), 409


def _try_again(error: OperationalError) -> Answer:
    if is_lock_wait(error):
        title = _("Just now too many people want the same thing")
        advice = _("Nothing was lost and nothing was saved. Please try again in a moment.")
    else:
        log.exception("the database failed")
        title, advice = _sentences()[503]
    return _page_without_database(503, title, advice)


def _does_not_fit(error: DataError | OverflowError) -> Answer:
    """Somebody sent a number that is too large to look for, or another value that the database can't take."""
    log.warning("a value did not fit: %s %s %s", request.method, request.endpoint, type(error).__name__)
    db.session.rollback()
    return _page(400, *_sentences()[400])


def _apologise(error: Exception) -> Answer:
    if current_app.testing:
        raise error
    log.exception("a page failed: %s %s", request.method, request.endpoint)
    return _page_without_database(500, *_sentences()[500])


def _page_above() -> str | None:
    """The page on which a form stands whose address was opened as if it were a page."""
    path, pages = request.path, current_app.create_url_adapter(request)
    while pages and request.method == "GET" and (path := path.rpartition("/")[0]):
        if pages.test(path, "GET"):
            return path
    return None


def _page(code: int, title: str, advice: str) -> Answer:
    return render_template("errors/error.html", code=code, title=title, advice=advice), code


def _page_without_database(code: int, title: str, advice: str) -> Answer:
    """The page as for somebody who is not signed in: asking who is there could fail again."""
    db.session.rollback()
    g.viewer = None
    return _page(code, title, advice)


def _sentences() -> dict[int, tuple[str, str]]:
    return {
        400: (
            _("The request was incomplete"),
            _("Go back, reload the page and try again."),
        ),
        401: (_("Please sign in"), _("Sign in and then open the page again.")),
        403: (
            _("You may not do this"),
            _("Another role is needed for it. If you think that you should have it, ask your HR development."),
        ),
        404: (
            _("This page does not exist"),
            _("It may have been moved or removed, or the address has a typing error."),
        ),
        405: (_("This does not work in this way"), _("Go back and use the button on the page.")),
        409: (_("That is not possible just now"), _("Go back and look at the current state.")),
        413: (_("That was too much at once"), _("Make the text or the file smaller and send it again.")),
        422: (_("Something in the form needs another look"), _("Go back and check what you typed.")),
        429: (_("Too many attempts"), _("Please wait a few minutes and try again.")),
        500: (
            _("Something went wrong on our side"),
            _("Nothing was saved. Please try again; if it happens once more, tell your HR development what you did."),
        ),
        503: (_("Lotse is busy"), _("Please try again in a moment.")),
    }
