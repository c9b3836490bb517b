"""Signing in and out."""

from flask import Blueprint, current_app, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from app.auth import actions, login
from app.auth.forms import SignInForm
from app.errors import Refused
from app.web import transaction
from app.web.form import render_form
from app.web.policy import public
from app.web.redirects import own_path

bp = Blueprint("auth", __name__, template_folder="templates")


@bp.route("/sign-in", methods=["GET", "POST"])
@transaction.own
@public
def sign_in() -> Response | str | tuple[str, int]:
    form = SignInForm()
    if form.accepted:
        try:
            token = actions.sign_in(form.identifier.data or "", form.password.data or "", _browser())
        except Refused as refused:
            form.refuse(refused)
        else:
            login.begin(token)
            return redirect(own_path(request.args.get("next")) or "/", 303)
    return render_form("auth/sign_in.html", form)


@bp.post("/sign-out")
@transaction.own
@public
def sign_out() -> Response:
    if current_user.is_authenticated:
        login.end(current_user)
        flash(_("You are signed out."), "success")
    return redirect(url_for("auth.sign_in"), 303)


def _browser() -> actions.Browser:
    return actions.Browser(
        address=request.remote_addr or "",
        device=request.user_agent.string,
        secret=current_app.config["SECRET_KEY"],
        memory_kib=current_app.config["PASSWORD_MEMORY_KIB"],
    )
