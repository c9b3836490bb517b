"""Pages of pages."""

from flask import Blueprint, render_template

from app.web.policy import policy

bp = Blueprint("pages", __name__, template_folder="templates")


@bp.get("/pages/<slug>")
@policy(find=None)
def show_static_page(slug: str) -> str:
    return render_template("pages/show_static_page.html")
