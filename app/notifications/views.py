"""Pages of notifications."""

from flask import Blueprint, render_template

from app.web.policy import policy

bp = Blueprint("notifications", __name__, template_folder="templates")


@bp.get("/account/notices")
@policy(find=None)
def list_notices() -> str:
    return render_template("notifications/list_notices.html")
