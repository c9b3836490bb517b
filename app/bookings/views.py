"""Pages of bookings."""

from flask import Blueprint, render_template

from app.web.policy import policy

bp = Blueprint("bookings", __name__, template_folder="templates")


@bp.get("/account/bookings")
@policy(find=None)
def list_bookings() -> str:
    return render_template("bookings/list_bookings.html")
