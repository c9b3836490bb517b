"""The operator's texts."""

from flask import Blueprint, abort, render_template

from app.db import db
from app.pages import queries
from app.text.language import language
from app.text.markdown import contents
from app.web.policy import public

bp = Blueprint("pages", __name__, template_folder="templates")


@bp.get("/pages/<slug>")
@public
def show_static_page(slug: str) -> str:
    page = db.session.scalars(queries.page_in(slug, language())).one_or_none()
    if page is None:
        abort(404)
    return render_template("pages/show_static_page.html", page=page, contents=contents(page.body_html))
