"""Pages of home."""

from flask import Blueprint, render_template

from app.web.policy import policy

bp = Blueprint("home", __name__, template_folder="templates")


@bp.get("/")
@policy(find=None)
def show_home() -> str:
    return render_template("home/show_home.html")


@bp.get("/team")
@policy(find=None)
def show_team() -> str:
    return render_template("home/show_home.html")
