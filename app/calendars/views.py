"""One's own calendar: the page about its address, and what the address answers."""

from typing import Any

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from app.calendars import actions, queries
from app.people.viewer import require_viewer
from app.text import calendar
from app.text.language import speaking
from app.web.policy import policy, public

bp = Blueprint("calendars", __name__, template_folder="templates")


@bp.get("/account/calendar")
@policy(find=None)
def show_calendar() -> str:
    return render_template("calendars/show_calendar.html", feed=queries.feed_of(_me().id))


@bp.post("/account/calendar/address")
@policy(find=None)
def create_feed() -> str:
    """The only page that shows the whole address: it is not kept, so it can't be shown again."""
    token = actions.open_feed(_me())
    url = current_app.config["BASE_URL"] + url_for("calendars.show_feed", token=token)
    return render_template("calendars/create_feed.html", url=url)


@bp.post("/account/calendar/removal")
@policy(find=None)
def remove_feed() -> Answer:
    actions.close_feed(_me())
    flash(_("The address shows nothing any more."), "success")
    return redirect(url_for("calendars.show_calendar"), 303)


@bp.get("/calendar/<token>.ics")
@public
def show_feed(token: str) -> Answer:
    """For programs, which sign in nowhere: the secret address is the key."""
    feed = queries.feed_by_token(token)
    if feed is None:
        abort(404)
    with speaking(feed.person.language):
        entries = list(queries.entries_of(feed.person, base=current_app.config["BASE_URL"]))
        text = calendar.published(_("Lotse: my dates"), entries)
    response = Response(text, mimetype="text/calendar")
    response.add_etag()
    return response.make_conditional(request)


def _me() -> Any:
    return require_viewer().person
