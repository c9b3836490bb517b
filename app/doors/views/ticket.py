"""One's own ticket."""

from flask import current_app, render_template, url_for
from flask_babel import gettext as _

from app.bookings import access as bookings_access
from app.bookings import queries as bookings
from app.bookings.models import Booking
from app.bookings.rules import State
from app.doors import ticket
from app.doors.views.blueprint import bp
from app.errors import Refused
from app.web.policy import policy


@bp.get("/bookings/<int:booking_id>/ticket")
@policy(find=bookings.own_bookings, may=bookings_access.can_change)
def show_ticket(booking: Booking) -> str:
    """The picture that is held out at the door."""
    if booking.state is not State.CONFIRMED or booking.bookable.cancelled_at:
        raise Refused(_("There is a ticket for a seat only, and you have none here at present."))
    code = ticket.write(current_app.config["SECRET_KEY"], booking.id)
    url = current_app.config["BASE_URL"] + url_for("doors.show_arrival", code=code)
    return render_template("doors/show_ticket.html", booking=booking, url=url)
