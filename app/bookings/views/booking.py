"""Signing up and leaving, offers, and my bookings."""

from flask import Response as FileResponse
from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, queries
from app.bookings.forms import BookingForm
from app.bookings.models import Bookable, Booking
from app.bookings.rules import Mode, State
from app.bookings.views.blueprint import bp
from app.db import db
from app.notifications.rules import Kind
from app.notifications.sentences import sentence
from app.people.viewer import require_viewer
from app.text import calendar
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy
from app.web.redirects import own_path

BOOKED = {
    State.CONFIRMED: _l("You are signed up."),
    State.WAITLISTED: _l("All seats are taken. You are on the waitlist now."),
    State.OFFERED: _l("A seat is on offer for you."),
    State.REQUESTED: _l("Your request is with your leader."),
}


@bp.app_template_global()
def booking_form(bookable: Bookable) -> BookingForm:
    """An empty form for the sign-up box on any page."""
    return BookingForm(bookable, formdata=None)


@bp.post("/bookables/<int:bookable_id>/booking")
@policy(find=queries.bookables_visible_to, may=access.can_book)
def create_booking(bookable: Bookable) -> Response | str | tuple[str, int]:
    form, person = BookingForm(bookable), require_viewer().person
    if not form.accepted:
        return render_form("bookings/create_booking.html", form, panel=queries.panel(person, bookable))
    booking = actions.book(bookable, person, by=person, **form.values)
    if any(form.needs.values()):
        actions.state_needs(booking, **form.needs)
    reason = form.values.get("reason")
    if booking.state is State.REQUESTED and booking.reason and reason not in (None, "", booking.reason):
        flash(_("Your request was there already; the reason that you gave first stays with it."), "info")
        return _back(bookable)
    takes_part = booking.state is State.REQUESTED and bookable.mode is Mode.DRAW
    flash(_("You take part in the draw.") if takes_part else str(BOOKED[booking.state]), "success")
    return _back(bookable)


@bp.get("/bookables/<int:bookable_id>")
@policy(find=queries.bookables_visible_to)
def find_bookable(bookable: Bookable) -> Response:
    """The page on which its sign-up stands."""
    return redirect(bookable.path, 303)


@bp.get("/bookables/<int:bookable_id>/date.ics")
@policy(find=queries.bookables_visible_to)
def export_date(bookable: Bookable) -> Response:
    """The date for a calendar that follows nothing: it invites nobody, and has the uid that letters and feeds use."""
    base = current_app.config["BASE_URL"]
    entry = calendar.Entry(
        uid=calendar.uid(bookable.calendar_uid, base),
        title=bookable.title,
        stamped_at=clock.now(),
        spans=bookable.times,
        place=bookable.place,
        url=base + bookable.path,
        sequence=bookable.calendar_sequence,
        is_cancelled=bookable.cancelled_at is not None,
    )
    name = f"lotse-{bookable.calendar_uid}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return FileResponse(calendar.published(bookable.title, [entry]), mimetype="text/calendar", headers=headers)


@bp.post("/bookings/<int:booking_id>/cancellation")
@policy(find=queries.own_bookings, may=access.can_change)
def cancel_booking(booking: Booking) -> Response:
    left = {"title": booking.bookable.title, "was": booking.state}
    actions.cancel(booking, by=require_viewer().person)
    flash(sentence(Kind.BOOKING_CANCELLED, left), "success")
    return _back(booking.bookable)


@bp.post("/bookings/<int:booking_id>/acceptance")
@policy(find=queries.own_bookings, may=access.can_change)
def accept_offer(booking: Booking) -> Response:
    actions.accept_offer(booking, by=require_viewer().person)
    flash(_("The seat is yours."), "success")
    return _back(booking.bookable)


@bp.post("/bookings/<int:booking_id>/pass")
@policy(find=queries.own_bookings, may=access.can_change)
def pass_offer_on(booking: Booking) -> Response:
    actions.pass_offer_on(booking, by=require_viewer().person)
    flash(_("Thank you. The seat goes to the next person in line."), "success")
    return _back(booking.bookable)


@bp.get("/account/bookings")
@policy(find=None)
def list_bookings() -> str:
    person, now = require_viewer().person, clock.now()
    upcoming = db.session.scalars(queries.with_meetings(queries.upcoming_bookings_of(person.id, now))).all()
    return render_template(
        "bookings/list_bookings.html",
        upcoming=upcoming,
        places=queries.places_in_line([booking.id for booking in upcoming]),
        past=page(queries.past_bookings_of(person.id, now)),
        handovers=db.session.scalars(queries.waiting_handovers(person.id, now)).all(),
        now=now,
    )


def _back(bookable: Bookable) -> Response:
    """To the page that the button stood on, if it said so; otherwise to the page of what was booked."""
    target = own_path(request.form.get("next")) or own_path(bookable.path) or url_for("bookings.list_bookings")
    return redirect(target, 303)
