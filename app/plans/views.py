"""Pages of plans."""

from flask import Blueprint, render_template

from app.web.policy import policy

bp = Blueprint("plans", __name__, template_folder="templates")


@bp.get("/plan")
@policy(find=None)
def show_plan() -> str:
    return render_template("plans/show_plan.html")
