"""What the desk of a date says of feedback."""

from flask import render_template

from app.bookings.access import can_organise
from app.bookings.models import Bookable
from app.people.viewer import require_viewer


def feedback_link(bookable: Bookable) -> str:
    """A way from the desk of a date to its feedback."""
    return _link(bookable)


def session_link(bookable: Bookable) -> str:
    """The same on the page of a session, for those who run it."""
    return _link(bookable) if can_organise(require_viewer(), bookable) else ""


def _link(bookable: Bookable) -> str:
    return render_template("feedback/_feedback_link.html", bookable=bookable)
