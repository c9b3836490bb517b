"""What Lotse told a person."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.notifications import actions, queries
from app.notifications.models import Notice
from app.notifications.sentences import sentence
from app.people.viewer import require_viewer
from app.web.paging import page
from app.web.policy import policy
from app.web.redirects import own_path

bp = Blueprint("notifications", __name__, template_folder="templates")


@bp.get("/account/notices")
@policy(find=queries.notices_visible_to)
def list_notices(found: Select[Any]) -> str:
    notices = page(found)
    has_new = any(notice.read_at is None for notice in notices.rows)
    return render_template("notifications/list_notices.html", page=notices, has_new=has_new, sentence=sentence)


@bp.post("/account/notices/<int:notice_id>/read-mark")
@policy(find=queries.notices_visible_to)
def open_notice(notice: Notice) -> Response:
    actions.mark_read(notice)
    return redirect(own_path(notice.path) or url_for("notifications.list_notices"), 303)


@bp.post("/account/notices/read-marks")
@policy(find=queries.notices_visible_to)
def mark_notices(found: Select[Any]) -> Response:
    actions.mark_all_read(require_viewer())
    flash(_("All messages are marked as read."), "success")
    return redirect(url_for("notifications.list_notices"), 303)
