"""Saying that one comes; giving the seat back and passing it on are elsewhere."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, queries
from app.bookings.models import Booking
from app.bookings.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.policy import policy
from app.web.redirects import own_path


@bp.get("/bookings/<int:booking_id>/coming")
@policy(find=queries.own_bookings, may=access.can_change)
def show_coming(booking: Booking) -> str:
    """Where the link of the letter leads: it only asks."""
    panel = queries.panel(require_viewer().person, booking.bookable)
    return render_template("bookings/show_coming.html", booking=booking, panel=panel, now=clock.now())


@bp.post("/bookings/<int:booking_id>/coming")
@policy(find=queries.own_bookings, may=access.can_change)
def say_coming(booking: Booking) -> Response:
    actions.say_coming(booking)
    flash(_("Thank you. You come to “%(title)s”.", title=booking.bookable.title), "success")
    target = own_path(request.form.get("next")) or url_for("bookings.show_coming", booking_id=booking.id)
    return redirect(target, 303)
