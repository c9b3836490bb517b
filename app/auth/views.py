"""Signing in and out, and the devices on which one is signed in."""

import datetime as dt

from flask import Blueprint, abort, current_app, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app import clock
from app.auth import actions, known_browser, login, queries, rules, typed
from app.auth.forms import SignInForm
from app.auth.models import SignIn
from app.errors import Refused
from app.web import transaction
from app.web.errors import Answer, explain
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, public
from app.web.redirects import own_path

bp = Blueprint("auth", __name__, template_folder="templates")


@bp.route("/sign-in", methods=["GET", "POST"])
@transaction.own
@public
def sign_in() -> Response | str | tuple[str, int]:
    form, wanted = SignInForm(), own_path(request.args.get("next")) or "/"
    if form.accepted and (begun := _begun(form)):
        login.begin(begun.token)
        return _remember(redirect(wanted, 303), begun)
    return render_form("auth/sign_in.html", form, leads_on=wanted != "/")


@bp.post("/sign-in-again")
@transaction.own
@public
def sign_in_again() -> Response | str | tuple[str, int]:
    form, carried = SignInForm(), typed.carried()
    if form.accepted and (begun := _begun(form)):
        is_same_person = _last_person_id() == begun.person_id
        login.begin(begun.token)
        if carried and is_same_person:
            return _remember(
                make_response(render_template("auth/_send_typed.html", typed=carried, at_once=True)), begun
            )
        if carried:
            flash(
                _("You are signed in. The form that was open before belonged to somebody else and was not sent."),
                "info",
            )
        return _remember(redirect("/", 303), begun)
    return render_form("auth/sign_in_again.html", form, typed=carried)


def unauthorized() -> Response | tuple[str, int]:
    """What somebody gets who is not signed in: the way to sign in, and back to the page or on with what they typed."""
    if request.method in ("GET", "HEAD"):
        return _to_sign_in(url_for("auth.sign_in", next=request.full_path.rstrip("?")))
    sent = typed.of_this_form() if request.method == "POST" else None
    if sent is None or _last_person_id() is None:
        abort(401)
    return _sign_in_again(sent)


def token_of_an_earlier_sign_in(error: CSRFError) -> Answer | Response:
    """What somebody gets who signed out, or in anew, while a page of ours was open.

    Who is signed in sends what they typed by hand; who isn't signs in first; to sign out needs neither. A form of
    another site never comes here with its fields, since browsers say where a request comes from.
    """
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site") != "same-origin":
        return explain(error)
    if request.endpoint == "auth.sign_out":
        return _end()
    sent = typed.of_this_form()
    if sent and not current_user.is_authenticated and _last_person_id() is not None:
        return _sign_in_again(sent)
    if sent is None or sent.is_too_much or not current_user.is_authenticated:
        return explain(error)
    return render_template("auth/_send_typed.html", typed=sent, at_once=False), 400


@bp.post("/sign-out")
@transaction.own
@public
def sign_out() -> Response:
    return _end()


@bp.get("/account/sign-ins")
@policy(find=queries.own_sign_ins)
def list_sign_ins(found: Select[SignIn]) -> str:
    idle = dt.timedelta(minutes=current_app.config["IDLE_MINUTES"])
    sign_ins = page(queries.still_in_use(found, idle, clock.now()))
    return render_template("auth/list_sign_ins.html", sign_ins=sign_ins, current_id=current_user.sign_in_id)


@bp.post("/account/sign-ins/<int:sign_in_id>/end")
@policy(find=queries.own_sign_ins)
def end_sign_in(sign_in: SignIn) -> Response:
    actions.end(sign_in)
    flash(_("That device is signed out."), "success")
    return redirect(url_for("auth.list_sign_ins"), 303)


@bp.app_template_filter()
def device(user_agent: str) -> str:
    """Firefox on Windows"""
    browser, system = rules.device_names(user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s", browser=browser, system=system)
    return browser or system or _("Unknown device")


def _to_sign_in(url: str) -> Response:
    """Lead the whole page there, also where only a part of it was asked for."""
    if request.headers.get("HX-Request") == "true":
        return Response(status=204, headers={"HX-Redirect": url})
    return redirect(url, 303)


def _end() -> Response:
    if current_user.is_authenticated:
        login.end(current_user)
    flash(_("You are signed out."), "success")
    return redirect(url_for("auth.sign_in"), 303)


def _sign_in_again(sent: typed.Typed) -> tuple[str, int]:
    return render_template("auth/sign_in_again.html", form=SignInForm(formdata=None), typed=sent), 401


def _last_person_id() -> int | None:
    """Who was signed in here last: the cookie of a sign-in says it, also when it has ended, or the browser's mark."""
    return login.last_person_id() or (mark.person_id if (mark := _known_browser()) else None)


def _begun(form: SignInForm) -> actions.Begun | None:
    """The sign-in with this name and password, or None where the form now says why not."""
    try:
        return actions.sign_in(form.identifier.data or "", form.password.data or "", _browser())
    except Refused as refused:
        form.refuse(refused)
        return None


def _browser() -> actions.Browser:
    secret = current_app.config["SECRET_KEY"]
    return actions.Browser(
        address=request.remote_addr or "",
        device=request.user_agent.string,
        secret=secret,
        memory_kib=current_app.config["PASSWORD_MEMORY_KIB"],
        known=_known_browser(),
    )


def _known_browser() -> known_browser.KnownBrowser | None:
    return known_browser.read(current_app.config["SECRET_KEY"], request.cookies.get(_known_browser_cookie()))


def _remember(response: Response, begun: actions.Begun) -> Response:
    """Leave a mark in the browser, so that guesses from elsewhere can't keep its owner out."""
    response.set_cookie(
        _known_browser_cookie(),
        known_browser.mark(current_app.config["SECRET_KEY"], begun.person_id),
        max_age=rules.KNOWN_BROWSER,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
    return response


def _known_browser_cookie() -> str:
    return "__Host-lotse-known" if current_app.config["SESSION_COOKIE_SECURE"] else "lotse-known"
